// SPDX-License-Identifier: MIT
/**
 * The words of a ballot in the languages a co-op can choose at its founding.
 *
 * A wallet shows them, the Assembly hashes them: this table is the source, and the table in
 * `contracts/libraries` holds the same strings, in the same order, byte for byte (UTF-8). The
 * place of a language in `LANGUAGES` is its code on chain; places are never reused or moved.
 *
 * Source: design 4.4 (kind and choice as words of the co-op's language).
 */

export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'ca'] as const
export type Language = (typeof LANGUAGES)[number]

/** Kinds of decision, lowest first; the place is the number on chain. */
export const KINDS = ['ORDINARY', 'CONSENT', 'SPECIAL', 'ENTRENCHED'] as const
export type Kind = (typeof KINDS)[number]

/** Choices of a ballot; the place is the number on chain (Governor convention, then objection). */
export const CHOICES = ['against', 'for', 'abstain', 'object'] as const
export type Choice = (typeof CHOICES)[number]

type BallotWords = {
  readonly kinds: readonly [string, string, string, string]
  readonly choices: readonly [string, string, string, string]
}

export const BALLOT_WORDS: Readonly<Record<Language, BallotWords>> = {
  en: {
    kinds: ['everyday', 'consent', 'major', 'founding rule'],
    choices: ['against', 'for', 'abstain', 'object'],
  },
  fr: {
    kinds: ['courante', 'consentement', 'majeure', 'règle fondatrice'],
    choices: ['contre', 'pour', 'abstention', 'objection'],
  },
  de: {
    kinds: ['Alltag', 'Konsent', 'wichtig', 'Gründungsregel'],
    choices: ['dagegen', 'dafür', 'Enthaltung', 'Einwand'],
  },
  es: {
    kinds: ['cotidiana', 'consentimiento', 'importante', 'regla fundacional'],
    choices: ['en contra', 'a favor', 'abstención', 'objeción'],
  },
  it: {
    kinds: ['ordinaria', 'consenso', 'importante', 'regola fondativa'],
    choices: ['contro', 'a favore', 'astensione', 'obiezione'],
  },
  ca: {
    kinds: ['quotidiana', 'consentiment', 'important', 'regla fundacional'],
    choices: ['en contra', 'a favor', 'abstenció', 'objecció'],
  },
}

/** The language of a code on chain; undefined for a code that this table does not know. */
export function languageOf(code: number): Language | undefined {
  return LANGUAGES[code]
}

export function languageCode(language: Language): number {
  return LANGUAGES.indexOf(language)
}

export function kindWord(language: Language, kind: Kind): string {
  return BALLOT_WORDS[language].kinds[KINDS.indexOf(kind)] as string
}

export function choiceWord(language: Language, choice: Choice): string {
  return BALLOT_WORDS[language].choices[CHOICES.indexOf(choice)] as string
}
