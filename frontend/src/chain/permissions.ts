import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import { groundOf, type LicenceGround, type LicenceRequest } from '@phyle/sdk/licence'
import { useQuery } from '@tanstack/react-query'
import type { Address, ContractFunctionReturnType, Hex } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import type { Settings } from '../env.ts'
import {
  readLicencesGrantOf,
  readLicencesPaymentOf,
  readLicencesReceiptHead,
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
  readonly head: Hex
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
  readonly payment: {
    readonly amount: bigint
    readonly from: number
    readonly refundUntil: number
    readonly payer: Address
  } | null
  readonly head: Hex
  /** Newest first; refunds among them. */
  readonly receipts: readonly Issued[]
}

/** Earlier spans, from the lowest bit: from 40, to 40, ground 8. */
export function readSpan(word: bigint): Span {
  const low = (shift: bigint, bits: bigint) => Number((word >> shift) & ((1n << bits) - 1n))
  return { from: low(0n, 40n), to: low(40n, 40n), ground: groundOf(low(80n, 8n)) ?? 'PAID' }
}

async function eventsIn(
  config: Config,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Issued[]> {
  const asked = {
    address: house.licences,
    abi: iLicencesAbi,
    args: { licensee, family },
    fromBlock,
    toBlock,
    strict: true,
  } as const
  const [receipts, refunds] = await Promise.all([
    getContractEvents(config, { ...asked, eventName: 'Receipt' }),
    getContractEvents(config, { ...asked, eventName: 'Refunded' }),
  ])
  return [...receipts, ...refunds].map((log) => ({
    kind: log.eventName === 'Receipt' ? 'receipt' : 'refund',
    licensee: log.args.licensee,
    family: log.args.family,
    head: log.args.head,
    entry: log.args.entry,
    block: log.blockNumber,
    blockHash: log.blockHash,
    tx: log.transactionHash,
  }))
}

/** All receipts of a permission: where the overview says they are, else by looking at every block. */
export async function readReceipts(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
  count: bigint,
): Promise<Issued[]> {
  if (count === 0n) return []
  const newestFirst = (all: readonly Issued[]) =>
    all.toSorted((a, b) => Number(b.entry.number - a.entry.number))
  const known = await askIndex(settings.indexerUrl, '/api/grants/:family/:licensee', {
    family: `${family}`,
    licensee,
  }).catch(() => null)
  const places = known?.data.receipts.flatMap((one) => [
    one.block,
    ...(one.refunded ? [one.refunded.block] : []),
  ])
  if (places) {
    const blocks = [...new Set(places)].map(BigInt)
    const found = await Promise.all(
      blocks.map((block) => eventsIn(config, house, family, licensee, block, block)),
    )
    if (BigInt(found.flat().length) === count) return newestFirst(found.flat())
  }
  const all = await inStretches(config, BigInt(house.block), (from, to) =>
    eventsIn(config, house, family, licensee, from, to),
  )
  return newestFirst(all)
}

async function readPermission(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  family: bigint,
  licensee: Address,
): Promise<Permission | null> {
  const asked = { address: house.licences, args: [family, licensee] } as const
  const [grant, spans, payment, head] = await Promise.all([
    readLicencesGrantOf(config, asked),
    readLicencesSpansOf(config, asked),
    readLicencesPaymentOf(config, asked),
    readLicencesReceiptHead(config, asked),
  ])
  if (grant.receipts === 0n) return null
  const receipts = await readReceipts(config, settings, house, family, licensee, grant.receipts)
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
    payment: payment.amount === 0n ? null : payment,
    head,
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
