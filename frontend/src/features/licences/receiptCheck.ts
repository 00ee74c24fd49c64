import type { CoopName, ReceiptFacts, ReceiptProof } from '../../chain/receiptProof.ts'
import { type AddedValue, provedOf, type ReceiptFile } from './receiptFile.ts'

/** What is checked, each with the parts of the file that it is about. */
const PARTS = {
  record: ['format', 'chainId', 'contract', 'event', 'licensee', 'family', 'fingerprint', 'entry'],
  place: ['place'],
  work: ['work'],
  terms: ['terms'],
  parties: ['supplier', 'customer'],
  invoice: ['invoice', 'spdx'],
  statement: ['statement'],
  order: ['purchaseOrder'],
} as const satisfies Record<string, readonly (keyof ReturnType<typeof provedOf>)[]>
type Part = keyof typeof PARTS
export type CheckName = Part | 'refund' | 'covered'

/** One value of the file that is not what the network has. */
export interface Difference {
  /** Its place in the file. */
  readonly path: string
  readonly file: string
  /** Null where the network has nothing there, or could not be asked. */
  readonly network: string | null
}

export interface Check {
  readonly name: CheckName
  readonly result: 'yes' | 'no' | 'unknown'
  readonly differences: readonly Difference[]
  /** For a refund: when. */
  readonly at?: number
}

/**
 * All in one word: genuine and standing, genuine but changed later, false, of no receipt that the network
 * knows, of another network, or not to be told.
 */
export type Verdict = 'sound' | 'soundBut' | 'unsound' | 'none' | 'elsewhere' | 'unknown'

export interface Assessment {
  readonly verdict: Verdict
  readonly checks: readonly Check[]
  /** The facts: all of them come from the network, none from the file. */
  readonly facts: ReceiptFacts | null
  /** Claims of the holder alone. */
  readonly added: readonly AddedValue[]
}

/** Holds a file against what the chain has. Believes nothing in the file. */
export function assess({ raw, added }: ReceiptFile, proof: ReceiptProof): Assessment {
  if (proof.found !== 'receipt') {
    const verdict = proof.found === 'silent' ? 'unknown' : proof.found
    return { verdict, checks: [], facts: null, added }
  }
  const { facts } = proof
  const parts = partsOf(raw, facts)
  const later = laterOf(proof)
  return { verdict: verdictOf(parts, later), checks: [...parts, ...later], facts, added }
}

/* WORD FOR WORD */

interface Compared {
  readonly path: string
  readonly file: unknown
  readonly proved: unknown
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each value of the proved receipt beside what stands in the same place of the file. */
function beside(file: unknown, proved: unknown, path: string): Compared[] {
  if (!isRecord(proved)) return [{ path, file, proved }]
  const theirs = isRecord(file) ? file : {}
  return Object.entries(proved).flatMap(([key, value]) =>
    beside(theirs[key], value, `${path}.${key}`),
  )
}

const written = (value: unknown) => JSON.stringify(value)

/** Whoever wrote the file need not have had these: a file without them says nothing false. */
const MAY_BE_LEFT_OUT = ['statement', 'purchaseOrder', 'customer.name', 'customer.registration']
/** A text whose digest is another is refused. */
const BY_DIGEST = ['statement', 'purchaseOrder']

/** The co-op whose name a value is; co-ops may take another. */
function coopAt({ path, proved }: Compared, { steward, coop }: ReceiptFacts): CoopName | null {
  if (path === 'supplier.name') return steward
  return path === 'customer.name' && coop?.now === proved ? coop : null
}

function resultOf(compared: Compared, facts: ReceiptFacts): Check['result'] {
  const { path, file, proved } = compared
  if (written(file) === written(proved)) return 'yes'
  if (file === null && MAY_BE_LEFT_OUT.includes(path)) return 'yes'
  if (proved === undefined) return BY_DIGEST.includes(path) ? 'no' : 'unknown'
  const coop = coopAt(compared, facts)
  if (coop && file === coop.atIssue) return 'yes'
  return coop && coop.atIssue === null ? 'unknown' : 'no'
}

const all = (results: readonly Check['result'][]): Check['result'] =>
  results.includes('no') ? 'no' : results.includes('unknown') ? 'unknown' : 'yes'

/** A value of a file may be of any length. */
const plain = (value: unknown) => (typeof value === 'string' ? value : written(value)).slice(0, 200)

/** A part of which the file says nothing, and need not, is left out. */
function partsOf(raw: ReceiptFile['raw'], facts: ReceiptFacts): Check[] {
  const proved = provedOf(facts)
  return Object.entries(PARTS).flatMap(([name, keys]) => {
    const values = keys.flatMap((key) => beside(raw[key], proved[key], key))
    const results = values.map((value) => resultOf(value, facts))
    const result = all(results)
    if (result === 'yes' && values.every(({ file }) => file === null)) return []
    const differences = values.flatMap(({ path, file, proved }, at) =>
      results[at] === 'no' || (results[at] === 'unknown' && proved !== undefined)
        ? [{ path, file: plain(file), network: proved == null ? null : plain(proved) }]
        : [],
    )
    return [{ name: name as Part, result, differences }]
  })
}

/* WHAT HAPPENED LATER */

type Found = Extract<ReceiptProof, { readonly found: 'receipt' }>

function laterOf({ facts, since, covered }: Found): Check[] {
  const { kind, entry } = facts.issued
  if (kind === 'refund') return []
  const refund = since?.find(
    (one) => one.kind === 'refund' && one.entry.number > entry.number && one.entry.from < entry.to,
  )
  return [
    {
      name: 'refund',
      result: since === null ? 'unknown' : refund ? 'no' : 'yes',
      differences: [],
      ...(refund && { at: refund.entry.issued }),
    },
    {
      name: 'covered',
      result: covered === null ? 'unknown' : covered ? 'yes' : 'no',
      differences: [],
    },
  ]
}

function verdictOf(parts: readonly Check[], later: readonly Check[]): Verdict {
  const genuine = all(parts.map(({ result }) => result))
  if (genuine !== 'yes') return genuine === 'no' ? 'unsound' : 'unknown'
  const stands = all(later.map(({ result }) => result))
  if (stands === 'yes') return 'sound'
  return stands === 'no' ? 'soundBut' : 'unknown'
}
