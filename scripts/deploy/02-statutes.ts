// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const statutes: Chapter = {
  title: 'The rules',
  async deploy({ put }) {
    await put('implementations', 'Chapters')
    await put('implementations', 'Acts')
    await put('implementations', 'Continuity')
    await put('implementations', 'Remainders')
    await put('implementations', 'Statutes')
  },
}
