import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, getAddress, numberToHex, padHex, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import { type Reader, readAction } from '../src/features/assembly/readActions.ts'
import { phaseOf } from '../src/features/assembly/state.ts'

const address = (number: number) => getAddress(padHex(numberToHex(number), { size: 20 }))

const life = {
  cancelled: null,
  executed: null,
  votingStarts: 100,
  votingEnds: 200,
  executableFrom: 300,
  expires: 400,
}

describe('the life of a decision', () => {
  it('follows the clock of the chain', () => {
    const at = (now: number, passing = true) => phaseOf(life, passing, now)
    expect([at(99), at(100), at(199)]).toEqual(['pending', 'active', 'active'])
    expect([at(200), at(300), at(400)]).toEqual(['queued', 'ready', 'expired'])
    expect(at(200, false)).toBe('defeated')
  })

  it('ends with what was recorded, whatever the time', () => {
    const place = { block: 1, time: 350, tx: zeroHash }
    expect(phaseOf({ ...life, executed: place }, true, 1_000)).toBe('executed')
    expect(phaseOf({ ...life, cancelled: place }, true, 50)).toBe('cancelled')
  })
})

describe('what a decision does, in words', () => {
  const mill = address(9)
  const reader: Reader = {
    coop: {
      coop: address(1),
      statutes: address(2),
      membership: address(3),
      assembly: address(4),
      classes: [{ name: 'Workers' }],
    },
    house: null,
    root: null,
    registrar: null,
    nameOf: (one) => (one === mill ? 'Moulins Dubois' : undefined),
    machineOf: () => undefined,
    ruleOf: () => null,
    money: (amount) => `${amount} cents`,
    face: 1n,
  }
  const pay = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'pay',
    args: [address(7), mill, 5n, 1, zeroHash],
  })

  it('reads a payment from its bytes', () => {
    const read = readAction({ target: address(1), value: '0', data: pay }, reader)
    expect(read.known).toBe(true)
    expect(read.sentence).toContain('to **Moulins Dubois** for an invoice')
  })

  it('gives the same bytes no meaning on another target', () => {
    const read = readAction({ target: address(8), value: '0', data: pay }, reader)
    expect(read.known).toBe(false)
    expect(read.sentence).toContain('cannot read')
    expect(read.sentence).toContain('“pay”')
    expect(read.warning).toContain('outside the co-op')
  })
})
