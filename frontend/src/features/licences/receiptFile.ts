import { LICENCE_GROUNDS } from '@phyle/sdk/chapters/licences/enums'
import { cidOf } from '@phyle/sdk/cid'
import { groundCode, groundOf } from '@phyle/sdk/licence'
import { depthOf } from '@phyle/sdk/parse'
import { isSpdxExpression } from '@phyle/sdk/spdx-rights'
import { type Address, formatUnits, getAddress, type Hex, isAddress, zeroHash } from 'viem'
import { z } from 'zod'
import { fingerprintOf, type Issued, type ReceiptEntry } from '../../chain/permissions.ts'
import type { Claim, ReceiptFacts } from '../../chain/receiptProof.ts'
import { type Details, type PartyDetails, rateOf, taxIn } from './details.ts'

/** The name of this shape; a later shape has another. */
const FORMAT = 'phyle-licence-receipt/4'

/* WHAT IS PROVED */

const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)

/** The name under which licence scanners know this permission. */
export const licenseRefOf = (
  chainId: number,
  issued: Pick<Issued, 'family' | 'entry' | 'fingerprint'>,
) =>
  `LicenseRef-Phyle-${chainId}-${issued.family}-${issued.entry.terms}-${issued.fingerprint.slice(2, 18)}`

/** Numbers that no two receipts of a federation share. */
export const invoiceNumberOf = ({ family, licensee, entry }: Issued) =>
  `${family}-${licensee.slice(2, 8).toUpperCase()}-${entry.number}`

/** A refund is paid the other way. */
export const paidIn = ({ kind, entry }: Issued) =>
  kind === 'refund' ? -entry.amount : entry.amount

const Declared = z.object({
  name: z.string(),
  registration: z.string().nullable(),
  use: z.string(),
  turnover: z.number().int().nonnegative().nullable().catch(null),
  date: z.string().catch(''),
})
export type Declared = z.output<typeof Declared>

/** What a licensee declared; null where it was declared in another form. */
export function declaredIn(statement: string | null): Declared | null {
  try {
    return Declared.parse(JSON.parse(statement ?? ''))
  } catch {
    return null
  }
}

/** Who bought, as far as it is on record; undefined where that could not be asked. */
function customerOf({ issued, coop, statement }: ReceiptFacts) {
  const declared = issued.entry.statement === zeroHash || statement !== null
  const { name, registration } = declaredIn(statement) ?? { name: '', registration: null }
  return {
    name: !declared ? undefined : name !== '' ? name : coopGround(issued) ? coop?.now : null,
    registration: declared ? registration : undefined,
    account: issued.licensee,
  }
}

const coopGround = ({ entry }: Issued) => groundOf(entry.ground) === 'MEMBER_COOP'

/**
 * All that a receipt says, out of what the chain says and nothing else. The file is written from it, and
 * a file is held against it: what is undefined could not be asked, what is null is not there.
 */
export function provedOf(facts: ReceiptFacts) {
  const { issued, chainId, work, token } = facts
  const { entry } = issued
  const licenseRef = licenseRefOf(chainId, issued)
  const isPublic = work !== null && isSpdxExpression(work.licence)
  const terms = entry.terms === 0n ? { hash: null, legalText: null, licensor: null } : facts.terms
  return {
    format: FORMAT,
    chainId,
    contract: facts.contract,
    event: issued.kind === 'refund' ? ('Refunded' as const) : ('Receipt' as const),
    licensee: issued.licensee,
    family: `${issued.family}`,
    fingerprint: issued.fingerprint,
    entry: {
      number: `${entry.number}`,
      payer: entry.payer,
      work: `${entry.work}`,
      terms: `${entry.terms}`,
      ground: groundOf(entry.ground),
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
      title: work?.title,
      version: work?.version,
      licence: work?.licence,
      licensor: work?.licensor,
      sha256: work?.digest,
      cid: work ? cidOf(work.digest) : undefined,
      links: work?.links,
    },
    terms: { hash: terms?.hash, legalText: terms?.legalText, licensor: terms?.licensor },
    spdx: {
      licenseRef,
      snippet: work
        ? `SPDX-License-Identifier: ${isPublic ? `${work.licence} OR ${licenseRef}` : licenseRef}`
        : undefined,
    },
    statement: entry.statement === zeroHash ? null : (facts.statement ?? undefined),
    purchaseOrder: entry.purchaseOrder === zeroHash ? null : (facts.purchaseOrder ?? undefined),
    supplier: { name: facts.steward?.now, account: work?.steward },
    customer: customerOf(facts),
    invoice: {
      number: invoiceNumberOf(issued),
      date: day(entry.issued),
      token: token?.symbol,
      currency: token ? (facts.cash ?? token.symbol) : undefined,
      gross: token ? formatUnits(paidIn(issued), token.decimals) : undefined,
    },
  }
}

