// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, ethers, loadFixture, time } from '../kit/chain.ts'
import { Count, Kind, rule, rules } from '../kit/charter.ts'
import { carryOut, foundedAs, type House, type Motion, propose } from '../kit/house.ts'
import { admitAll, closes, content, motion, opens, State, Support, walletsOf } from './desk.ts'

/** Half of everybody has to vote, and for the founding rules every class has to be in favour. */
const HALF = { count: Count.HEADCOUNT, quorumBps: 5_001, quorumMin: 2 }
const STRICT = {
  coolingPeriod: 365 * DAY,
  rules: rules({
    ordinary: rule(HALF),
    consent: rule({ ...HALF, maxObjections: 0 }),
    special: rule({ ...HALF, threshold: 6_667, inclusive: true }),
    entrenched: rule({ ...HALF, threshold: 7_500, inclusive: true, classMajority: 0b111 }),
  }),
}
const EVERY_CLASS = rule({ ...HALF, quorumBps: 2_500, classMajority: 0b111 })

/** 21 members, seven of each class; the founders alone vote. */
async function sleepy() {
  const house = await foundedAs(STRICT)
  await admitAll(house, walletsOf(14))
  await time.increase(1)
  return house
}

/** The seven founders are all there is, and every class has to be in favour of whatever it is. */
async function byClasses() {
  return foundedAs({ rules: rules({ ordinary: EVERY_CLASS }) })
}

const school = ({ who }: House): Promise<Motion> =>
  motion('Help the school', [{ target: who.pia.address, value: 1n }])

async function callAgain({ assembly, who }: House, it: Motion, by = who.bo): Promise<bigint> {
  const { targets, values, calldatas, description } = it
  await assembly.connect(by).callAgain(targets, values, calldatas, description)
  return assembly.proposalCount()
}

type Voter = 'ada' | 'bo' | 'chi' | 'dee' | 'eli' | 'fay' | 'gus'

async function held(house: House, id: bigint, votes: Partial<Record<Voter, number>>) {
  await opens(house, id)
  for (const [name, choice] of Object.entries(votes)) {
    const member = house.who[name as Voter]
    await house.assembly.connect(member).castVoteWithReason(id, choice, 'It harms the river.')
  }
  await closes(house, id)
  return id
}

/** Put, voted on as said, over. */
async function lost(
  house: House,
  it: Motion,
  votes: Partial<Record<Voter, number>> = { ada: Support.FOR, bo: Support.FOR },
  kind?: number,
): Promise<bigint> {
  return held(house, await propose(house, it, kind), votes)
}

const week = () => time.increase(7 * DAY)

async function refused(house: House, it: Motion, error: string, ...args: unknown[]) {
  const { assembly, who } = house
  const { targets, values, calldatas, description } = it
  await expect(assembly.connect(who.bo).callAgain(targets, values, calldatas, description))
    .to.be.revertedWithCustomError(assembly, error)
    .withArgs(...args)
}

