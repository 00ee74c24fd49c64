// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const assembly: Chapter = {
  title: 'How we decide',
  async deploy({ put }) {
    await put('implementations', 'Results')
    await put('implementations', 'Motions')
    await put('implementations', 'Changes')
    await put('implementations', 'Assembly')
  },
}
