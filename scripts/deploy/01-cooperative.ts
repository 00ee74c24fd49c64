// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const cooperative: Chapter = {
  title: 'The legal person',
  async deploy({ put }) {
    await put('implementations', 'Cooperative')
  },
}
