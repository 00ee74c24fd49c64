import { documentDigest } from '@phyle/sdk/documents'
import type { Hex } from 'viem'

const KEPT = 'phyle.kept'

const all = () => JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Record<string, string>

/** The chain keeps the fingerprint of a text that was sent from here; this device keeps the text. */
export function keepHere(text: string) {
  if (text === '') return
  localStorage.setItem(KEPT, JSON.stringify({ ...all(), [documentDigest(text)]: text }))
}

export const keptHere = (digest: Hex): string | null => all()[digest] ?? null
