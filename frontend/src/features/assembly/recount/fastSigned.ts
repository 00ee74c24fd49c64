import { instantiateSecp256k1 } from '@bitauth/libauth'
import { ballotDigests, compact, isSigned, type Paper } from '@phyle/sdk/ballot'
import { bytesToHex, hexToBytes, isAddressEqual } from 'viem'
import { publicKeyToAddress } from 'viem/utils'

/**
 * Answers as `isSigned` of the sdk does, an order of magnitude faster where the browser runs
 * WebAssembly (a content policy has to allow 'wasm-unsafe-eval'); elsewhere it is that one. What it
 * would refuse, `isSigned` is asked: nobody's ballot is called wrong by the quick way alone.
 */
export async function fastSigned(): Promise<typeof isSigned> {
  const curve = await instantiateSecp256k1().catch(() => null)
  if (curve === null) return isSigned
  let last:
    | { readonly paper: Paper; readonly digestOf: ReturnType<typeof ballotDigests> }
    | undefined
  return async (paper, ballot) => {
    try {
      const bytes = hexToBytes(compact(ballot.signature))
      // EIP-2098: the highest bit of s says which of the two points was meant.
      const parity = (bytes[32] ?? 0) >> 7
      bytes[32] = (bytes[32] ?? 0) & 0x7f
      if (last?.paper !== paper) last = { paper, digestOf: ballotDigests(paper) }
      const digest = hexToBytes(last.digestOf(ballot.wallet, ballot.choice))
      const key = curve.recoverPublicKeyUncompressed(bytes, parity === 1 ? 1 : 0, digest)
      if (typeof key !== 'string') {
        const signer = publicKeyToAddress(bytesToHex(key))
        if (isAddressEqual(signer, ballot.wallet)) return true
      }
    } catch {
      // As with a key that is somebody else's, the slower one has the last word.
    }
    return isSigned(paper, ballot)
  }
}