/* THE FILE */

const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform((text) => text as Hex)
const address = z
  .string()
  .refine((text) => isAddress(text) && getAddress(text) === text, 'not an address as it is written')
  .transform((text) => text as Address)
const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/)
  .transform((text) => BigInt(text))
const time = z.number().int().nonnegative()
const addedParty = z.object({
  name: z.string().nullable(),
  address: z.string().nullable(),
  taxNumber: z.string().nullable(),
})

/** One receipt as a file that stands by itself. Each value has one way of being written. */
const ReceiptFile = z.object({
  format: z.literal(FORMAT),
  chainId: z.number().int().positive(),
  contract: address,
  event: z.enum(['Receipt', 'Refunded']),
  licensee: address,
  family: whole,
  fingerprint: hash,
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
  terms: z.object({
    hash: hash.nullable(),
    legalText: hash.nullable(),
    /** Who sold the permission, or let the steward sell it. */
    licensor: address.nullable(),
  }),
  spdx: z.object({ licenseRef: z.string(), snippet: z.string() }),
  /** The declaration and the order in full, where whoever wrote the file had them. */
  statement: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  supplier: z.object({ name: z.string(), account: address }),
  customer: z.object({
    name: z.string().nullable(),
    registration: z.string().nullable(),
    account: address,
  }),
  invoice: z.object({
    number: z.string(),
    date: z.string(),
    token: z.string(),
    currency: z.string(),
    gross: z.string(),
  }),
  /** What the holder added for their books. Nobody has checked it, and no chain knows of it. */
  addedByHolder: z.object({
    purchaseOrder: z.string().nullable(),
    supplier: addedParty,
    customer: addedParty,
    taxRate: z.string().nullable(),
    net: z.string().nullable(),
    tax: z.string().nullable(),
  }),
})
type Added = z.input<typeof ReceiptFile>['addedByHolder']

/** A receipt in any shape that this app has written or will write. */
const Named = z.object({ format: z.string().startsWith('phyle-licence-receipt/') })

const typed = (text: string) => (text.trim() === '' ? null : text.trim())

/** What the holder adds to a receipt for their books. */
function addedTo(
  facts: ReceiptFacts,
  details: Details,
  coin: bigint,
  licenseeName: string | undefined,
): Added {
  const { issued, token, purchaseOrder } = facts
  const rate = rateOf(details.taxRate)
  const tax = token && rate !== null ? taxIn(paidIn(issued), rate, coin) : null
  const written = (amount: bigint) => formatUnits(amount, token?.decimals ?? 0)
  const party = ({ address, taxNumber }: PartyDetails, name: string | null) => ({
    name,
    address: typed(address),
    taxNumber: typed(taxNumber),
  })
  const named = customerOf(facts).name
  return {
    // An order whose fingerprint the chain has stands above, proved.
    purchaseOrder: purchaseOrder === null ? typed(details.purchaseOrder) : null,
    supplier: party(details.supplier, null),
    customer: party(details.customer, named ? null : (licenseeName ?? null)),
    taxRate: tax && rate !== null ? formatUnits(rate, 2) : null,
    net: tax && written(tax.net),
    tax: tax && written(tax.tax),
  }
}

/** The file of a receipt; null where not all that it needs could be asked. */
export function writeReceipt(
  facts: ReceiptFacts,
  details: Details,
  /** The smallest coin of the currency, to which tax is counted. */
  coin: bigint,
  licenseeName: string | undefined,
): string | null {
  const proved = provedOf(facts)
  const { statement = null, purchaseOrder = null, customer } = proved
  const { name = null, registration = null } = customer
  const file = {
    ...proved,
    statement,
    purchaseOrder,
    customer: { name, registration, account: customer.account },
    addedByHolder: addedTo(facts, details, coin, licenseeName),
  }
  return ReceiptFile.safeParse(file).success ? `${JSON.stringify(file, null, 2)}\n` : null
}

