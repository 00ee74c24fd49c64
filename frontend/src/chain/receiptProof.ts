import type { PhyleHouse } from '@phyle/sdk/deployments'
import { documentDigest } from '@phyle/sdk/documents'
import { groundCode } from '@phyle/sdk/licence'
import { type Address, type Hex, zeroHash } from 'viem'
import type { Config } from 'wagmi'
import { getPublicClient } from 'wagmi/actions'
import type { Settings } from '../env.ts'
import {
  readCooperativeStatutes,
  readLicencesCoveredAt,
  readLicencesNewestReceipt,
  readStatutesName,
  readTokenDecimals,
  readTokenSymbol,
  readWorksTermsHash,
  readWorksTermsOf,
} from '../generated/contracts.ts'
import { unitOf } from '../words/format.ts'
import { keptHere } from './kept.ts'
import { type Issued, issuedIn, readReceipts } from './permissions.ts'
import { type Registered, readRegistered } from './registration.ts'
import { getDocument } from './relay.ts'

/** What a co-op is called now, and what it was called in the block of the receipt where the node remembers. */
export interface CoopName {
  readonly now: string
  readonly atIssue: string | null
}

/**
 * Everything that a receipt says, from the chain itself or from a document with the digest that the chain
 * has. Null: it could not be asked.
 */
export interface ReceiptFacts {
  readonly chainId: number
  readonly contract: Address
  readonly issued: Issued
  readonly work: Registered | null
  /** Of version 0 there are none. */
  readonly terms: {
    readonly hash: Hex
    readonly legalText: Hex
    readonly licensor: Address
  } | null
  readonly token: { readonly symbol: string; readonly decimals: number } | null
  /** What whoever put this app up calls the cash of the federation; null for any other token. */
  readonly cash: string | null
  readonly steward: CoopName | null
  /** Where the licensee is a co-op of the federation by the ground of the receipt. */
  readonly coop: CoopName | null
  readonly statement: string | null
  readonly purchaseOrder: string | null
}

/** Texts that may be what the receipt has the digest of. */
export interface Texts {
  readonly statement: string | null
  readonly purchaseOrder: string | null
}

const orNull = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null)

const COOP_GROUND = groundCode('MEMBER_COOP')

async function readName(config: Config, coop: Address, block: bigint): Promise<CoopName | null> {
  const at = (blockNumber?: bigint) =>
    orNull(
      readCooperativeStatutes(config, { address: coop, blockNumber }).then((statutes) =>
        readStatutesName(config, { address: statutes, blockNumber }),
      ),
    )
  const [now, atIssue] = await Promise.all([at(), at(block)])
  return now === null ? null : { now, atIssue }
}

/** The text with this digest: what was handed in, what the relay keeps or what this device kept. */
async function readText(settings: Settings, digest: Hex, given: string | null) {
  if (digest === zeroHash) return null
  if (given !== null && documentDigest(given) === digest) return given
  const kept = keptHere(digest)
  if (kept !== null && documentDigest(kept) === digest) return kept
  return orNull(getDocument(settings.relayUrl, digest))
}

export async function readReceiptFacts(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  issued: Issued,
  given: Texts,
): Promise<ReceiptFacts> {
  const { family, entry, block } = issued
  const version = { address: house.works, args: [family, entry.terms] } as const
  const token = { address: entry.token }
  const work = await orNull(readRegistered(config, settings, house, entry.work))
  const [hash, terms, symbol, decimals, steward, coop, statement, purchaseOrder] =
    await Promise.all([
      entry.terms === 0n ? null : orNull(readWorksTermsHash(config, version)),
      entry.terms === 0n ? null : orNull(readWorksTermsOf(config, version)),
      orNull(readTokenSymbol(config, token)),
      orNull(readTokenDecimals(config, token)),
      work && readName(config, work.steward, block),
      entry.ground === COOP_GROUND ? readName(config, issued.licensee, block) : null,
      readText(settings, entry.statement, given.statement),
      readText(settings, entry.purchaseOrder, given.purchaseOrder),
    ])
  return {
    chainId: settings.chainId,
    contract: house.licences,
    issued,
    work,
    terms: hash && terms && { hash, legalText: terms.legalText, licensor: terms.licensor },
    token: symbol === null || decimals === null ? null : { symbol, decimals },
    cash: entry.token === house.cash ? unitOf(settings.currency) : null,
    steward,
    coop,
    statement,
    purchaseOrder,
  }
}

