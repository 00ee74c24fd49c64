// SPDX-License-Identifier: MIT
/** ABIs of contracts that are not ours: the cash token, and wallets that are contracts. */
import { erc20Abi, parseAbi } from 'viem'

/** ERC-20, with what a token needs that takes a signature for an allowance (ERC-2612, ERC-5267). */
export const tokenAbi = [
  ...erc20Abi,
  ...parseAbi([
    'function DOMAIN_SEPARATOR() view returns (bytes32)',
    'function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)',
    'function nonces(address owner) view returns (uint256)',
    'function version() view returns (string)',
  ]),
] as const

/** ERC-1271: an account with code says whether a signature is its own. */
export const walletAbi = parseAbi([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
])
