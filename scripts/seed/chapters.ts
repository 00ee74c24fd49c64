// SPDX-License-Identifier: AGPL-3.0-or-later
/** What chapters add to the example, beyond the story of those that it was founded with: one line a chapter. */

export { budget } from './budget.ts'
export { notice } from './notice.ts'
