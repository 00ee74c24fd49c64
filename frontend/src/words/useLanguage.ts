import { useSyncExternalStore } from 'react'
import { subscribe } from './chapter.ts'
import { language, type Reader } from './language.ts'

/** The language of the page; whoever asks is shown anew when the reader chooses another. */
export const useLanguage = (): Reader => useSyncExternalStore(subscribe, language)
