// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  NoticeMissing: { why: 'The notice has no text.', now: 'Write it first.' },
  NoticeTitleInvalid: {
    why: 'The title of the notice is empty, longer than 96 bytes, or has characters that do not show.',
    now: 'Write one short line in plain characters.',
  },
}
