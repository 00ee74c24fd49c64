// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const membership: Chapter = {
  title: 'Who belongs',
  async deploy({ put }) {
    await put('implementations', 'Membership')
    await put('implementations', 'SuccessorRoll')
  },
}
