import type { RelayRefusal } from '@phyle/sdk/relay-api'
import { withWords } from '../words/chapter.ts'
import { wordFor } from '../words/choose.ts'
import { language } from '../words/language.ts'
import { refusals } from '../words/refusals/words.ts'
import { fetchInTime } from './fetching.ts'
import { Refused } from './refused.ts'

/** The relay did not answer at all: the member may do it themself. */
export class RelayDown extends Refused {
  constructor() {
    super(refusals.relay)
    this.name = 'RelayDown'
  }
}

/** In English the relay says it itself, more exactly; in other languages by its code. */
async function inWords({
  error,
  why,
  now,
}: RelayRefusal): Promise<Pick<RelayRefusal, 'why' | 'now'>> {
  if (language() === 'en') return { why, now }
  // The first page has this file, and seldom a refusal.
  const words = await withWords(import('../words/postbox/words.ts')).catch(() => null)
  return (words && wordFor(words.postbox, error)) ?? { why, now }
}

/** What the relay answers at a path; what it refuses is thrown in its words. */
export async function ask(base: string, path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetchInTime(base + path, init).catch(() => {
    throw new RelayDown()
  })
  if (answer.ok) return answer
  const said = (await answer.json().catch(() => null)) as RelayRefusal | null
  if (said?.why) throw new Refused({ ...(await inWords(said)), details: said.error })
  throw new RelayDown()
}

export const json = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T

export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
