// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

export const notice: Chapter = {
  title: 'What we tell everybody',
  async deploy({ put }) {
    await put('implementations', 'NoticeBoard')
  },
}
