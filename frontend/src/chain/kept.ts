import { documentDigest } from '@phyle/sdk/documents'
import type { Hex } from 'viem'
import { device, readKept } from '../device/storage.ts'

const KEPT = 'phyle.kept'

const all = () => readKept<Readonly<Record<string, string>>>(device, KEPT, {})

/** The chain keeps the fingerprint of a text that was sent from here; this device keeps the text. */
export function keepHere(text: string) {
  if (text === '') return
  device.set(KEPT, JSON.stringify({ ...all(), [documentDigest(text)]: text }))
}

export const keptHere = (digest: Hex): string | null => all()[digest] ?? null