/** What a file claims to be; nothing of it is believed. */
export interface Claim extends Texts {
  readonly chainId: number
  readonly contract: Address
  readonly licensee: Address
  readonly family: bigint
  readonly number: bigint
  readonly fingerprint: Hex
  /** The fingerprint of what it says. */
  readonly own: Hex
  readonly block: bigint
}

/** What the chain has for a claim. */
export type ReceiptProof =
  /** It names another network or contract than this app knows. */
  | { readonly found: 'elsewhere' }
  | { readonly found: 'silent' }
  | { readonly found: 'none' }
  | {
      readonly found: 'receipt'
      readonly facts: ReceiptFacts
      /** It and all that was issued after it, newest first; null where they could not all be had. */
      readonly since: readonly Issued[] | null
      /** Whether its first and its last second are covered now, or of a grace that was renewed. */
      readonly covered: boolean | null
    }

export async function readReceiptProof(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  claim: Claim,
): Promise<ReceiptProof> {
  if (claim.chainId !== settings.chainId || claim.contract !== house.licences) {
    return { found: 'elsewhere' }
  }
  const client = getPublicClient(config)
  const chainId = client ? await orNull(client.getChainId()) : null
  if (chainId !== settings.chainId) return { found: 'silent' }

  const here = await orNull(
    issuedIn(
      config,
      house,
      { fingerprint: claim.fingerprint },
      { fromBlock: claim.block, toBlock: claim.block },
    ).then(([one]) => one),
  )
  const { family, licensee } = here ?? claim
  const history = await orNull(readHistory(config, settings, house, family, licensee, here))
  const issued = here ?? (history && claimed(history.since, claim))
  if (!issued) return { found: history ? 'none' : 'silent' }
  // A record to which the newest receipt does not lead back is none of this permission.
  if (history && placeIn(history.since, issued) < 0) return { found: 'none' }

  const { entry } = issued
  const isCovered = (at: number) =>
    readLicencesCoveredAt(config, {
      address: house.licences,
      args: [licensee, entry.work, at],
    }).then(([yes, , grace]) => yes || grace)
  const [facts, first, last] = await Promise.all([
    readReceiptFacts(config, settings, house, issued, claim),
    orNull(isCovered(entry.from)),
    orNull(isCovered(Math.max(entry.from, entry.to - 1))),
  ])
  return {
    found: 'receipt',
    facts,
    since: history ? history.since.slice(0, placeIn(history.since, issued) + 1) : null,
    covered: first === null || last === null ? null : first && last,
  }
}

/** From the newest receipt of a permission back; where the one that is known is the newest, it alone. */
async function readHistory(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
  known: Issued | null | undefined,
): Promise<{ readonly since: readonly Issued[] }> {
  const newest = await readLicencesNewestReceipt(config, {
    address: house.licences,
    args: [family, licensee],
  })
  if (known?.fingerprint === newest) return { since: [known] }
  return { since: await readReceipts(config, settings, house, family, licensee, newest) }
}

const placeIn = (receipts: readonly Issued[], { fingerprint }: Issued) =>
  receipts.findIndex((one) => one.fingerprint === fingerprint)

/** Which of the receipts a file must mean: by its fingerprint, by what it says, or by its number. */
const claimed = (receipts: readonly Issued[], { fingerprint, own, number }: Claim) =>
  receipts.find((one) => one.fingerprint === fingerprint) ??
  receipts.find((one) => one.fingerprint === own) ??
  receipts.find((one) => one.entry.number === number) ??
  null
