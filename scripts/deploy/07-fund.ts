// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const fund: Chapter = {
  title: 'What we hold',
  async deploy({ put }) {
    await put('implementations', 'CommonsFund')
  },
}
