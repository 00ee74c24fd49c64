// SPDX-License-Identifier: MIT
/**
 * A sha-256 digest as a CID: version 1, codec raw (0x55), multihash sha2-256, multibase base32.
 * Shapes: the digest is 32 bytes as hex; the CID is 59 characters from `bafkrei`.
 */
import { bytesToHex, type Hex, hexToBytes } from 'viem'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
/** CIDv1, raw, sha2-256, 32 bytes. */
const PREFIX = [0x01, 0x55, 0x12, 0x20]

export class CidError extends Error {
  override readonly name = 'CidError'
}

export function cidOf(digest: Hex): string {
  const hash = hexToBytes(digest)
  if (hash.length !== 32) throw new CidError(`a sha-256 has 32 bytes, this one ${hash.length}`)
  return `b${base32([...PREFIX, ...hash])}`
}

export function digestOf(cid: string): Hex {
  const bytes = fromBase32(cid)
  const raw = bytes.length === 36 && PREFIX.every((byte, i) => bytes[i] === byte)
  if (!raw) throw new CidError(`"${cid}" is not a version 1 CID of raw bytes with sha-256`)
  return bytesToHex(Uint8Array.from(bytes.slice(4)))
}

function base32(bytes: readonly number[]): string {
  let text = ''
  let buffer = 0
  let held = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    held += 8
    while (held >= 5) {
      held -= 5
      text += ALPHABET[(buffer >> held) & 31]
    }
    buffer &= (1 << held) - 1
  }
  return held > 0 ? text + ALPHABET[(buffer << (5 - held)) & 31] : text
}

function fromBase32(cid: string): number[] {
  const bytes: number[] = []
  let buffer = 0
  let held = 0
  for (const character of cid.startsWith('b') ? cid.slice(1) : '') {
    const value = ALPHABET.indexOf(character)
    if (value === -1) return []
    buffer = (buffer << 5) | value
    held += 5
    if (held >= 8) {
      held -= 8
      bytes.push((buffer >> held) & 255)
      buffer &= (1 << held) - 1
    }
  }
  return bytes
}
