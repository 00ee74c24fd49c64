import type { Effect } from '@phyle/sdk/charter'
import type { Hex } from 'viem'
import { z } from 'zod'
import { countryName } from './countries.ts'
import { useDocument, useDocuments } from './relay.ts'

/** The parts of a founding document that a page shows; whatever else it holds is left alone. */
const FoundingDocument = z.object({
  purpose: z.string().min(1),
  city: z.string().nullish().catch(undefined),
  country: z.string().nullish().catch(undefined),
  effects: z
    .array(z.object({ name: z.string(), unit: z.string(), limit: z.string() }))
    .catch([])
    .default([]),
  preset: z.string().nullable().optional().catch(undefined),
})

export interface FoundingWords {
  readonly purpose: string
  readonly place: string | undefined
  readonly city: string | undefined
  readonly country: string | undefined
  readonly effects: readonly Effect[]
  readonly preset: string | undefined
}

/** The purpose in words, and what else the founders wrote down, from the document that the chain names. */
export function useFoundingWords(digest: Hex | undefined): {
  readonly words: FoundingWords | undefined
  readonly waiting: boolean
} {
  const { data, isLoading } = useDocument(digest)
  return { words: data ? wordsIn(data) : undefined, waiting: !data && isLoading }
}

/** The same of several, in the order of their digests. */
export function useAllFoundingWords(digests: readonly Hex[]): (FoundingWords | undefined)[] {
  return useDocuments(digests).map(({ data }) => (data ? wordsIn(data) : undefined))
}

function wordsIn(data: string): FoundingWords | undefined {
  const parsed = FoundingDocument.safeParse(parseJson(data))
  if (!parsed.success) return undefined
  const { purpose, city, country, effects, preset } = parsed.data
  const called = country ? countryName(country) : undefined
  const where = [city, called].filter(Boolean).join(', ')
  return {
    purpose,
    place: where === '' ? undefined : where,
    city: city ?? undefined,
    country: called,
    effects,
    preset: preset ?? undefined,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
