import { documentDigest } from '@phyle/sdk/documents'
import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import { purchaseOrderDigest } from '@phyle/sdk/licence'
import { type Address, encodeFunctionData, keccak256, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Issued, ReceiptEntry } from '../src/chain/permissions.ts'
import { readSpan } from '../src/chain/permissions.ts'
import {
  type ChainSide,
  checkReceipt,
  headOf,
  readReceiptFile,
  receiptFile,
  verdictOf,
} from '../src/features/licences/receipt.ts'

const some = (byte: string) => `0x${byte.repeat(32)}` as const
const who = (byte: string) => `0x${byte.repeat(20)}` as Address
const licensee = who('11')
const contract = who('22')
const statement = '{"ground":"PAID"}\n'

const first: ReceiptEntry = {
  number: 1n,
  payer: licensee,
  work: 7n,
  terms: 2n,
  ground: 0,
  tier: 2,
  issued: 1_000,
  from: 1_000,
  to: 2_000,
  token: who('33'),
  amount: 240_000_000n,
  purchaseOrder: purchaseOrderDigest('PO 1'),
  statement: documentDigest(statement),
  previous: zeroHash,
}
const issue = (entry: ReceiptEntry, kind: Issued['kind'] = 'receipt'): Issued => ({
  kind,
  licensee,
  family: 5n,
  head: headOf(licensee, 5n, entry),
  entry,
  block: 10n + entry.number,
  blockHash: some('bb'),
  tx: some('cc'),
})
const issued = issue(first)
const terms = { hash: some('dd'), legalText: some('ee') }
const written = receiptFile({
  chainId: 100,
  contract,
  issued,
  work: {
    title: 'Mill',
    version: '1',
    licence: 'CERN-OHL-S-2.0',
    licensor: 'Somebody',
    digest: some('ff'),
    links: [],
    steward: who('44'),
  },
  terms,
  stewardName: 'A co-op',
  licenseeName: 'A firm',
  registration: null,
  statement,
  purchaseOrder: 'PO 1',
  details: {
    purchaseOrder: '',
    taxRate: '20',
    supplier: { address: '', taxNumber: 'FR 40 303265045' },
    customer: { address: '1 Quay Street, Dublin', taxNumber: '' },
  },
  currency: { symbol: 'EUR', decimals: 6 },
})
const chain: ChainSide = {
  chainId: 100,
  contract,
  receipts: [issued],
  newest: issued.head,
  terms,
  workDigest: some('ff'),
  covered: true,
}

function read(change: (raw: typeof written) => void = () => {}) {
  const raw = structuredClone(written)
  change(raw)
  const result = readReceiptFile(JSON.stringify(raw))
  if ('problem' in result) throw new Error(result.problem)
  return result.file
}
const results = (...args: Parameters<typeof checkReceipt>) =>
  Object.fromEntries(checkReceipt(...args).map(({ name, result }) => [name, result]))

describe('a receipt as a file', () => {
  it('has the fingerprint that the contract computes', () => {
    const data = encodeFunctionData({
      abi: iLicencesAbi,
      functionName: 'receiptHash',
      args: [licensee, 5n, first],
    })
    expect(issued.head).toBe(keccak256(`0x${data.slice(10)}`))
  })

  it('holds when the chain says the same', () => {
    const checks = checkReceipt(read(), chain)
    expect(checks.every(({ result }) => result === 'yes')).toBe(true)
    expect(verdictOf(checks)).toBe('sound')
  })

  it('does not hold when any part of it was changed', () => {
    const changes: readonly [string, (raw: typeof written) => void][] = [
      ['head', (raw) => Object.assign(raw.entry, { amount: '1' })],
      ['head', (raw) => Object.assign(raw.entry, { to: 9_000 })],
      ['place', (raw) => Object.assign(raw, { contract: who('99') })],
      ['event', (raw) => Object.assign(raw.place, { block: '99' })],
      ['event', (raw) => Object.assign(raw, { event: 'Refunded' })],
      ['terms', (raw) => Object.assign(raw.terms, { legalText: some('00') })],
      ['work', (raw) => Object.assign(raw.work, { sha256: some('01') })],
      ['statement', (raw) => Object.assign(raw, { statement: 'other' })],
      ['order', (raw) => Object.assign(raw, { purchaseOrder: 'PO 2' })],
    ]
    for (const [name, change] of changes) {
      const checks = checkReceipt(read(change), chain)
      expect(checks.find((check) => check.name === name)?.result, name).toBe('no')
      expect(verdictOf(checks), name).toBe('unsound')
    }
  })

  it('is genuine after a refund, which is told with its day', () => {
    const refund = issue(
      { ...first, number: 2n, issued: 1_500, to: 1_000, previous: issued.head },
      'refund',
    )
    const later = { ...chain, receipts: [refund, issued], newest: refund.head, covered: false }
    const checks = checkReceipt(read(), later)
    expect(verdictOf(checks)).toBe('soundBut')
    expect(checks.find(({ name }) => name === 'refund')).toMatchObject({ result: 'no', at: 1_500 })
    expect(results(read(), later)).toMatchObject({ chain: 'yes', event: 'yes', covered: 'no' })
  })

  it('does not stand beside the chain of receipts', () => {
    const other = issue({ ...first, number: 2n })
    expect(results(read(), { ...chain, newest: other.head }).chain).toBe('no')
  })

  it('claims nothing where the chain could not be asked', () => {
    const silent = { ...chain, receipts: null, newest: null, terms: null, workDigest: null }
    const checks = checkReceipt(read(), { ...silent, covered: null })
    expect(verdictOf(checks)).toBe('unknown')
    expect(checks.some(({ result }) => result === 'no')).toBe(false)
  })

  it('keeps what the holder added apart from what the chain has', () => {
    const { invoice } = written
    expect(invoice).toMatchObject({ gross: '240', currency: 'EUR' })
    expect(invoice.declaredByHolder).toEqual({
      purchaseOrder: null,
      supplier: { address: null, taxNumber: 'FR 40 303265045' },
      customer: { address: '1 Quay Street, Dublin', taxNumber: null },
      taxRate: '20',
      net: '200',
      tax: '40',
    })
    const forged = read((raw) => {
      raw.invoice.declaredByHolder.net = '1'
    })
    expect(verdictOf(checkReceipt(forged, chain))).toBe('sound')
  })

  it('says where a file is no receipt', () => {
    const faultOf = (text: string) => {
      const read = readReceiptFile(text)
      return 'fault' in read ? read.fault : null
    }
    expect(readReceiptFile('hello')).toEqual({ fault: 'foreign', problem: 'it is no JSON' })
    expect(readReceiptFile('{}')).toHaveProperty('problem', expect.stringContaining('format'))
    expect(['{}', '[]', 'null', '{"format":"invoice"}'].map(faultOf)).toEqual(
      Array(4).fill('foreign'),
    )
    expect(faultOf('{"format":"phyle-licence-receipt/1"}')).toBe('version')
    expect(faultOf('{"format":"phyle-licence-receipt/2"}')).toBe('damaged')
    const broken = { ...written, entry: { ...written.entry, amount: '-1' } }
    expect(readReceiptFile(JSON.stringify(broken))).toHaveProperty(
      'problem',
      expect.stringContaining('entry.amount'),
    )
  })

  it('reads earlier spans from their words', () => {
    expect(readSpan(5n | (9n << 40n) | (1n << 80n) | (3n << 88n))).toEqual({
      from: 5,
      to: 9,
      ground: 'NON_COMMERCIAL',
    })
  })
})
