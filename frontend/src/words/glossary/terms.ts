import type { glossary } from './words.ts'

/** What words mean that somebody may not have met. The names are those of docs/glossary.md. */
export type GlossaryTerm = keyof typeof glossary
