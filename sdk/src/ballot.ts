// SPDX-License-Identifier: MIT
/**
 * Ballots that a person can read: the typed data a wallet shows, and the packed records that a
 * relay sends.
 *
 * Typed data (EIP-712): domain Phyle, 1, the chain, the Assembly;
 * `Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal,bytes32 motion)`.
 * Record, 85 bytes: wallet 20, choice 1, r 32, vs 32 (EIP-2098). Accounts with code (ERC-1271) and
 * objections, which are signed with their reason as
 * `Objection(string cooperative,string resolution,address member,uint256 proposal,bytes32 motion,string reason)`,
 * go unpacked in a tail of their own. A ballot that was counted is changed by a `Change`: the fields
 * of a ballot and a number, `uint256 change`, of which any higher one counts. Source: design 4.4.
 */
import {
  type Address,
  compactSignatureToSignature,
  concatHex,
  domainSeparator,
  encodeAbiParameters,
  getAddress,
  type Hex,
  hashTypedData,
  keccak256,
  numberToHex,
  pad,
  parseAbiParameters,
  parseCompactSignature,
  parseSignature,
  recoverAddress,
  type Signature,
  serializeCompactSignature,
  signatureToCompactSignature,
  size,
  slice,
  stringToHex,
} from 'viem'
import { CHOICES, type Choice } from './chapters/assembly/enums.ts'
import type { Kind } from './chapters/statutes/enums.ts'
import { choiceWord, kindWord, type Language } from './language.ts'

export const RECORD_BYTES = 85

/** How many ballots go into one transaction by default (under 131 072 bytes). */
export const BATCH = 500

export const BALLOT_TYPES = {
  Ballot: [
    { name: 'cooperative', type: 'string' },
    { name: 'resolution', type: 'string' },
    { name: 'choice', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'motion', type: 'bytes32' },
  ],
} as const

/** A reasoned block: without a choice, and with the reason that the chain keeps. */
export const OBJECTION_TYPES = {
  Objection: [
    { name: 'cooperative', type: 'string' },
    { name: 'resolution', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'motion', type: 'bytes32' },
    { name: 'reason', type: 'string' },
  ],
} as const

/** What changes a ballot that was carried and counted; a higher number replaces a lower one. */
export const CHANGE_TYPES = {
  Change: [...BALLOT_TYPES.Ballot, { name: 'change', type: 'uint256' }],
} as const

/** The highest number that a change can have: nothing but a direct vote replaces it. */
export const LAST_CHANGE = 2n ** 256n - 1n

/** What every ballot of one proposal has in common. */
export type Paper = {
  readonly chainId: number
  readonly assembly: Address
  /** The co-op's name when the vote was opened. */
  readonly cooperative: string
  /** As `resolutionOf` makes it and `VoteOpened` publishes it. */
  readonly resolution: string
  readonly language: Language
  readonly proposal: bigint
  /** As `motionOf` makes it: a ballot counts for these actions and this text alone (G12). */
  readonly motion: Hex
}

export type BallotRecord = {
  readonly wallet: Address
  readonly choice: Choice
  /** 64 bytes, EIP-2098. */
  readonly signature: Hex
}

export class RecordError extends Error {
  override readonly name = 'RecordError'
}

/** The line that names a proposal on every ballot: `#<id> <Kind>: <title>`. */
export function resolutionOf(id: bigint, kind: Kind, language: Language, title: string): string {
  return `#${id} ${kindWord(language, kind)}: ${title}`
}

/** What ballots are bound to, as `hashProposal` of IGovernor has it: the actions and the whole text. */
export function motionOf(
  actions: readonly {
    readonly target: Address
    readonly value: bigint | string
    readonly data: Hex
  }[],
  description: string,
): Hex {
  return keccak256(
    encodeAbiParameters(parseAbiParameters('address[], uint256[], bytes[], bytes32'), [
      actions.map(({ target }) => target),
      actions.map(({ value }) => BigInt(value)),
      actions.map(({ data }) => data),
      keccak256(stringToHex(description)),
    ]),
  )
}

