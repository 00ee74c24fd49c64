import { cidOf } from '@phyle/sdk/cid'
import { documentDigest } from '@phyle/sdk/documents'
import { groundCode, groundOf, LICENCE_GROUNDS, purchaseOrderDigest } from '@phyle/sdk/licence'
import {
  type Address,
  encodeAbiParameters,
  formatUnits,
  getAddress,
  type Hex,
  isAddress,
  keccak256,
  parseAbiParameters,
  zeroHash,
} from 'viem'
import { z } from 'zod'
import type { Issued, ReceiptEntry } from '../../chain/permissions.ts'
import { centOf, type Details, type PartyDetails, taxIn } from './details.ts'

/** The name of this shape; a later shape has another. */
const FORMAT = 'phyle-licence-receipt/2'

const ENTRY = parseAbiParameters([
  'address licensee, uint256 family, Entry entry',
  'struct Entry { uint256 number; address payer; uint256 work; uint256 terms; uint8 ground; uint8 tier; uint48 issued; uint48 from; uint48 to; address token; uint256 amount; bytes32 purchaseOrder; bytes32 statement; bytes32 previous; }',
])

/** The fingerprint that the contract gives a receipt. */
export const headOf = (licensee: Address, family: bigint, entry: ReceiptEntry): Hex =>
  keccak256(encodeAbiParameters(ENTRY, [licensee, family, entry]))

const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .transform((text) => text.toLowerCase() as Hex)
const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), 'not an address')
  .transform((text) => getAddress(text))
const whole = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform((text) => BigInt(text))
const time = z.number().int().nonnegative()
const party = z.object({
  name: z.string().nullable(),
  account: address,
  registration: z.string().nullable(),
})
const added = z.object({ address: z.string().nullable(), taxNumber: z.string().nullable() })

/** One receipt as a file that stands by itself. */
const ReceiptFile = z.object({
  format: z.literal(FORMAT),
  chainId: z.number().int().positive(),
  contract: address,
  event: z.enum(['Receipt', 'Refunded']),
  licensee: address,
  family: whole,
  head: hash,
  entry: z.object({
    number: whole,
    payer: address,
    work: whole,
    terms: whole,
    ground: z.enum(LICENCE_GROUNDS),
    tier: z.number().int().min(0).max(255),
    issued: time,
    from: time,
    to: time,
    token: address,
    amount: whole,
    purchaseOrder: hash,
    statement: hash,
    previous: hash,
  }),
  place: z.object({ transaction: hash, block: whole, blockHash: hash }),
  work: z.object({
    title: z.string(),
    version: z.string(),
    licence: z.string(),
    licensor: z.string(),
    sha256: hash,
    cid: z.string(),
    links: z.array(z.string()),
  }),
  terms: z.object({ hash: hash.nullable(), legalText: hash.nullable() }),
  spdx: z.object({ licenseRef: z.string(), snippet: z.string() }),
  statement: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  supplier: party,
  customer: party,
  invoice: z.object({
    number: z.string(),
    date: z.string(),
    currency: z.string(),
    gross: z.string(),
    /** What the holder added for their books. Nobody has checked it, and no chain knows of it. */
    declaredByHolder: z.object({
      purchaseOrder: z.string().nullable(),
      supplier: added,
      customer: added,
      taxRate: z.string().nullable(),
      net: z.string().nullable(),
      tax: z.string().nullable(),
    }),
  }),
})
/** A receipt in any shape that this app has written or will write. */
const Named = z.object({ format: z.string().startsWith('phyle-licence-receipt/') })

type Shape = z.input<typeof ReceiptFile>
export type ReceiptFile = z.output<typeof ReceiptFile>

export interface ReceiptFacts {
  readonly chainId: number
  readonly contract: Address
  readonly issued: Issued
  readonly work: {
    readonly title: string
    readonly version: string
    readonly licence: string
    readonly licensor: string
    readonly digest: Hex
    readonly links: readonly string[]
    readonly steward: Address
  }
  readonly terms: { readonly hash: Hex; readonly legalText: Hex } | null
  readonly stewardName: string | null
  readonly licenseeName: string | null
  readonly registration: string | null
  /** The declaration in full, where it could be had. */
  readonly statement: string | null
  readonly purchaseOrder: string | null
  readonly details: Details
  readonly currency: { readonly symbol: string; readonly decimals: number }
}

const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)

