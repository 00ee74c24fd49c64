// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, loadFixture, type Signer, time } from '../kit/chain.ts'
import { Count, Kind, rule, rules } from '../kit/charter.ts'
import { type Action, foundedAs, type House, propose } from '../kit/house.ts'
import { application, closes, content, motion, opens, State } from './desk.ts'

const CAPPED = rule({ count: Count.HEADCOUNT, nonUserCapBps: 2_500, quorumMin: 2 })

/** Only the two lenders are left, who together may weigh a quarter of what the users do. */
async function orphaned() {
  const house = await foundedAs({
    rules: rules({
      ordinary: CAPPED,
      special: { ...CAPPED, threshold: 6_667, inclusive: true },
      entrenched: { ...CAPPED, threshold: 7_500, inclusive: true },
    }),
  })
  const { who, membership } = house
  for (const one of [who.ada, who.bo, who.chi, who.eli, who.fay]) {
    await membership.connect(one).resign()
  }
  await time.increase(1)
  return house
}

async function admits(house: House, who: Signer, group: number): Promise<Action> {
  const data = house.membership.interface.encodeFunctionData('admit', [
    [await application(house, who, group)],
  ])
  return { target: house.membership, data }
}

/** Put by Dee as a major decision, and both lenders are for it. */
async function decided(house: House, actions: readonly Action[]) {
  const { assembly, who } = house
  const it = await motion('So that somebody uses the mill', actions)
  const id = await propose(house, it, Kind.SPECIAL, who.dee)
  await opens(house, id)
  for (const one of [who.dee, who.gus]) await assembly.connect(one).castVote(id, 1)
  await closes(house, id)
  return { id, it, state: await assembly.state(id) }
}

describe('ASM-11 Where no user is left', () => {
  it('G13 the others admit users, uncapped', async () => {
    const house = await loadFixture(orphaned)
    const { assembly, membership, who } = house
    const { id, it, state } = await decided(house, [await admits(house, who.hal, 1)])
    expect(state).to.equal(State.Queued)
    expect((await assembly.ruleOfProposal(id)).nonUserCapBps).to.equal(10_000n)
    await time.increase(2 * DAY)
    await assembly.execute(...content(it))
    expect(await membership.isMember(who.hal)).to.equal(true)
    // with a user on the roll the cap is back
    await time.increase(1)
    const next = await propose(
      house,
      await motion('One more', [await admits(house, who.ivy, 1)]),
      Kind.SPECIAL,
      who.dee,
    )
    expect((await assembly.ruleOfProposal(next)).nonUserCapBps).to.equal(2_500n)
  })

  it('they decide nothing else, alone or beside it', async () => {
    const house = await loadFixture(orphaned)
    const { who } = house
    const takes = { target: who.pia.address, value: 1n }
    for (const actions of [
      [],
      [takes],
      [await admits(house, who.hal, 2)],
      [await admits(house, who.hal, 1), takes],
      [await admits(house, who.hal, 1), await admits(house, who.ivy, 2)],
    ]) {
      const { id, state } = await decided(house, actions)
      expect(state).to.equal(State.Defeated)
      expect((await house.assembly.ruleOfProposal(id)).nonUserCapBps).to.equal(2_500n)
    }
  })
})