export function phyleDomain(chainId: number, verifyingContract: Address) {
  return { name: 'Phyle', version: '1', chainId, verifyingContract } as const
}

/** What the wallet shows and signs. */
export function ballotTypedData(paper: Paper, member: Address, choice: Choice) {
  return {
    domain: phyleDomain(paper.chainId, paper.assembly),
    types: BALLOT_TYPES,
    primaryType: 'Ballot',
    message: {
      cooperative: paper.cooperative,
      resolution: paper.resolution,
      choice: choiceWord(paper.language, choice),
      member,
      proposal: paper.proposal,
      motion: paper.motion,
    },
  } as const
}

/** What the wallet shows and signs of an objection. */
export function objectionTypedData(paper: Paper, member: Address, reason: string) {
  const { cooperative, resolution, proposal, motion } = paper
  return {
    domain: phyleDomain(paper.chainId, paper.assembly),
    types: OBJECTION_TYPES,
    primaryType: 'Objection',
    message: { cooperative, resolution, member, proposal, motion, reason },
  } as const
}

/**
 * What the wallet shows and signs of a change.
 * @param change above that of every other change of this member in this vote; 1 is the least
 */
export function changeTypedData(paper: Paper, member: Address, choice: Choice, change: bigint) {
  const { domain, message } = ballotTypedData(paper, member, choice)
  return {
    domain,
    types: CHANGE_TYPES,
    primaryType: 'Change',
    message: { ...message, change },
  } as const
}

export function ballotDigest(paper: Paper, member: Address, choice: Choice): Hex {
  return hashTypedData(ballotTypedData(paper, member, choice))
}

/** A paper as the chain keeps it: the words by their hashes. */
export type HashedPaper = Pick<
  Paper,
  'chainId' | 'assembly' | 'language' | 'proposal' | 'motion'
> & {
  readonly cooperativeHash: Hex
  readonly resolutionHash: Hex
}

/**
 * The digest of a ballot; of an objection where it has a reason, in the bytes that the chain keeps; of a
 * change where it has a number.
 */
export type DigestOf = (member: Address, choice: Choice, reason?: Hex, change?: bigint) => Hex

/** `ballotDigest` for many ballots of one paper: what they have in common is hashed once. */
export function ballotDigests(paper: Paper): DigestOf {
  return hashedDigests({
    ...paper,
    cooperativeHash: keccak256(stringToHex(paper.cooperative)),
    resolutionHash: keccak256(stringToHex(paper.resolution)),
  })
}

/** `ballotDigests` for whoever knows the words by their hashes alone. */
export function hashedDigests(paper: HashedPaper): DigestOf {
  const startOf = (name: string, fields: readonly { type: string; name: string }[]) =>
    concatHex([
      keccak256(stringToHex(`${name}(${fields.map((it) => `${it.type} ${it.name}`).join()})`)),
      paper.cooperativeHash,
      paper.resolutionHash,
    ])
  const ballot = startOf('Ballot', BALLOT_TYPES.Ballot)
  const objection = startOf('Objection', OBJECTION_TYPES.Objection)
  const changed = startOf('Change', CHANGE_TYPES.Change)
  const separator = domainSeparator({ domain: phyleDomain(paper.chainId, paper.assembly) })
  const end = concatHex([numberToHex(paper.proposal, { size: 32 }), paper.motion])
  const hashOf = (choice: Choice) => keccak256(stringToHex(choiceWord(paper.language, choice)))
  const choices = {
    against: hashOf('against'),
    for: hashOf('for'),
    abstain: hashOf('abstain'),
    object: hashOf('object'),
  } satisfies Record<Choice, Hex>
  const fieldsOf: (...given: Parameters<DigestOf>) => Hex[] = (member, choice, reason, change) => {
    if (change !== undefined) {
      return [changed, choices[choice], pad(member), end, numberToHex(change, { size: 32 })]
    }
    return hasReason(choice, reason)
      ? [objection, pad(member), end, keccak256(reason)]
      : [ballot, choices[choice], pad(member), end]
  }
  return (...given) => {
    const fields = fieldsOf(...given)
    return keccak256(concatHex(['0x1901', separator, keccak256(concatHex(fields))]))
  }
}

