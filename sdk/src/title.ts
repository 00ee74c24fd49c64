// SPDX-License-Identifier: MIT
/**
 * The title of a proposal, as every voter's wallet shows it.
 *
 * The title is the description's first line (up to the first U+000A) without one leading `#` and
 * the spaces (U+0020) that follow it. It must be valid UTF-8 of 1 to 96 bytes, with no space of any
 * kind at its ends or beside another, and none of its code points may be in `FORBIDDEN`: controls,
 * characters that show nothing, and marks that turn the direction of text. So two titles that look
 * the same are the same. The library in `contracts/libraries` refuses the same.
 *
 * Source: design 4.4.
 */

export const TITLE_BYTES = 96

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

export type Forbidden = 'control' | 'invisible' | 'direction'

/** Inclusive ranges of code points, ascending. */
export const FORBIDDEN: readonly (readonly [from: number, to: number, why: Forbidden])[] = [
  [0x0000, 0x001f, 'control'],
  [0x007f, 0x009f, 'control'],
  [0x00ad, 0x00ad, 'invisible'],
  [0x034f, 0x034f, 'invisible'],
  [0x061c, 0x061c, 'direction'],
  [0x115f, 0x1160, 'invisible'],
  [0x17b4, 0x17b5, 'invisible'],
  [0x180b, 0x180f, 'invisible'],
  [0x200b, 0x200d, 'invisible'],
  [0x200e, 0x200f, 'direction'],
  [0x2028, 0x2029, 'control'],
  [0x202a, 0x202e, 'direction'],
  [0x2060, 0x2065, 'invisible'],
  [0x2066, 0x206f, 'direction'],
  [0x2800, 0x2800, 'invisible'],
  [0x3164, 0x3164, 'invisible'],
  [0xfe00, 0xfe0f, 'invisible'],
  [0xfeff, 0xfeff, 'invisible'],
  [0xffa0, 0xffa0, 'invisible'],
  [0xfff0, 0xfff8, 'invisible'],
  [0xfff9, 0xfffb, 'control'],
  [0x1bca0, 0x1bca3, 'invisible'],
  [0x1d159, 0x1d159, 'invisible'],
  [0x1d173, 0x1d17a, 'invisible'],
  [0xe0000, 0xe0fff, 'invisible'],
]

/** Every space of Unicode, as the inside of a character class. */
export const SPACES = ' \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000'

const ONLY_SPACES = new RegExp(`^[${SPACES}]*$`)
const SPACED = new RegExp(`^[${SPACES}]|[${SPACES}]$|[${SPACES}]{2}`)

export interface ForbiddenFault {
  readonly fault: Forbidden
  /** Place in the text, counted in code points from 0. */
  readonly at: number
  readonly codePoint: number
}

export type TitleFault =
  | { readonly fault: 'empty' }
  | { readonly fault: 'long'; readonly bytes: number }
  | { readonly fault: 'utf8' }
  | { readonly fault: 'spaced' }
  | ForbiddenFault

export class TitleError extends Error {
  override readonly name = 'TitleError'
  readonly problem: TitleFault

  constructor(problem: TitleFault) {
    super(sentence(problem))
    this.problem = problem
  }
}

/** The title inside a description, whether or not it is valid. */
export function titleOf(description: string): string {
  const end = description.indexOf('\n')
  const line = end === -1 ? description : description.slice(0, end)
  return line.startsWith('#') ? line.slice(1).replace(/^ +/, '') : line
}

/** What is wrong with a title; null if nothing is. */
export function titleFault(title: string): TitleFault | null {
  // Half of a surrogate pair has no UTF-8.
  if (!title.isWellFormed()) return { fault: 'utf8' }
  const bytes = bytesOf(title)
  if (bytes > TITLE_BYTES) return { fault: 'long', bytes }
  if (ONLY_SPACES.test(title)) return { fault: 'empty' }
  return forbiddenIn(title) ?? (SPACED.test(title) ? { fault: 'spaced' } : null)
}

/** The first code point that no line which people are to trust may hold. */
export function forbiddenIn(text: string): ForbiddenFault | null {
  let at = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number
    const range = FORBIDDEN.find(([from, to]) => codePoint >= from && codePoint <= to)
    if (range) return { fault: range[2], at, codePoint }
    at += 1
  }
  return null
}

/** The first of several ways to say it that fits on a ballot, the last one cut where none does. */
export function fittingTitle(...titles: readonly [string, ...string[]]): string {
  const fitting = titles.find((title) => bytesOf(title) <= TITLE_BYTES)
  if (fitting !== undefined) return fitting
  const last = [...(titles.at(-1) as string)]
  while (bytesOf(`${last.join('').trimEnd()}…`) > TITLE_BYTES) last.pop()
  return `${last.join('').trimEnd()}…`
}

/** The title of a description, or a `TitleError` that says what to change. */
export function validTitle(description: string): string {
  const title = titleOf(description)
  const problem = titleFault(title)
  if (problem) throw new TitleError(problem)
  return title
}

/** A description from a title and the text below it, in the form that `titleOf` reads back. */
export function descriptionOf(title: string, body = ''): string {
  return body === '' ? `# ${title}` : `# ${title}\n\n${body}`
}

function sentence(problem: TitleFault): string {
  switch (problem.fault) {
    case 'empty':
      return 'The title is empty. Say in one line what is to be decided.'
    case 'long':
      return `The title has ${problem.bytes} bytes, ${TITLE_BYTES} fit on a ballot. Shorten it.`
    case 'utf8':
      return 'The title is not valid text. Type it again.'
    case 'spaced':
      return 'The title has a space at its beginning or end, or two beside each other. Take it out.'
    default: {
      const code = `U+${problem.codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      const what = {
        control: 'a control character',
        invisible: 'a character that nobody can see',
        direction: 'a mark that turns the direction of text',
      }[problem.fault]
      return `The title has ${what} (${code}) in place ${problem.at + 1}. Take it out.`
    }
  }
}
