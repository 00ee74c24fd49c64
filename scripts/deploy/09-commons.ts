// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const commons: Chapter = {
  title: 'What we make',
  async deploy({ put }) {
    await put('implementations', 'Rights')
    await put('implementations', 'Works')
    await put('implementations', 'Machines')
  },
}
