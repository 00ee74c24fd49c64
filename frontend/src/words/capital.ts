import { locale } from './locale.ts'

/** The text as it begins a sentence. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)
