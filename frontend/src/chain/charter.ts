import type { Effect } from '@phyle/sdk/charter'
import type { Hex } from 'viem'
import { z } from 'zod'
import { useDocument } from './relay.ts'

/** The parts of a founding document that a page shows; whatever else it holds is left alone. */
const FoundingDocument = z.object({
  purpose: z.string().min(1),
  place: z.object({ city: z.string(), country: z.string() }).partial().optional().catch(undefined),
  effects: z
    .array(z.object({ name: z.string(), unit: z.string(), limit: z.string() }))
    .catch([])
    .default([]),
  preset: z.string().nullable().optional().catch(undefined),
})

export interface FoundingWords {
  readonly purpose: string
  readonly place: string | undefined
  readonly effects: readonly Effect[]
  readonly preset: string | undefined
}

/** The purpose in words, and what else the founders wrote down, from the document that the chain names. */
export function useFoundingWords(digest: Hex | undefined): {
  readonly words: FoundingWords | undefined
  readonly waiting: boolean
} {
  const { data, isLoading } = useDocument(digest)
  if (!data) return { words: undefined, waiting: isLoading }
  const parsed = FoundingDocument.safeParse(parseJson(data))
  if (!parsed.success) return { words: undefined, waiting: false }
  const { purpose, place, effects, preset } = parsed.data
  const where = [place?.city, place?.country].filter(Boolean).join(', ')
  return {
    words: {
      purpose,
      place: where === '' ? undefined : where,
      effects,
      preset: preset ?? undefined,
    },
    waiting: false,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
