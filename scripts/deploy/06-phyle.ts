// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const phyle: Chapter = {
  title: 'How we join',
  async deploy({ put }) {
    await put('implementations', 'OpenCoopTest')
    await put('implementations', 'Seats')
    await put('implementations', 'Adoptions')
    await put('implementations', 'Estates')
    await put('implementations', 'Phyle')
  },
}