/** The name under which licence scanners know this permission. */
export const licenseRefOf = (chainId: number, issued: Pick<Issued, 'family' | 'entry' | 'head'>) =>
  `LicenseRef-Phyle-${chainId}-${issued.family}-${issued.entry.terms}-${issued.head.slice(2, 18)}`

/** Numbers that no two receipts of a federation share. */
export const invoiceNumberOf = ({ family, licensee, entry }: Issued) =>
  `${family}-${licensee.slice(2, 8).toUpperCase()}-${entry.number}`

export function receiptFile(facts: ReceiptFacts): Shape {
  const { issued, work, chainId, currency } = facts
  const { entry } = issued
  const licenseRef = licenseRefOf(chainId, issued)
  const signed = issued.kind === 'refund' ? -entry.amount : entry.amount
  const { details } = facts
  const tax = taxIn(signed, details.taxRate, centOf(currency.decimals))
  const typed = (text: string) => (text.trim() === '' ? null : text.trim())
  const addedTo = ({ address, taxNumber }: PartyDetails) => ({
    address: typed(address),
    taxNumber: typed(taxNumber),
  })
  const written = (amount: bigint | undefined) =>
    amount === undefined ? null : formatUnits(amount, currency.decimals)
  return {
    format: FORMAT,
    chainId,
    contract: facts.contract,
    event: issued.kind === 'refund' ? 'Refunded' : 'Receipt',
    licensee: issued.licensee,
    family: `${issued.family}`,
    head: issued.head,
    entry: {
      number: `${entry.number}`,
      payer: entry.payer,
      work: `${entry.work}`,
      terms: `${entry.terms}`,
      ground: groundOf(entry.ground) ?? 'PAID',
      tier: entry.tier,
      issued: entry.issued,
      from: entry.from,
      to: entry.to,
      token: entry.token,
      amount: `${entry.amount}`,
      purchaseOrder: entry.purchaseOrder,
      statement: entry.statement,
      previous: entry.previous,
    },
    place: { transaction: issued.tx, block: `${issued.block}`, blockHash: issued.blockHash },
    work: {
      title: work.title,
      version: work.version,
      licence: work.licence,
      licensor: work.licensor,
      sha256: work.digest,
      cid: cidOf(work.digest),
      links: [...work.links],
    },
    terms: { hash: facts.terms?.hash ?? null, legalText: facts.terms?.legalText ?? null },
    spdx: {
      licenseRef,
      snippet: `SPDX-License-Identifier: ${work.licence === '' ? licenseRef : `${work.licence} OR ${licenseRef}`}`,
    },
    statement: facts.statement,
    purchaseOrder: facts.purchaseOrder,
    supplier: {
      name: facts.stewardName,
      account: work.steward,
      registration: null,
    },
    customer: {
      name: facts.licenseeName,
      account: issued.licensee,
      registration: facts.registration,
    },
    invoice: {
      number: invoiceNumberOf(issued),
      date: day(entry.issued),
      currency: currency.symbol,
      gross: formatUnits(signed, currency.decimals),
      declaredByHolder: {
        // An order whose fingerprint the chain has stands above, proved.
        purchaseOrder: facts.purchaseOrder === null ? typed(details.purchaseOrder) : null,
        supplier: addedTo(details.supplier),
        customer: addedTo(details.customer),
        taxRate: tax && details.taxRate.trim(),
        net: written(tax?.net),
        tax: written(tax?.tax),
      },
    },
  }
}

export type ReadFile =
  | { readonly file: ReceiptFile }
  | {
      /** Something else altogether, a receipt in another shape, or one that is not whole. */
      readonly fault: 'foreign' | 'version' | 'damaged'
      /** The first thing that is wrong, by its place in the file; for whoever helps. */
      readonly problem: string
    }

export function readReceiptFile(text: string): ReadFile {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { fault: 'foreign', problem: 'it is no JSON' }
  }
  const read = ReceiptFile.safeParse(raw)
  if (read.success) return { file: read.data }
  const [first] = read.error.issues
  const problem = `${first?.path.join('.') || 'the file'}: ${first?.message ?? 'wrong'}`
  const named = Named.safeParse(raw)
  if (!named.success) return { fault: 'foreign', problem }
  return { fault: named.data.format === FORMAT ? 'damaged' : 'version', problem }
}

/** The entry of a file as the contract hashes it. */
export const entryOf = ({ entry }: ReceiptFile): ReceiptEntry => ({
  ...entry,
  ground: groundCode(entry.ground),
})

