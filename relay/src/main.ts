// SPDX-License-Identifier: AGPL-3.0-or-later
import { pino } from 'pino'
import { readEnv, SettingsError } from './env.ts'
import { startRelay } from './relay.ts'

/** The end of a member's patience, and of most process managers'. */
const LONGEST_STOP_MS = 10_000

try {
  const env = readEnv(process.env)
  const relay = await startRelay(env, pino({ level: env.logLevel, base: undefined }))
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    relay.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exit(1)
}
