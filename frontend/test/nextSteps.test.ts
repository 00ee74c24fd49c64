import { describe, expect, it } from 'vitest'
import { nextSteps } from '../src/features/cooperative/nextSteps.ts'

const coop = { members: 2, cash: '0', phyles: [], rootOf: null, founding: { founders: ['a', 'b'] } }
const fresh = { coop, proposals: 0, moves: [], applications: [], hasApplied: false }
type Known = Parameters<typeof nextSteps>[0]
const stateOf = (known: Known) =>
  Object.fromEntries(nextSteps(known).map(({ step, state }) => [step, state]))

describe('What a new co-op does next', () => {
  it('is all open right after the founding', () => {
    expect(stateOf(fresh)).toEqual({
      invite: 'open',
      decide: 'open',
      money: 'open',
      federation: 'open',
    })
  })

  it('ticks itself from what is recorded', () => {
    expect(stateOf({ ...fresh, coop: { ...coop, members: 3 } }).invite).toBe('done')
    expect(stateOf({ ...fresh, applications: [{ state: 'open' }] }).invite).toBe('begun')
    expect(stateOf({ ...fresh, applications: [{ state: 'refused' }] }).invite).toBe('open')
    expect(stateOf({ ...fresh, proposals: 1 }).decide).toBe('done')
    expect(stateOf({ ...fresh, coop: { ...coop, cash: '1' } }).money).toBe('done')
    expect(stateOf({ ...fresh, moves: [{ direction: 'in' }] }).money).toBe('done')
    expect(stateOf({ ...fresh, hasApplied: true }).federation).toBe('begun')
    const phyles = ['0x01'] as const
    expect(stateOf({ ...fresh, coop: { ...coop, phyles } }).federation).toBe('done')
  })

  it('asks no federation to join one', () => {
    expect(stateOf({ ...fresh, coop: { ...coop, rootOf: '0x01' } }).federation).toBeUndefined()
  })
})
