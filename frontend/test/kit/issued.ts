/** Two receipts of one permission, as the chain issued them. */
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import { fingerprintOf, type Issued, type ReceiptEntry } from '../../src/chain/permissions.ts'

export const some = (byte: string) => `0x${byte.repeat(32)}` as const
export const who = (byte: string) => getAddress(`0x${byte.repeat(20)}`)
export const [licensee, steward, statutes, cash] = ['1a', '4d', '5e', '3c'].map(who) as [
  Address,
  Address,
  Address,
  Address,
]

const entryOf = (number: bigint, previous: Hex, issued: number): ReceiptEntry => ({
  number,
  payer: licensee,
  work: 7n,
  terms: 2n,
  ground: 0,
  tier: 2,
  issued,
  from: issued,
  to: issued + 1_000,
  token: cash,
  amount: 240_000_000n,
  purchaseOrder: zeroHash,
  statement: zeroHash,
  previous,
})

function issue(number: bigint, previous: Hex, block: bigint): Issued {
  const entry = entryOf(number, previous, Number(block) * 10)
  const fingerprint = fingerprintOf(licensee, 5n, entry)
  return {
    kind: 'receipt',
    licensee,
    family: 5n,
    fingerprint,
    entry,
    block,
    blockHash: some('bb'),
    tx: some('cc'),
  }
}

export const first = issue(1n, zeroHash, 40n)
export const second = issue(2n, first.fingerprint, 60n)