/** Only an objection has one; without, it is a ballot that says the word and counts as against. */
const hasReason = (choice: Choice, reason: Hex | undefined): reason is Hex =>
  choice === 'object' && reason !== undefined && reason !== '0x'

/** What a ballot counts as that came with others: an objection without its reason is against. */
export const countsAs = (choice: Choice, reason: Hex | undefined): Choice =>
  choice === 'object' && !hasReason(choice, reason) ? 'against' : choice

/** Tells whether `signature` (64 or 65 bytes) is the member's own for this choice. */
export async function isSigned(
  paper: Paper,
  ballot: BallotRecord & { readonly reason?: Hex; readonly change?: bigint | undefined },
): Promise<boolean> {
  try {
    const signature = compactSignatureToSignature(parseCompactSignature(compact(ballot.signature)))
    const { wallet, choice, reason, change } = ballot
    const hash = ballotDigests(paper)(wallet, choice, reason, change)
    const signer = await recoverAddress({ hash, signature })
    return signer === getAddress(ballot.wallet)
  } catch {
    return false
  }
}

/** A signature of 64 or 65 bytes as 64 bytes; refuses the high half of s, as the contract does. */
export function compact(signature: Hex): Hex {
  const bytes = size(signature)
  if (bytes === 64) return signature
  if (bytes !== 65) throw new RecordError(`a signature has 64 or 65 bytes, this one ${bytes}`)
  const parsed = parseSignature(signature) as Signature
  if (BigInt(parsed.s) >> 255n !== 0n) throw new RecordError('the signature has a high s')
  return serializeCompactSignature(signatureToCompactSignature(parsed))
}

export function choiceCode(choice: Choice): number {
  return CHOICES.indexOf(choice)
}

export function choiceOf(code: number): Choice | undefined {
  return CHOICES[code]
}

/** Packs records in the order given. */
export function packRecords(records: readonly BallotRecord[]): Hex {
  return concatHex(
    records.map(({ wallet, choice, signature }) =>
      concatHex([
        getAddress(wallet),
        numberToHex(choiceCode(choice), { size: 1 }),
        compact(signature),
      ]),
    ),
  )
}

/** Takes packed records apart; a choice outside the four stays a number for the caller to judge. */
export function unpackRecords(
  packed: Hex,
): { readonly wallet: Address; readonly choice: number; readonly signature: Hex }[] {
  const bytes = size(packed)
  if (bytes % RECORD_BYTES !== 0) {
    throw new RecordError(`${bytes} bytes are not whole records of ${RECORD_BYTES}`)
  }
  return Array.from({ length: bytes / RECORD_BYTES }, (_, i) => {
    const record = slice(packed, i * RECORD_BYTES, (i + 1) * RECORD_BYTES)
    return {
      wallet: getAddress(slice(record, 0, 20)),
      choice: Number(slice(record, 20, 21)),
      signature: slice(record, 21, 85),
    }
  })
}

/** In the order of member ids, which makes a batch cheapest. */
export function sortByMember<T extends { readonly wallet: Address }>(
  records: readonly T[],
  idOf: (wallet: Address) => number,
): T[] {
  return records.toSorted((a, b) => idOf(a.wallet) - idOf(b.wallet))
}

/** Which ballots of a batch were counted: bit i, least significant first in each byte. */
export function countedOf(bitmap: Hex, ballots: number): boolean[] {
  return Array.from({ length: ballots }, (_, i) => {
    const byte = Number(slice(bitmap, i >> 3, (i >> 3) + 1))
    return ((byte >> (i & 7)) & 1) === 1
  })
}
