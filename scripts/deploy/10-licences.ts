// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const licences: Chapter = {
  title: 'How we share',
  async deploy({ put }) {
    await put('implementations', 'Requests')
    await put('implementations', 'Spans')
    await put('implementations', 'Answers')
    await put('implementations', 'Licences')
    await put('implementations', 'Contributions')
  },
}
