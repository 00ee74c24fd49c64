import { documentDigest } from '@phyle/sdk/documents'
import { purchaseOrderDigest, statementDocument } from '@phyle/sdk/licence'
import { zeroHash } from 'viem'
import { fingerprintOf, type Issued, type ReceiptEntry } from '../../src/chain/permissions.ts'
import type { ReceiptFacts, ReceiptProof } from '../../src/chain/receiptProof.ts'
import { type Assessment, assess } from '../../src/features/licences/receiptCheck.ts'
import { readReceiptFile, writeReceipt } from '../../src/features/licences/receiptFile.ts'
import { some, who } from './issued.ts'

export const licensee = who('1a')
const contract = who('2b')
const statement = statementDocument({
  ground: 'PAID',
  name: 'A firm',
  registration: 'HRB 7',
  use: 'A firm declares to use Mill.',
  turnover: 500_000,
  date: '2026-01-01',
})

export const entry: ReceiptEntry = {
  number: 1n,
  payer: licensee,
  work: 7n,
  terms: 2n,
  ground: 0,
  tier: 2,
  issued: 1_000_000,
  from: 1_000_000,
  to: 2_000_000,
  token: who('3c'),
  amount: 240_000_000n,
  purchaseOrder: purchaseOrderDigest('PO 1'),
  statement: documentDigest(statement),
  previous: zeroHash,
}
export const issue = (entry: ReceiptEntry, kind: Issued['kind'] = 'receipt'): Issued => ({
  kind,
  licensee,
  family: 5n,
  fingerprint: fingerprintOf(licensee, 5n, entry),
  entry,
  block: 10n + entry.number,
  blockHash: some('bb'),
  tx: some('cc'),
})
export const issued = issue(entry)
export const facts: ReceiptFacts = {
  chainId: 100,
  contract,
  issued,
  work: {
    title: 'Mill',
    version: '1',
    licence: 'CERN-OHL-S-2.0',
    licensor: 'Somebody',
    links: ['https://mill.example', 'https://mirror.example'],
    digest: some('ff'),
    steward: who('4d'),
    family: 5n,
    parents: [],
    right: 'RESERVED',
    origin: 1n,
    registered: 900_000,
  },
  terms: { hash: some('dd'), legalText: some('ee'), licensor: who('4d') },
  token: { symbol: 'EURd', decimals: 6 },
  cash: 'EUR',
  steward: { now: 'A co-op', atIssue: 'A co-op' },
  coop: null,
  statement,
  purchaseOrder: 'PO 1',
}
export const details = {
  purchaseOrder: '',
  taxRate: '20',
  supplier: { address: '2 Mill Lane', taxNumber: 'FR 40 303265045' },
  customer: { address: '1 Quay Street, Dublin', taxNumber: '' },
}
export const written = writeReceipt(facts, details, 10_000n, 'Called here') ?? ''
export const genuine: Extract<ReceiptProof, { readonly found: 'receipt' }> = {
  found: 'receipt',
  facts,
  since: [issued],
  covered: true,
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What is made of a file; null where it is refused before anything is asked. */
export function judged(
  content: string | Uint8Array,
  proof: ReceiptProof = genuine,
): Assessment | null {
  const read = readReceiptFile(typeof content === 'string' ? bytesOf(content) : content)
  return 'file' in read ? assess(read.file, proof) : null
}
export function standing(text: string, proof?: ReceiptProof): Assessment {
  const found = judged(text, proof)
  if (!found) throw new Error('the file was refused')
  return found
}
