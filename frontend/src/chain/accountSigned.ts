import type { Address, Hex } from 'viem'
import type { Config } from 'wagmi'
import { readWalletIsValidSignature } from '../generated/contracts.ts'

/** What an account with code answers to a signature that is its own (ERC-1271). */
const VALID = '0x1626ba7e'

/** Asks an account with code whether a signature is its own; what does not answer says no. */
export const isAccountSigned = (
  config: Config,
  address: Address,
  digest: Hex,
  signature: Hex,
): Promise<boolean> =>
  readWalletIsValidSignature(config, { address, args: [digest, signature] }).then(
    (answer) => answer === VALID,
    () => false,
  )
