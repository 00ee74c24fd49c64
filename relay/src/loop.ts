// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Logger } from 'pino'
import { shortly } from './chain/errors.ts'

export interface Loop {
  /** Ends after the round that is running. */
  stop(): Promise<void>
}

const LONGEST_PAUSE_MS = 60_000

/** Does `round` again and again. After failures it waits longer, and never the same time as others. */
export function loop(name: string, everyMs: number, log: Logger, round: () => Promise<void>): Loop {
  let failures = 0
  let stopped = false
  let wake: () => void = () => undefined

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = (async () => {
    while (!stopped) {
      try {
        await round()
        if (failures > 0) log.info({ loop: name }, 'works again')
        failures = 0
      } catch (error) {
        failures += 1
        log.warn({ loop: name, failures, reason: shortly(error) }, 'a round failed')
      }
      const backoff = Math.min(everyMs * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS)
      if (!stopped) await pause(failures === 0 ? everyMs : backoff * (0.5 + Math.random()))
    }
  })()

  return {
    stop() {
      stopped = true
      wake()
      return running
    },
  }
}
