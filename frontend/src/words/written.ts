import { sayIn } from './chapter.ts'
import { LANGUAGES, type Language, readerLanguage } from './language.ts'

/** Whose texts are written: a co-op, with the language that it chose at its founding. */
interface Writer {
  readonly language: string
}

/**
 * In which language the app writes what a co-op signs and keeps: in its own, and in the reader's where
 * the app does not speak that.
 */
export function writtenIn({ language }: Writer): Language {
  const reader = readerLanguage()
  return LANGUAGES.find((one) => one === language) ?? (reader === 'xx' ? 'en' : reader)
}

/** Says something as a co-op would write it. `useWrittenWords` brings the words for it. */
export const write = <T>(writer: Writer, say: () => T): T => sayIn(writtenIn(writer), say)
