import { assembly } from './words.ts'

/** When the postbox leaves: soon in seconds, later by the clock. */
function leaving(time: string, seconds: number): string {
  const { moment, seconds: soon, minutes, at } = assembly.yourVote.leaving
  if (seconds <= 5) return moment
  if (seconds < 100) return soon({ seconds: Math.ceil(seconds / 10) * 10 })
  return seconds < 3_600 ? minutes({ time, minutes: Math.round(seconds / 60) }) : at({ time })
}

/** When the postbox leaves, and what can be done until then and after. */
export const leavesWords = (time: string, seconds: number) =>
  assembly.yourVote.leaves({ when: leaving(time, seconds) })
