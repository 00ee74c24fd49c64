// SPDX-License-Identifier: AGPL-3.0-or-later
/** A relay that dies at the checkpoint named in its first argument, as if the power went. */
import { readEnv } from '../src/env.ts'
import { startRelay } from '../src/relay.ts'
import { silent } from './relays.ts'

const [, , dies] = process.argv
const relay = await startRelay(readEnv(process.env), silent, (point) => {
  if (point === dies) process.kill(process.pid, 'SIGKILL')
})
await relay.ready
console.log(relay.url)
