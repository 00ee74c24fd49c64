// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, loadFixture, time } from '../kit/chain.ts'
import { Kind, RULES, rules } from '../kit/charter.ts'
import { founded, foundedAs, type Motion, propose } from '../kit/house.ts'
import { closes, content, motion, opens, State } from './desk.ts'
import { all, FOR, give, lose } from './motions.ts'

async function withConsent() {
  return foundedAs({ rules: rules({ consent: RULES.consent }) })
}
const AGAINST = [0, 0, 0, 0, 0, 0, 0]

describe('Proposals that come again', () => {
  describe('ASM-7 the same once, and few at a time', () => {
    it('has the same actions open once, whatever the kind, until they are carried out', async () => {
      const house = await loadFixture(founded)
      const { assembly, who, coop } = house
      await who.carrier.sendTransaction({ to: coop, value: 9n })
      const it = await give(house, 1n)
      const again = { ...it, description: 'Help the school, and soon' }
      const refused = async (id: bigint) => {
        for (const kind of [Kind.ORDINARY, Kind.SPECIAL, Kind.ENTRENCHED]) {
          await expect(propose(house, again, kind, who.bo))
            .to.be.revertedWithCustomError(assembly, 'MotionOpen')
            .withArgs(id)
        }
      }
      const major = await propose(house, it, Kind.SPECIAL)
      await refused(major)
      await opens(house, major)
      await refused(major)
      await all(house, major, FOR)
      await time.increaseTo((await assembly.proposalOf(major)).eta)
      await refused(major)
      await assembly.execute(...content(it))
      // What was carried out can be decided once more.
      expect(await propose(house, again)).to.equal(major + 1n)
    })

    it('has at most three motions of a member open, and frees a place when a vote is over', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const motions = await Promise.all(['One', 'Two', 'Three', 'Four'].map((it) => motion(it)))
      const [one, two, three, four] = motions as [Motion, Motion, Motion, Motion]
      await propose(house, one)
      await propose(house, two)
      const last = await propose(house, three)
      const full = async () =>
        expect(propose(house, four))
          .to.be.revertedWithCustomError(assembly, 'TooManyOpen')
          .withArgs(who.ada.address, 3n)
      await full()
      expect(await propose(house, await motion('Of Bo'), undefined, who.bo)).to.equal(last + 1n)
      await assembly.connect(who.ada).cancel(...content(two))
      expect(await propose(house, four)).to.equal(last + 2n)
      await expect(propose(house, await motion('Five'))).to.be.revertedWithCustomError(
        assembly,
        'TooManyOpen',
      )
      await closes(house, last)
      expect(await propose(house, await motion('Five'))).to.equal(last + 3n)
      expect(await propose(house, await motion('Six'))).to.equal(last + 4n)
      await expect(propose(house, await motion('Seven'))).to.be.revertedWithCustomError(
        assembly,
        'TooManyOpen',
      )
    })

    it('keeps who took a motion back from putting it again for seven days, and nobody else', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const it = await give(house, 1n)
      const renamed = { ...it, description: 'The same in other words' }
      await propose(house, it, undefined, who.gus)
      await assembly.connect(who.gus).cancel(...content(it))
      const from = BigInt(await time.latest()) + BigInt(7 * DAY)
      const refused = async () => {
        for (const kind of [Kind.ORDINARY, Kind.SPECIAL]) {
          await expect(propose(house, renamed, kind, who.gus))
            .to.be.revertedWithCustomError(assembly, 'TakenBack')
            .withArgs(from)
        }
      }
      await refused()
      const id = await propose(house, renamed, undefined, who.ada)
      await assembly.connect(who.ada).cancel(...content(renamed))
      // Not by way of somebody else either.
      await refused()
      await time.increaseTo(from)
      expect(await propose(house, renamed, undefined, who.gus)).to.equal(id + 1n)
    })

    it('keeps a text that was taken back away in the same way', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const it = await motion('Close on Mondays')
      await propose(house, it)
      await assembly.connect(who.ada).cancel(...content(it))
      await expect(propose(house, it)).to.be.revertedWithCustomError(assembly, 'TakenBack')
      expect(await propose(house, await motion('Close on Tuesdays'))).to.equal(2n)
      expect(await propose(house, it, undefined, who.bo)).to.equal(3n)
    })
  })

  describe('ASM-6 cooling', () => {
    it('keeps the same actions away, whatever they are called, until the time is over', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const id = await lose(house, await give(house, 1n), AGAINST)
      const { voteEnd } = await assembly.proposalOf(id)
      const until = voteEnd + BigInt(90 * DAY)
      const renamed = { ...(await give(house, 1n)), description: 'Something else' }
      await expect(propose(house, renamed))
        .to.be.revertedWithCustomError(assembly, 'StillCooling')
        .withArgs(id, until)
      expect(await propose(house, { ...renamed, values: [2n] })).to.equal(id + 1n)
      await time.increaseTo(until)
      expect(await propose(house, renamed)).to.equal(id + 2n)
    })

    it('does not forget what objections stopped for a major motion that was taken back', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      const { voteEnd } = await house.assembly.proposalOf(id)
      await propose(house, it, Kind.SPECIAL)
      await house.assembly.connect(house.who.ada).cancel(...content(it))
      await expect(propose(house, it, Kind.CONSENT))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, voteEnd + BigInt(90 * DAY))
      expect(await propose(house, it, Kind.SPECIAL, house.who.bo)).to.equal(id + 2n)
    })

    it('keeps a major motion that was lost away under every kind', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const it = await give(house, 1n)
      const major = await lose(house, it, AGAINST, Kind.SPECIAL)
      for (const kind of [Kind.ORDINARY, Kind.SPECIAL]) {
        await expect(propose(house, it, kind))
          .to.be.revertedWithCustomError(assembly, 'StillCooling')
          .withArgs(major, (await assembly.proposalOf(major)).voteEnd + BigInt(90 * DAY))
      }
    })

    it('does not forget what was lost for a repetition without a quorum', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      await lose(house, it, [0], Kind.SPECIAL)
      await expect(propose(house, it, Kind.CONSENT))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, (await house.assembly.proposalOf(id)).voteEnd + BigInt(90 * DAY))
    })

    it('keeps the same text away, where there are no actions', async () => {
      const house = await loadFixture(founded)
      const id = await lose(house, await motion('Close on Mondays'), AGAINST)
      await expect(propose(house, await motion('Close on Mondays'))).to.be.revertedWithCustomError(
        house.assembly,
        'StillCooling',
      )
      expect(await propose(house, await motion('Close on Mondays\nin winter'))).to.equal(id + 1n)
    })

    it('does not keep away what had no quorum', async () => {
      const house = await loadFixture(founded)
      const id = await lose(house, await give(house, 1n), [0, 0])
      expect(await propose(house, await give(house, 1n))).to.equal(id + 1n)
    })

    it('lets what only objections stopped come back as SPECIAL, and as nothing else', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      expect(await house.assembly.state(id)).to.equal(State.Defeated)
      await expect(propose(house, it, Kind.CONSENT)).to.be.revertedWithCustomError(
        house.assembly,
        'StillCooling',
      )
      await expect(propose(house, it)).to.be.revertedWithCustomError(house.assembly, 'StillCooling')
      expect(await propose(house, it, Kind.SPECIAL)).to.equal(id + 1n)
    })

    it('keeps away as SPECIAL what was lost by more than objections', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [0, 0, 0, 0, 0, 0, 3], Kind.CONSENT)
      await expect(propose(house, it, Kind.SPECIAL))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, (await house.assembly.proposalOf(id)).voteEnd + BigInt(90 * DAY))
    })
  })
})
