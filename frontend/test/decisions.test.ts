import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import { type Reader, readAction } from '../src/features/assembly/readActions.ts'
import { phaseOf } from '../src/features/assembly/state.ts'
import { actions } from '../src/words/actions/words.ts'
import { leavesWords } from '../src/words/assembly/leaves.ts'
import { assembly } from '../src/words/assembly/words.ts'
import { rules } from '../src/words/rules/say.ts'
import { address, says } from './kit/house.ts'

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

describe('what a vote needs, in words', () => {
  it('says whose votes make the quorum, how many must vote and how many have', () => {
    expect(rules.tookAmong(['Steward', 'Worker'], 5, 8, 3)).toBe(
      'Quorum: at least 3 of the 8 members in the groups Steward and Worker must vote; 5 have.',
    )
    expect(rules.took(1, 8, 3)).toBe('Quorum: at least 3 of 8 members must vote; 1 has.')
    expect(rules.took(0, 1, 1)).toBe('Quorum: at least 1 of 1 member must vote; nobody has.')
    expect(assembly.stands.quorumMissing({ count: 3 })).toBe('3 more members must vote.')
    expect(assembly.stands.quorumMissing({ count: 1 })).toBe('1 more member must vote.')
  })

  it('says when the postbox leaves: soon in seconds, later by the clock', () => {
    expect(leavesWords('14:00', 27)).toContain('leaves in about 30 seconds.')
    expect(leavesWords('14:00', -3)).toContain('leaves in a moment.')
    expect(leavesWords('14:00', 1_260)).toContain('leaves at 14:00, in about 21 minutes.')
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
    says,
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
    args: [address(7), mill, 5n, 1, zeroHash, 0n],
  })

  it('reads a payment from its bytes', () => {
    const read = readAction({ target: address(1), value: '0', data: pay }, reader)
    expect(read.known).toBe(true)
    expect(read.sentence).toContain('to **Moulins Dubois** for an invoice')
  })

  it('tells what was carried out as done', () => {
    const done = { ...reader, isDone: true }
    const read = readAction({ target: address(1), value: '0', data: pay }, done)
    expect(read.sentence).toMatch(/^the co-op paid .* to \*\*Moulins Dubois\*\* for an invoice/)
  })

  it('says an act as its chapter does, and of one without words that nobody should trust it', () => {
    const pays = { acts: { pay: () => 'somebody is paid.' } }
    const said = (says: Reader['says']) =>
      readAction({ target: address(1), value: '0', data: pay }, { ...reader, says: says ?? [] })
    expect(said([pays])).toMatchObject({ sentence: 'somebody is paid.', known: true })
    expect(said([])).toMatchObject({ sentence: actions.unsaid, known: false })
  })

  it('gives the same bytes no meaning on another target', () => {
    const read = readAction({ target: address(8), value: '0', data: pay }, reader)
    expect(read.known).toBe(false)
    expect(read.sentence).toContain('cannot read')
    expect(read.sentence).toContain('“pay”')
    expect(read.warning).toContain('outside the co-op')
  })
})
