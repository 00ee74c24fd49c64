import type { LicenceGround } from '@phyle/sdk/chapters/licences/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import { groundOf, type LicenceRequest } from '@phyle/sdk/licence'
import { useQuery } from '@tanstack/react-query'
import {
  type Address,
  type ContractFunctionReturnType,
  encodeAbiParameters,
  type Hex,
  keccak256,
  parseAbiParameters,
  zeroHash,
} from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import type { Settings } from '../env.ts'
import {
  readLicencesGrantOf,
  readLicencesNewestReceipt,
  readLicencesPaymentOf,
  readLicencesSpansOf,
  useReadLicencesQuote,
} from '../generated/contracts.ts'
import { askIndex } from './indexClient.ts'
import { inStretches } from './logs.ts'
import { useHouse, useSettings } from './settings.tsx'

export type Quote = ContractFunctionReturnType<typeof iLicencesAbi, 'view', 'quote'>

/** A receipt as the contract wrote it down. */
export interface ReceiptEntry {
  readonly number: bigint
  readonly payer: Address
  readonly work: bigint
  readonly terms: bigint
  readonly ground: number
  readonly tier: number
  readonly issued: number
  readonly from: number
  readonly to: number
  readonly token: Address
  readonly amount: bigint
  readonly purchaseOrder: Hex
  readonly statement: Hex
  readonly previous: Hex
}

export interface Issued {
  readonly kind: 'receipt' | 'refund'
  readonly licensee: Address
  readonly family: bigint
  readonly fingerprint: Hex
  readonly entry: ReceiptEntry
  readonly block: bigint
  readonly blockHash: Hex
  readonly tx: Hex
}

export interface Span {
  readonly from: number
  readonly to: number
  readonly ground: LicenceGround
}

export interface Permission {
  readonly licensee: Address
  readonly family: bigint
  readonly from: number
  readonly to: number
  readonly ground: LicenceGround
  readonly tier: number
  readonly terms: bigint
  readonly refundedAt: number
  readonly spans: readonly Span[]
  /** Of the newest payments those that were not taken back, newest first; nothing is left of what was released. */
  readonly payments: readonly {
    readonly receipt: bigint
    readonly amount: bigint
    readonly from: number
    readonly refundUntil: number
    readonly payer: Address
  }[]
  readonly fingerprint: Hex
  /** Newest first; refunds among them. */
  readonly receipts: readonly Issued[]
}

/** More than anybody makes within the longest window. */
const FEW_PAYMENTS = 10

/** Earlier spans, from the lowest bit: from 40, to 40, ground 8. */
export function readSpan(word: bigint): Span {
  const low = (shift: bigint, bits: bigint) => Number((word >> shift) & ((1n << bits) - 1n))
  return { from: low(0n, 40n), to: low(40n, 40n), ground: groundOf(low(80n, 8n)) ?? 'PAID' }
}

const ENTRY = parseAbiParameters([
  'address licensee, uint256 family, Entry entry',
  'struct Entry { uint256 number; address payer; uint256 work; uint256 terms; uint8 ground; uint8 tier; uint48 issued; uint48 from; uint48 to; address token; uint256 amount; bytes32 purchaseOrder; bytes32 statement; bytes32 previous; }',
])

/** The fingerprint that the contract gives a receipt. */
export const fingerprintOf = (licensee: Address, family: bigint, entry: ReceiptEntry): Hex =>
  keccak256(encodeAbiParameters(ENTRY, [licensee, family, entry]))

interface Blocks {
  readonly fromBlock: bigint
  readonly toBlock: bigint
}

/** What was issued in these blocks under a permission, or with a fingerprint. */
export async function issuedIn(
  config: Config,
  house: PhyleHouse,
  args: { readonly licensee: Address; readonly family: bigint } | { readonly fingerprint: Hex },
  blocks: Blocks,
): Promise<readonly Issued[]> {
  const asked = {
    address: house.licences,
    abi: iLicencesAbi,
    args,
    ...blocks,
    strict: true,
  } as const
  const [receipts, refunds] = await Promise.all([
    getContractEvents(config, { ...asked, eventName: 'Receipt' }),
    getContractEvents(config, { ...asked, eventName: 'Refunded' }),
  ])
  return [...receipts, ...refunds]
    .map(
      (log): Issued => ({
        kind: log.eventName === 'Receipt' ? 'receipt' : 'refund',
        licensee: log.args.licensee,
        family: log.args.family,
        fingerprint: log.args.fingerprint,
        entry: log.args.entry,
        block: log.blockNumber,
        blockHash: log.blockHash,
        tx: log.transactionHash,
      }),
    )
    .filter(
      ({ licensee, family, entry, fingerprint }) =>
        fingerprintOf(licensee, family, entry) === fingerprint,
    )
}

