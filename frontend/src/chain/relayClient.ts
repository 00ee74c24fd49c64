import type { RelayRefusal } from '@phyle/sdk/relay-api'
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

/** What the relay answers at a path; what it refuses is thrown in its words. */
export async function ask(base: string, path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetchInTime(base + path, init).catch(() => {
    throw new RelayDown()
  })
  if (answer.ok) return answer
  const said = (await answer.json().catch(() => null)) as RelayRefusal | null
  if (said?.why) throw new Refused({ why: said.why, now: said.now, details: said.error })
  throw new RelayDown()
}

export const json = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T

export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
