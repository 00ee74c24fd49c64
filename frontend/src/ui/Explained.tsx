import { Fragment } from 'react'
import type { GlossaryTerm } from '../words/glossary/terms.ts'
import { glossary } from '../words/glossary/words.ts'
import { Rich } from './Rich.tsx'
import { Term } from './Term.tsx'

interface ExplainedProps {
  text: string
  /** Words that may not be known; each opens its meaning where the text says it first. */
  terms: readonly GlossaryTerm[]
}

type Part = string | { readonly term: GlossaryTerm; readonly said: string }

/** The forms in which a sentence may say it, longest first: "co-ops, co-op". */
const formsOf = (term: GlossaryTerm) =>
  glossary[term].forms
    .split(', ')
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

const escaped = (term: string) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text in its parts, with each term once, in any of its forms. */
export function partsOf(text: string, terms: readonly GlossaryTerm[]): readonly Part[] {
  let parts: readonly Part[] = [text]
  for (const term of terms) {
    const word = new RegExp(`(?<![\\p{L}-])(?:${formsOf(term)})(?![\\p{L}-])`, 'iu')
    let isFound = false
    parts = parts.flatMap((part): readonly Part[] => {
      const match = isFound || typeof part !== 'string' ? null : word.exec(part)
      if (!match || typeof part !== 'string') return [part]
      isFound = true
      const [said] = match
      const end = match.index + said.length
      return [part.slice(0, match.index), { term, said }, part.slice(end)]
    })
  }
  return parts.filter((part) => part !== '')
}

/** A sentence with the words in it that can be asked about. */
export function Explained({ text, terms }: ExplainedProps) {
  return partsOf(text, terms).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
    <Fragment key={at}>
      {typeof part === 'string' ? <Rich text={part} /> : <Term of={part.term}>{part.said}</Term>}
    </Fragment>
  ))
}
