// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnv, SettingsError } from './env.ts'
import { openLog } from './log.ts'
import { startRelay } from './relay.ts'
import { StoreError } from './store/database.ts'

/** The end of a member's patience, and of most process managers'. */
const LONGEST_STOP_MS = 10_000

try {
  const env = readEnv(process.env)
  const relay = await startRelay(env, openLog(env.logLevel))
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    relay.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await relay.ready
} catch (error) {
  if (!(error instanceof SettingsError) && !(error instanceof StoreError)) throw error
  console.error(error.message)
  process.exit(1)
}
