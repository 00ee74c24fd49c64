// SPDX-License-Identifier: MIT
/**
 * Finds whose key made a signature, by libsecp256k1 in WebAssembly: ten times as fast as
 * JavaScript.
 */
import { instantiateSecp256k1 } from '@bitauth/libauth'
import { type Address, type Hex, hexToBytes, keccak256 } from 'viem'
import { compact } from './ballot.ts'

/** In small letters. Null for what it cannot make out: before anybody is refused, the slower way is asked. */
export type QuickSigner = (digest: Hex, signature: Hex) => Address | null

/** @returns null where no WebAssembly may run (a content policy has to allow 'wasm-unsafe-eval') */
export async function quickRecovery(): Promise<QuickSigner | null> {
  const curve = await instantiateSecp256k1().catch(() => null)
  if (curve === null) return null
  return (digest, signature) => {
    try {
      const bytes = hexToBytes(compact(signature))
      // EIP-2098: the highest bit of s says which of the two points was meant.
      const parity = (bytes[32] ?? 0) >> 7
      bytes[32] = (bytes[32] ?? 0) & 0x7f
      const key = curve.recoverPublicKeyUncompressed(
        bytes,
        parity === 1 ? 1 : 0,
        hexToBytes(digest),
      )
      // The address is the end of the hash of the key without its first byte.
      return typeof key === 'string' ? null : `0x${keccak256(key.subarray(1)).slice(-40)}`
    } catch {
      return null
    }
  }
}
