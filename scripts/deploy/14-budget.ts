// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const budget: Chapter = {
  title: 'What we plan to pay',
  async deploy({ put }) {
    await put('implementations', 'Budget')
  },
}