export type CheckName =
  | 'head'
  | 'place'
  | 'event'
  | 'chain'
  | 'terms'
  | 'work'
  | 'statement'
  | 'order'
  | 'refund'
  | 'covered'
export interface Check {
  readonly name: CheckName
  readonly result: 'yes' | 'no' | 'unknown'
  /** For a refund: when. */
  readonly at?: number
}

/** What the chain says; null where it could not be asked. */
export interface ChainSide {
  readonly chainId: number
  readonly contract: Address
  /** All receipts of the same permission. */
  readonly receipts: readonly Issued[] | null
  readonly newest: Hex | null
  readonly terms: { readonly hash: Hex; readonly legalText: Hex } | null
  readonly workDigest: Hex | null
  /** Whether the first and the last second of the period are covered now. */
  readonly covered: boolean | null
}

const verdict = (holds: boolean | null): Check['result'] =>
  holds === null ? 'unknown' : holds ? 'yes' : 'no'

/** Compares a file with the chain, point by point. Believes nothing in the file. */
export function checkReceipt(file: ReceiptFile, chain: ChainSide): Check[] {
  const entry = entryOf(file)
  const isRefund = file.event === 'Refunded'
  const own = headOf(file.licensee, file.family, entry)
  const here = file.chainId === chain.chainId && file.contract === chain.contract
  const recorded = chain.receipts?.find(({ head }) => head === own) ?? null
  const checks: Check[] = [
    { name: 'head', result: verdict(own === file.head) },
    { name: 'place', result: verdict(here) },
    {
      name: 'event',
      result: verdict(
        !here || chain.receipts === null
          ? null
          : recorded !== null &&
              recorded.tx === file.place.transaction &&
              recorded.block === file.place.block &&
              recorded.blockHash === file.place.blockHash &&
              (recorded.kind === 'refund') === isRefund,
      ),
    },
    {
      name: 'chain',
      result: verdict(
        !here || chain.receipts === null || chain.newest === null
          ? null
          : leadsTo(chain.newest, own, chain.receipts),
      ),
    },
    {
      name: 'work',
      result: verdict(
        !here || chain.workDigest === null
          ? null
          : chain.workDigest === file.work.sha256 && cidOf(file.work.sha256) === file.work.cid,
      ),
    },
  ]
  if (entry.terms !== 0n) {
    checks.push({
      name: 'terms',
      result: verdict(
        !here || chain.terms === null
          ? null
          : chain.terms.hash === file.terms.hash && chain.terms.legalText === file.terms.legalText,
      ),
    })
  }
  if (entry.statement !== zeroHash && file.statement !== null) {
    checks.push({
      name: 'statement',
      result: verdict(documentDigest(file.statement) === entry.statement),
    })
  }
  if (file.purchaseOrder !== null) {
    checks.push({
      name: 'order',
      result: verdict(purchaseOrderDigest(file.purchaseOrder) === entry.purchaseOrder),
    })
  }
  if (!isRefund) {
    const refund = here
      ? chain.receipts?.find(
          (one) =>
            one.kind === 'refund' && one.entry.number > entry.number && one.entry.from < entry.to,
        )
      : undefined
    checks.push({
      name: 'refund',
      result: !here || chain.receipts === null ? 'unknown' : refund ? 'no' : 'yes',
      ...(refund && { at: refund.entry.issued }),
    })
    checks.push({ name: 'covered', result: verdict(here ? chain.covered : null) })
  }
  return checks
}

/** Whether the newest receipt leads back to this one, each naming the one before it. */
function leadsTo(newest: Hex, head: Hex, receipts: readonly Issued[]): boolean {
  const byHead = new Map(
    receipts.map((one) => [headOf(one.licensee, one.family, one.entry), one.entry.previous]),
  )
  let at: Hex | undefined = newest
  for (let step = 0; at !== undefined && step <= receipts.length; step++) {
    if (at === head) return byHead.has(head)
    at = byHead.get(at)
  }
  return false
}

const LATER: readonly CheckName[] = ['refund', 'covered']

export type Verdict = 'sound' | 'soundBut' | 'unsound' | 'unknown'

/** All in one word: genuine and standing, genuine but changed later, false, or not to be told. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const is = (result: Check['result'], later: boolean) =>
    checks.some((check) => check.result === result && LATER.includes(check.name) === later)
  if (is('no', false)) return 'unsound'
  if (is('unknown', false)) return 'unknown'
  if (is('no', true)) return 'soundBut'
  return is('unknown', true) ? 'unknown' : 'sound'
}
