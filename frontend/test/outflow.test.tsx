import type { Place } from '@phyle/sdk/actions'
import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { render, screen } from '@testing-library/react'
import { type Address, type Hex, zeroHash } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Held } from '../src/chain/held.ts'
import { AccountCheck } from '../src/features/assembly/AccountCheck.tsx'
import { onlyPays, outflowsOf, overAThird, prospectOf } from '../src/features/assembly/outflow.ts'
import {
  encodeCommonsFundPour,
  encodeCooperativePay,
  encodeTokenApprove,
} from '../src/generated/contracts.ts'
import { address, coop, house, readerIn } from './kit/house.ts'

const currency = { symbol: 'EUR', decimals: 2, iso: 'EUR' }
const place: Place = {
  cooperative: coop.coop,
  statutes: coop.statutes,
  membership: coop.membership,
  assembly: coop.assembly,
  classNames: [],
  house,
}
const call = (target: Address, data: Hex, value = 0n) => ({ target, value, data })
const pay = (amount: bigint, token: Address = house.cash, line = 0n) =>
  call(
    address(1),
    encodeCooperativePay([token, address(50), amount, GROUND.INVOICE, zeroHash, line]),
  )
const fee = (allowed: bigint, paid: bigint) => [
  call(house.cash, encodeTokenApprove([house.fund, allowed])),
  call(house.fund, encodeCommonsFundPour([paid, SOURCE.machine, 1n])),
]
const text = call(address(1), '0x')

describe('What a decision takes from the account', () => {
  it('is the sum of its payments, each asset by itself', () => {
    expect(
      outflowsOf([pay(5n), pay(7n), pay(3n, address(60)), call(address(9), '0x', 4n)], place),
    ).toEqual([
      { token: house.cash, leaves: 12n, counted: 12n },
      { token: address(60), leaves: 3n, counted: 3n },
      { token: null, leaves: 4n, counted: 4n },
    ])
  })

  it('does not count what a line of the budget covers', () => {
    expect(outflowsOf([pay(5n, house.cash, 2n), pay(7n)], place)).toEqual([
      { token: house.cash, leaves: 12n, counted: 7n },
    ])
  })

  it('counts a use fee once, and an allowance as if it were used up', () => {
    expect(outflowsOf(fee(10n, 10n), place)).toEqual([
      { token: house.cash, leaves: 10n, counted: 10n },
    ])
    expect(outflowsOf(fee(15n, 10n), place)).toEqual([
      { token: house.cash, leaves: 15n, counted: 15n },
    ])
  })

  it('is nothing for a text', () => {
    expect(outflowsOf([text], place)).toEqual([])
    expect(onlyPays([text], place)).toBe(false)
    expect(onlyPays([pay(1n), ...fee(2n, 2n)], place)).toBe(true)
  })
})

describe('Whether the account can bear it', () => {
  const held: Held = { token: house.cash, balance: 63_000n, within: 21_000n }
  const [asked] = outflowsOf([pay(20_000n), pay(2_000n)], place)
  const [far] = outflowsOf([pay(900_000n)], place)
  if (!asked || !far) throw new Error('no outflow')

  it('says what is missing, and what would be left', () => {
    expect(prospectOf(far, held, 'SPECIAL')).toMatchObject({ missing: 837_000n, left: null })
    expect(prospectOf(asked, held, 'SPECIAL')).toMatchObject({ missing: 0n, left: 41_000n })
  })

  it('limits lesser decisions to what is left of a third, several payments together', () => {
    expect(prospectOf(asked, held, 'ORDINARY')).toMatchObject({ limit: 21_000n, overLimit: true })
    expect(prospectOf(asked, held, 'CONSENT').overLimit).toBe(true)
    expect(prospectOf(asked, held, 'SPECIAL')).toMatchObject({ limit: null, overLimit: false })
    expect(overAThird([asked], [held])).toBe(held)
    expect(overAThird(outflowsOf([pay(21_000n)], place), [held])).toBeUndefined()
  })
})

let held: { data?: readonly Held[]; isError: boolean }
vi.mock('../src/chain/held.ts', () => ({ useHeld: () => held }))
let tried: { why: string; now: string } | null
vi.mock('../src/features/assembly/useTried.ts', () => ({ useTried: () => tried }))

describe('Before they vote, people are told', () => {
  const reader = readerIn(currency)
  const show = (amounts: readonly bigint[], kind: 'ORDINARY' | 'SPECIAL') => {
    const actions = amounts.map((amount) => ({ ...pay(amount), value: '0' }))
    render(
      <AccountCheck proposal={{ kind, actions } as unknown as ProposalDetail} reader={reader} />,
    )
    return document.body.textContent?.replaceAll('\u00a0', ' ') ?? ''
  }
  beforeEach(() => {
    tried = null
    held = {
      isError: false,
      data: [{ token: house.cash, balance: 6_300_000n, within: 2_100_000n }],
    }
  })

  it('what the account holds, what would be left and what the limit is', () => {
    const said = show([1_000_000n, 500_000n], 'ORDINARY')
    expect(said).toContain('On the account now63,000 euros')
    expect(said).toContain('This takes from it15,000 euros')
    expect(said).toContain('What would be left48,000 euros')
    expect(said).toContain('Most that an everyday decision can still move today21,000 euros')
    expect(said).not.toContain('cannot be carried out')
  })

  it('that 900,000 cannot be paid from 63,000', () => {
    const said = show([90_000_000n], 'SPECIAL')
    expect(said).toContain('As things stand, this cannot be carried out.')
    expect(said).toContain('The account holds 63,000 euros, and 900,000 euros would be needed.')
    expect(said).toContain('What would be leftnot enough')
  })

  it('that it is over the third for its kind, and not for a major decision', () => {
    const said = show([1_500_000n, 1_000_000n], 'ORDINARY')
    expect(said).toContain(
      'It takes 25,000 euros, and a decision of this kind can still move 21,000 euros today.',
    )
    document.body.innerHTML = ''
    expect(show([1_500_000n, 1_000_000n], 'SPECIAL')).not.toContain('cannot be carried out')
  })

  it('that nobody knows, where the network does not answer', () => {
    held = { isError: true }
    const said = show([1n], 'ORDINARY')
    expect(said).toContain('could not be read just now')
    expect(screen.queryByText('On the account now')).toBeNull()
  })

  it('why else the network refuses it now', () => {
    tried = { why: 'The roll says no.', now: 'Ask again.' }
    expect(show([1n], 'ORDINARY')).toContain('cannot be carried out. The roll says no. Ask again.')
  })
})