/** Newest first, each named by the one after it; null where they do not lead from the newest to the first. */
export function unbroken(newest: Hex, receipts: readonly Issued[]): readonly Issued[] | null {
  const known = new Map(receipts.map((one) => [one.fingerprint, one]))
  const all: Issued[] = []
  for (let at = newest; at !== zeroHash; ) {
    const one = known.get(at)
    if (!one) return null
    known.delete(at)
    all.push(one)
    at = one.entry.previous
  }
  return all
}

/**
 * All receipts of a permission, newest first: where the overview says they are, else by looking at
 * every block. Whatever the overview says, none is missing: the newest, which the contract names, leads
 * through all of them to the first.
 */
export async function readReceipts(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
  newest: Hex,
): Promise<readonly Issued[]> {
  if (newest === zeroHash) return []
  const among = { licensee, family }
  const places = await askIndex(settings.indexerUrl, '/api/grants/:family/:licensee', {
    family: `${family}`,
    licensee,
  })
    .then(({ data }) =>
      data.receipts
        .flatMap((one) => [one.block, one.refunded?.block ?? one.block])
        .map((block) => BigInt(block)),
    )
    .catch(() => [])
  const hinted = await Promise.all(
    [...new Set(places)].map((block) =>
      issuedIn(config, house, among, { fromBlock: block, toBlock: block }),
    ),
  ).then(
    (found) => unbroken(newest, found.flat()),
    () => null,
  )
  if (hinted) return hinted
  const all = await inStretches(config, BigInt(house.block), (fromBlock, toBlock) =>
    issuedIn(config, house, among, { fromBlock, toBlock }),
  )
  const whole = unbroken(newest, all)
  if (!whole) throw new Error('the node did not hand over all receipts of the permission')
  return whole
}

async function readPermission(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
): Promise<Permission | null> {
  const asked = { address: house.licences, args: [family, licensee] } as const
  const [grant, spans, fingerprint] = await Promise.all([
    readLicencesGrantOf(config, asked),
    readLicencesSpansOf(config, asked),
    readLicencesNewestReceipt(config, asked),
  ])
  if (grant.receipts === 0n) return null
  const receipts = await readReceipts(config, settings, house, family, licensee, fingerprint)
  const payments = await Promise.all(
    receipts
      .filter(({ kind, entry }) => kind === 'receipt' && entry.amount > 0n)
      .slice(0, FEW_PAYMENTS)
      .map(async ({ entry: { number: receipt } }) => {
        const args = [family, licensee, receipt] as const
        return { receipt, ...(await readLicencesPaymentOf(config, { ...asked, args })) }
      }),
  )
  return {
    licensee,
    family,
    from: grant.from,
    to: grant.to,
    ground: groundOf(grant.ground) ?? 'PAID',
    tier: grant.tier,
    terms: grant.terms,
    refundedAt: grant.refundedAt,
    spans: spans.map(readSpan),
    payments,
    fingerprint,
    receipts,
  }
}

/** A permission with all its receipts, asked of the contract itself; null where there is none. */
export function usePermission(family: bigint | undefined, licensee: Address | undefined) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  return useQuery({
    queryKey: ['permission', house?.licences, `${family}`, licensee],
    enabled: house !== null && family !== undefined && licensee !== undefined,
    refetchInterval: settings.local ? 6_000 : 30_000,
    queryFn: () => {
      if (!house || family === undefined || !licensee) throw new Error('not enabled')
      return readPermission(config, settings, house, family, licensee)
    },
  })
}

/** May I, why, how much: the contract's own answer to exactly what would be asked for. */
export function useQuote(request: LicenceRequest | null) {
  const house = useHouse()
  const { local } = useSettings()
  return useReadLicencesQuote({
    address: house?.licences,
    args: request ? [request] : undefined,
    query: { enabled: request !== null, refetchInterval: local ? 6_000 : 30_000, retry: 0 },
  })
}
