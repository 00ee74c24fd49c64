// SPDX-License-Identifier: MIT
import { iNoticeBoardAbi } from '../../generated/abi.ts'
import { type Spoken, said, type WordsOf } from '../acting.ts'

const words: WordsOf<typeof iNoticeBoardAbi> = {
  post: ([, title]) =>
    said(
      `Post the notice: ${title}`,
      `the co-op posts the notice **${title}** on its page, for everybody. Nobody can take it back.`,
    ),
}

export const contracts = {
  notice: { told: 'chapter', name: 'NoticeBoard', abi: iNoticeBoardAbi, words },
} as const satisfies Record<string, Spoken>
