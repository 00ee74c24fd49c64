// SPDX-License-Identifier: MIT
/** How long each step of MEM-10 takes, in seconds: `contracts/membership/Silence.sol` has the same. */

const DAY = 86_400

/** For so long a member must have been on the roll, and nothing have been heard of them. */
export const SILENT_SECONDS = 730 * DAY
/** From a notice until they can be struck off, and until the notice is over. */
export const ANSWER_SECONDS = 60 * DAY
export const NOTICE_SECONDS = 365 * DAY

/** Whether a notice that was given at `noticed` still runs at `now`. */
export const noticeRuns = (noticed: number | null, now: number): noticed is number =>
  noticed !== null && now < noticed + NOTICE_SECONDS