describe('ASM-10 A second call', () => {
  it('takes those who take part where everyday business lacked its quorum', async () => {
    const house = await loadFixture(sleepy)
    const { assembly, who } = house
    const it = await school(house)
    const first = await lost(house, it)
    expect(await assembly.state(first)).to.equal(State.Defeated)
    await week()
    const second = await callAgain(house, it)
    const [called] = await assembly.queryFilter(assembly.filters.CalledAgain(second))
    expect(called?.args.first).to.equal(first)
    const { voteStart, voteEnd, snapshot } = await assembly.proposalOf(second)
    expect([voteStart - snapshot, voteEnd - voteStart]).to.deep.equal([
      BigInt(2 * DAY + 1),
      BigInt(7 * DAY),
    ])
    await held(house, second, { ada: Support.FOR, bo: Support.FOR })
    expect(await assembly.resultOf(second)).to.deep.equal([true, true])
    expect(await assembly.state(second)).to.equal(State.Queued)
    // it is this vote that is carried out
    expect(await assembly.getProposalId(...content(it))).to.equal(second)
    expect(await assembly.state(first)).to.equal(State.Defeated)
    expect((await assembly.proposalOf(second)).proposer).to.equal(who.bo.address)
  })

  it('still takes the least number', async () => {
    const house = await loadFixture(sleepy)
    const it = await school(house)
    await lost(house, it)
    await week()
    const second = await callAgain(house, it)
    await held(house, second, { ada: Support.FOR })
    expect(await house.assembly.resultOf(second)).to.deep.equal([false, false])
  })

  for (const [name, kind] of [
    ['SPECIAL', Kind.SPECIAL],
    ['ENTRENCHED', Kind.ENTRENCHED],
  ] as const) {
    it(`takes half the quorum of a ${name} decision, rounded up`, async () => {
      const house = await loadFixture(sleepy)
      const it = await school(house)
      const first = await lost(house, it, undefined, kind)
      expect((await house.assembly.ruleOfProposal(first)).quorumBps).to.equal(5_001n)
      await week()
      const second = await callAgain(house, it)
      const { quorumBps, quorumMin, threshold } = await house.assembly.ruleOfProposal(second)
      const before = await house.assembly.ruleOfProposal(first)
      expect([quorumBps, quorumMin, threshold]).to.deep.equal([2_501n, 2n, before.threshold])
      // 6 of 21: a quarter and a little
      const five = { ada: 1, bo: 1, chi: 1, dee: 1, fay: 1 }
      await held(house, second, five)
      expect((await house.assembly.resultOf(second)).quorum).to.equal(false)
    })
  }

  it('leaves a whole that is the roll', async () => {
    const whole = rule({ ...HALF, whole: 2, quorumMin: 2 })
    const house = await foundedAs({ rules: rules({ ordinary: whole }) })
    await admitAll(house, walletsOf(14))
    await time.increase(1)
    const it = await school(house)
    await lost(house, it)
    await week()
    const second = await callAgain(house, it)
    await held(house, second, { ada: 1, bo: 1, chi: 1, dee: 1, eli: 1, fay: 1, gus: 1 })
    expect(await house.assembly.resultOf(second)).to.deep.equal([true, false])
  })

  it('passes over a class that did not vote, while it is silent again', async () => {
    const house = await loadFixture(byClasses)
    const { assembly } = house
    const it = await school(house)
    // dee and gus are all the lenders there are
    const first = await lost(house, it, { ada: 1, bo: 1, chi: 1, fay: 1 })
    expect(await assembly.resultOf(first)).to.deep.equal([true, false])
    await week()
    const second = await callAgain(house, it)
    await held(house, second, { ada: 1, bo: 1, chi: 1, fay: 1 })
    expect(await assembly.resultOf(second)).to.deep.equal([true, true])
    expect((await assembly.ruleOfProposal(second)).classMajority).to.equal(0b011n)
  })

  it('keeps the word of a class that wakes up', async () => {
    const house = await loadFixture(byClasses)
    const { assembly } = house
    const it = await school(house)
    await lost(house, it, { ada: 1, bo: 1, chi: 1, fay: 1 })
    await week()
    const second = await callAgain(house, it)
    await held(house, second, { ada: 1, bo: 1, chi: 1, fay: 1, gus: 0 })
    expect(await assembly.resultOf(second)).to.deep.equal([true, false])
    expect((await assembly.ruleOfProposal(second)).classMajority).to.equal(0b111n)
  })

  it('is not for what a class voted down, nor for a class that took part', async () => {
    const house = await loadFixture(byClasses)
    const it = await school(house)
    const first = await lost(house, it, { ada: 1, bo: 1, chi: 1, fay: 1, gus: 2 })
    await week()
    await refused(house, it, 'NoSecondCall', first)
  })

  it('is not for what had its quorum and was lost, passed, or never was', async () => {
    const house = await loadFixture(byClasses)
    const it = await school(house)
    await refused(house, it, 'NoSecondCall', 0n)
    const first = await lost(house, it, { ada: 0, bo: 0, chi: 1, eli: 0, gus: 1 })
    await week()
    await refused(house, it, 'NoSecondCall', first)
    const other = await motion('Mend the roof', [{ target: house.who.pia.address, value: 2n }])
    const passed = await lost(house, other, { ada: 1, bo: 1, chi: 1, fay: 1, gus: 1 })
    await refused(house, other, 'MotionOpen', passed)
    await time.increase(40 * DAY)
    await refused(house, other, 'NoSecondCall', passed)
  })

  it('waits for seven days', async () => {
    const house = await loadFixture(sleepy)
    const it = await school(house)
    const first = await lost(house, it)
    const from = (await house.assembly.proposalOf(first)).voteEnd + BigInt(7 * DAY)
    await refused(house, it, 'SecondCallFrom', first, from)
    await time.increaseTo(from - 1n)
    await callAgain(house, it)
  })

  it('ASM-7 is not held while the same is open, nor twice', async () => {
    const house = await loadFixture(sleepy)
    const it = await school(house)
    const first = await propose(house, it)
    await refused(house, it, 'MotionOpen', first)
    await held(house, first, { ada: 1 })
    await week()
    const second = await callAgain(house, it)
    await refused(house, it, 'MotionOpen', second)
    await held(house, second, { ada: 1 })
    await week()
    await refused(house, it, 'NoSecondCall', second)
    // put anew it is another motion, with its whole quorum
    const third = await propose(house, it)
    expect((await house.assembly.ruleOfProposal(third)).quorumBps).to.equal(5_001n)
  })

  it('is for members alone, who have three motions open at most', async () => {
    const house = await loadFixture(sleepy)
    const { assembly, who } = house
    const it = await school(house)
    await lost(house, it)
    await week()
    const { targets, values, calldatas, description } = it
    await expect(assembly.connect(who.hal).callAgain(targets, values, calldatas, description))
      .to.be.revertedWithCustomError(assembly, 'NotAMember')
      .withArgs(who.hal.address)
    for (const text of ['One', 'Two', 'Three']) {
      await propose(house, await motion(text), undefined, who.bo)
    }
    await refused(house, it, 'TooManyOpen', who.bo.address, 3n)
    await callAgain(house, it, who.chi)
  })

  it('is not used up by who takes it back', async () => {
    const house = await loadFixture(sleepy)
    const { assembly, who } = house
    const it = await school(house)
    const first = await lost(house, it)
    await week()
    const second = await callAgain(house, it)
    await assembly.connect(who.bo).cancel(...content(it))
    const from = BigInt(await time.latest()) + BigInt(7 * DAY)
    await refused(house, it, 'TakenBack', from)
    const third = await callAgain(house, it, who.chi)
    expect(third).to.equal(second + 1n)
    const [called] = await assembly.queryFilter(assembly.filters.CalledAgain(third))
    expect(called?.args.first).to.equal(first)
  })

  it('is not put off by who puts the same again and again', async () => {
    const house = await loadFixture(sleepy)
    const { assembly, who } = house
    const it = await school(house)
    const first = await lost(house, it)
    const again = await propose(house, it, undefined, who.gus)
    await held(house, again, {})
    // the wait of the first is over, and so nobody can put the same in its way
    const { targets, values, calldatas, description } = it
    await expect(assembly.connect(who.gus).propose(targets, values, calldatas, description))
      .to.be.revertedWithCustomError(assembly, 'SecondCallWaits')
      .withArgs(again)
    expect(again).to.equal(first + 1n)
    await callAgain(house, it)
  })

  it('rests like any other when it is lost with the quorum it needed', async () => {
    const house = await loadFixture(sleepy)
    const it = await school(house)
    await lost(house, it)
    await week()
    const second = await held(house, await callAgain(house, it), { ada: 0, bo: 0 })
    await expect(propose(house, it))
      .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
      .withArgs(second, (await house.assembly.asksOf(second)).until)
  })

  describe('of a motion that changes a rule', () => {
    const easier = rule({ ...HALF, quorumBps: 0 })

    async function change(house: House): Promise<Motion> {
      const data = house.statutes.interface.encodeFunctionData('setRules', [
        [
          { kind: Kind.ORDINARY, rule: easier },
          { kind: Kind.CONSENT, rule: { ...easier, maxObjections: 0 } },
        ],
      ])
      return motion('Vote without a quorum', [{ target: house.statutes, data }])
    }

    it('ASM-6 is not for what was voted down, whatever quorum it would set', async () => {
      const house = await loadFixture(byClasses)
      const { assembly, statutes } = house
      const data = statutes.interface.encodeFunctionData('setRules', [
        [{ kind: Kind.ORDINARY, rule: { ...EVERY_CLASS, quorumBps: 10_000 } }],
      ])
      const it = await motion('Nothing without everybody', [{ target: statutes, data }])
      const first = await lost(house, it, { ada: 0, bo: 0, chi: 0, dee: 0 })
      expect(await assembly.resultOf(first)).to.deep.equal([true, false])
      await week()
      await refused(house, it, 'NoSecondCall', first)
    })

    it('takes half the quorum of every rule that it has to pass under', async () => {
      const house = await loadFixture(sleepy)
      const { assembly } = house
      const it = await change(house)
      await lost(house, it)
      await week()
      const second = await callAgain(house, it)
      // a quarter of 21, not the two that would do for everyday business
      await held(house, second, { ada: 1, bo: 1, chi: 1, dee: 1, fay: 1 })
      expect(await assembly.state(second)).to.equal(State.Defeated)
    })

    it('ASM-8 is carried out only while those rules are in force', async () => {
      const house = await loadFixture(sleepy)
      const { assembly } = house
      const it = await change(house)
      await lost(house, it)
      await week()
      const second = await callAgain(house, it)
      await held(house, second, { ada: 1, bo: 1, chi: 1, dee: 1, eli: 1, fay: 1 })
      expect(await assembly.state(second)).to.equal(State.Queued)
      await time.increase(2 * DAY)
      const snapshot = await ethers.provider.send('evm_snapshot', [])
      await assembly.execute(...content(it))
      expect((await house.statutes.ruleOf(Kind.ORDINARY)).quorumBps).to.equal(0n)

      await ethers.provider.send('evm_revert', [snapshot])
      const other = rule({ ...HALF, quorumBps: 4_000 })
      await carryOut(house, Kind.ENTRENCHED, [
        {
          target: house.statutes,
          data: house.statutes.interface.encodeFunctionData('setRules', [
            [
              { kind: Kind.ORDINARY, rule: other },
              { kind: Kind.CONSENT, rule: { ...other, maxObjections: 0 } },
            ],
          ]),
        },
      ])
      await expect(assembly.execute(...content(it)))
        .to.be.revertedWithCustomError(assembly, 'RuleReplaced')
        .withArgs(second)
    })
  })
})
