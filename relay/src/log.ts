// SPDX-License-Identifier: AGPL-3.0-or-later
/** The log: one line of JSON each, with the level in words, a message, and fields beside it. */
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'

export function openLog(level: string, stream?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    messageKey: 'message',
    errorKey: 'error',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: stdSerializers.errWithCause },
  }
  return stream ? pino(options, stream) : pino(options)
}
