// SPDX-License-Identifier: MIT
/**
 * Documents by content: what the chain keeps is the sha-256 of the bytes, what a relay keeps is the
 * bytes under that digest. Whoever fetches one checks it here, so no relay has to be trusted.
 */
import { type Hex, sha256, stringToBytes } from 'viem'

/** Statements are small; a relay refuses more. */
export const DOCUMENT_BYTES = 262_144

export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

export function documentDigest(content: string | Uint8Array): Hex {
  return sha256(typeof content === 'string' ? stringToBytes(content) : content)
}

/** The path of a document at a relay. */
export function documentPath(digest: Hex): string {
  return `/documents/${digest.toLowerCase()}`
}

/** The content if it is what the digest says. */
export function checkedDocument(content: Uint8Array, digest: Hex): Uint8Array {
  const got = documentDigest(content)
  if (got !== digest.toLowerCase()) {
    throw new DocumentError(`the document is ${got}, not ${digest}: somebody changed it`)
  }
  return content
}

/** JSON with sorted keys and a final newline, so that the same statement has one digest. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]))
}