/* READING */

type Parsed = z.output<typeof ReceiptFile>

/** Something that the file holds and the shape does not know, or that the holder filled in. */
export interface AddedValue {
  /** Its place in the file. */
  readonly path: string
  readonly value: string
}

export interface ReceiptFile {
  /** As it stands in the file, for comparing it word for word. */
  readonly raw: Readonly<Record<string, unknown>>
  readonly claim: Claim
  readonly added: readonly AddedValue[]
}

export type ReadFile =
  | { readonly file: ReceiptFile }
  | {
      /** Something else altogether, a receipt in another shape, or one that is not whole. */
      readonly fault: 'foreign' | 'version' | 'damaged'
      /** The first thing that is wrong, by its place in the file; for whoever helps. */
      readonly problem: string
    }

/** Receipts are small and flat. */
const MOST_BYTES = 1_000_000
const MOST_DEPTH = 32

/** No receipt, for a reason other than that it is no JSON. */
class Unlike extends Error {}
class Rewritten extends Error {}

/** JSON as it was meant: in UTF-8, each key once, each number and letter written in the one usual way. */
function strictJson(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_BYTES) throw new Unlike('it is too large')
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (depthOf(text) > MOST_DEPTH) throw new Unlike('its values stand too deep in one another')
  const raw: unknown = JSON.parse(text)
  const dense = text.replaceAll(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) =>
    part.startsWith('"') ? part : '',
  )
  if (dense !== JSON.stringify(raw)) throw new Rewritten()
  return raw
}

/** A file as somebody chose it; what is too large is not even read. */
export async function readChosenFile(file: Blob): Promise<ReadFile> {
  try {
    const all = await file.slice(0, MOST_BYTES + 1).arrayBuffer()
    return readReceiptFile(new Uint8Array(all))
  } catch {
    return { fault: 'foreign', problem: 'it cannot be read' }
  }
}

export function readReceiptFile(bytes: Uint8Array): ReadFile {
  let raw: unknown
  try {
    raw = strictJson(bytes)
  } catch (error) {
    return error instanceof Rewritten
      ? {
          fault: 'damaged',
          problem: 'a key stands in it twice, or a value is written in another way',
        }
      : { fault: 'foreign', problem: error instanceof Unlike ? error.message : 'it is no JSON' }
  }
  const read = ReceiptFile.safeParse(raw)
  if (read.success) {
    const whole = raw as Readonly<Record<string, unknown>>
    return { file: { raw: whole, claim: claimOf(read.data), added: addedIn(whole, read.data) } }
  }
  const [first] = read.error.issues
  const problem = `${first?.path.join('.') || 'the file'}: ${first?.message ?? 'wrong'}`
  const named = Named.safeParse(raw)
  if (!named.success) return { fault: 'foreign', problem }
  return { fault: named.data.format === FORMAT ? 'damaged' : 'version', problem }
}

function claimOf(file: Parsed): Claim {
  const { chainId, contract, licensee, family, fingerprint, place, statement, purchaseOrder } = file
  const entry: ReceiptEntry = { ...file.entry, ground: groundCode(file.entry.ground) }
  return {
    chainId,
    contract,
    licensee,
    family,
    fingerprint,
    number: entry.number,
    own: ownFingerprint(licensee, family, entry),
    block: place.block,
    statement,
    purchaseOrder,
  }
}

/** Numbers may be larger than the contract's own; then it has no fingerprint. */
function ownFingerprint(licensee: Address, family: bigint, entry: ReceiptEntry): Hex {
  try {
    return fingerprintOf(licensee, family, entry)
  } catch {
    return zeroHash
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts that nobody has checked: the holder's own, and keys that no receipt has. */
function addedIn(raw: unknown, known: unknown, path = ''): AddedValue[] {
  if (!isRecord(raw) || !isRecord(known)) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    const isOwn = at.startsWith('addedByHolder.')
    if (Object.hasOwn(known, key) && !isOwn) return addedIn(value, known[key], at)
    if (isOwn && isRecord(value)) return addedIn(value, {}, at)
    if (value === null) return []
    return [{ path: at, value: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
}
