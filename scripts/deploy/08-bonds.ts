// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const bonds: Chapter = {
  title: 'How we borrow',
  async deploy({ put }) {
    await put('implementations', 'CommonsBonds')
  },
}
