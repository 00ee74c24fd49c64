// SPDX-License-Identifier: MIT
/**
 * The words of a ballot in the languages a co-op can choose at its founding.
 *
 * A wallet shows them, the Assembly hashes them: this table is the source, and the table in
 * `contracts/libraries` holds the same strings, byte for byte (UTF-8). On chain a language is its
 * ISO 639-1 code, lower case, as `bytes2`.
 *
 * Source: design 4.4 (kind and choice as words of the co-op's language).
 */
import { type Hex, hexToString, stringToHex } from 'viem'
import { CHOICES, type Choice } from './chapters/assembly/enums.ts'
import { KINDS, type Kind } from './chapters/statutes/enums.ts'

export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'ca'] as const
export type Language = (typeof LANGUAGES)[number]

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

/** The language of a `bytes2` on chain; undefined for one that this table does not know. */
export function languageOf(code: Hex): Language | undefined {
  const word = hexToString(code)
  return LANGUAGES.find((language) => language === word)
}

export function languageCode(language: Language): Hex {
  return stringToHex(language)
}

export function kindWord(language: Language, kind: Kind): string {
  return BALLOT_WORDS[language].kinds[KINDS.indexOf(kind)] as string
}

export function choiceWord(language: Language, choice: Choice): string {
  return BALLOT_WORDS[language].choices[CHOICES.indexOf(choice)] as string
}
