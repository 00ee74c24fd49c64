import { ballotTypedData, isSigned, type Paper } from '@phyle/sdk/ballot'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it, vi } from 'vitest'
import { fastSigned } from '../src/features/assembly/recount/fastSigned.ts'
import { laneHere } from '../src/features/assembly/recount/laneHere.ts'
import {
  type Lane,
  PIECE,
  type Signed,
  signaturePool,
} from '../src/features/assembly/recount/signaturePool.ts'
import { paper } from './kit/vote.ts'

const ada = privateKeyToAccount(`0x${'1'.padStart(64, '0')}`)
const bo = privateKeyToAccount(`0x${'2'.padStart(64, '0')}`)

/** Ada's own, 65 bytes. */
const signature = await ada.signTypedData(ballotTypedData(paper, ada.address, 'for'))
const r = signature.slice(2, 66)
const s = signature.slice(66, 130)
const v = signature.slice(130)
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const otherV = v === '1b' ? '1c' : '1b'
const packed = `0x${r}${word(BigInt(`0x${s}`) | (v === '1c' ? 1n << 255n : 0n))}` as const

/** Every way in which a signature can be right or wrong. */
const vectors: readonly (readonly [string, Partial<Signed>])[] = [
  ['her own', {}],
  ['her own in 64 bytes', { signature: packed }],
  ['for another choice', { choice: 'against' }],
  ['as a change', { change: 1n }],
  ['for another member', { wallet: bo.address }],
  ['with the other point', { signature: `0x${r}${s}${otherV}` }],
  ['with its high twin', { signature: `0x${r}${word(ORDER - BigInt(`0x${s}`))}${otherV}` }],
  ['with r of nothing', { signature: `0x${word(0n)}${s}${v}` }],
  ['with r at the order', { signature: `0x${word(ORDER)}${s}${v}` }],
  ['with s of nothing', { signature: `0x${r}${word(0n)}${v}` }],
  ['cut short', { signature: signature.slice(0, -4) as Hex }],
  ['empty', { signature: '0x' }],
  ['of an account with code', { signature: `0x${'ab'.repeat(200)}` }],
]

const own: Signed = { wallet: ada.address, choice: 'for', signature }

describe('The quick check of signatures', () => {
  it('says what the model says, of every kind of signature', async () => {
    const quick = await fastSigned()
    expect(quick).not.toBe(isSigned)
    for (const [name, change] of vectors) {
      const ballot = { ...own, ...change }
      expect([name, await quick(paper, ballot)]).toEqual([name, await isSigned(paper, ballot)])
    }
    expect(await quick(paper, own)).toBe(true)
  })

  it('is the model itself where WebAssembly is forbidden', async () => {
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValueOnce(new Error('forbidden'))
    expect(await fastSigned()).toBe(isSigned)
    vi.restoreAllMocks()
  })
})

const many = Array.from({ length: PIECE * 5 + 1 }, (_, at) => ({
  ...own,
  signature: `0x${at.toString(16).padStart(4, '0')}` as Hex,
}))
const isEven = ({ signature }: Signed) => Number.parseInt(signature, 16) % 2 === 0

/** Says yes to the even ones, as far as it does its work. */
function lane(breaksAt = Number.POSITIVE_INFINITY) {
  const pieces: number[] = []
  const made = {
    pieces,
    isClosed: false,
    async check(_: Paper, ballots: readonly Signed[]) {
      pieces.push(ballots.length)
      if (pieces.length > breaksAt) throw new Error('no')
      return ballots.map(isEven)
    },
    close() {
      made.isClosed = true
    },
  }
  return made satisfies Lane
}

describe('The pool of lanes', () => {
  it('gives each free lane a piece, and answers in the order that was asked', async () => {
    const lanes = [lane(), lane()]
    const last = lane()
    const told: number[] = []
    const pool = signaturePool(lanes, last, (done) => told.push(done))
    const answers = await Promise.all(many.map((one) => pool.isSigned(paper, one)))
    expect(answers).toEqual(many.map(isEven))
    expect(lanes.every(({ pieces }) => pieces.length >= 2)).toBe(true)
    expect(Math.max(...lanes.flatMap(({ pieces }) => pieces))).toBe(PIECE)
    expect(last.pieces).toEqual([])
    expect(told.at(-1)).toBe(many.length)
    pool.close()
    expect(lanes.every(({ isClosed }) => isClosed)).toBe(true)
  })

  it('loses nothing when lanes fail, and goes on in the page when none is left', async () => {
    const lanes = [lane(0), lane(1)]
    const last = lane()
    const pool = signaturePool(lanes, last, () => {})
    const answers = await Promise.all(many.map((one) => pool.isSigned(paper, one)))
    expect(answers).toEqual(many.map(isEven))
    expect(last.pieces.length).toBeGreaterThan(0)
  })

  it('says so when the last one fails', async () => {
    const pool = signaturePool([], lane(0), () => {})
    await expect(pool.isSigned(paper, own)).rejects.toThrow('no')
  })
})

describe('Checking in the page itself', () => {
  it('ends when it is stopped', async () => {
    const ending = new AbortController()
    ending.abort()
    vi.spyOn(performance, 'now').mockImplementation(
      ((at) => () => {
        at += 100
        return at
      })(0),
    )
    await expect(laneHere(ending.signal).check(paper, [own, own])).rejects.toThrow('aborted')
    vi.restoreAllMocks()
  })
})
