// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import {
  application,
  content,
  domainOf,
  type Signing,
  SPONSORSHIP_TYPES,
  walletsOf,
} from '../assembly/desk.ts'
import { DAY, loadFixture, time } from '../kit/chain.ts'
import { Admission, Count, Kind, RULES, rule, rules } from '../kit/charter.ts'
import {
  type Action,
  asCarryingOut,
  founded,
  foundedAs,
  type House,
  motionOf,
  propose,
  type Votes,
  vote,
} from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'

const LENDER = 2
const WORKERS_FOR = { carried: 1 << WORKER, refused: 0 }
const WORKERS_AGAINST = { carried: 0, refused: 1 << WORKER }
const NOBODY = { carried: 0, refused: 0 }

async function bySponsors() {
  return foundedAs({ admission: Admission.BY_SPONSORS, sponsors: 2 })
}

/** Everybody counts once; a majority of all is enough for anything. */
async function byHeads() {
  const head = { count: Count.HEADCOUNT } as const
  return foundedAs({
    rules: rules({
      ordinary: rule(head),
      special: rule({ ...RULES.special, ...head, threshold: 5_000, inclusive: false }),
    }),
  })
}

async function sponsored(
  house: House,
  one: Signing,
  by: readonly Signing[],
  into = WORKER,
  until?: bigint,
) {
  const { membership, statutes, who } = house
  const it = await application(house, one, into, until)
  const ordered = by.toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
  const domain = await domainOf(membership)
  const cooperative = await statutes.name()
  const signatures = await Promise.all(
    ordered.map((sponsor) =>
      sponsor.signTypedData(domain, SPONSORSHIP_TYPES, {
        cooperative,
        applicant: one.address,
        class: into,
        sponsor: sponsor.address,
        deadline: it.deadline,
      }),
    ),
  )
  const sponsors = ordered.map(({ address }) => address)
  return membership.connect(who.carrier).admitBySponsors(it, sponsors, signatures)
}

async function admitting(house: House, some: readonly Signing[], into = WORKER): Promise<Action> {
  const all = await Promise.all(some.map((one) => application(house, one, into)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  return { target: house.membership, data }
}

async function moving(house: House, who: Signing, into: number): Promise<Action> {
  const it = await application(house, who, into)
  const data = house.membership.interface.encodeFunctionData('changeClass', [it])
  return { target: house.membership, data }
}

/** Puts actions to the vote, and tries to carry them out once it is over. */
async function decided(house: House, actions: readonly Action[], votes: Votes, kind?: number) {
  const motion = await motionOf(actions, 'Who belongs where')
  const id = await propose(house, motion, kind, house.who.bo)
  await vote(house, id, votes)
  expect((await house.assembly.resultOf(id)).passed).to.equal(true)
  return house.assembly.connect(house.who.carrier).execute(...content(motion))
}

describe('A class keeps its own gate', () => {
  describe('where sponsors admit', () => {
    it('G11 members of another class cannot sponsor', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      await expect(sponsored(house, who.hal, [who.dee, who.gus])).to.be.revertedWithCustomError(
        membership,
        'SponsorOfAnotherClass',
      )
      await expect(sponsored(house, who.hal, [who.ada, who.bo]))
        .to.be.revertedWithCustomError(membership, 'SponsorOfAnotherClass')
        .withArgs(who.bo.address, WORKER)
      await sponsored(house, who.hal, [who.ada, who.chi])
      expect((await membership.memberOf(who.hal)).class).to.equal(WORKER)
    })

    it('G11 a small class grows by one in 30 days, a large one by a tenth', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      const pair = [who.ada, who.chi]
      await sponsored(house, who.hal, pair)
      await expect(sponsored(house, who.ivy, pair))
        .to.be.revertedWithCustomError(membership, 'ClassLimit')
        .withArgs(WORKER, 2, 1)
      await time.increase(36 * DAY)
      await sponsored(house, who.ivy, pair)

      await time.increase(36 * DAY)
      const roll = await asCarryingOut(house)
      const many = walletsOf(20).map((one) => application(house, one, WORKER))
      await roll.admit(await Promise.all(many))
      await time.increase(36 * DAY)
      for (const one of walletsOf(2, 100)) await sponsored(house, one, pair)
      await expect(sponsored(house, who.jan, pair))
        .to.be.revertedWithCustomError(membership, 'ClassLimit')
        .withArgs(WORKER, 3, 2)
    })

    it('MEM-4 the roll does not grow by more than a tenth either', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      const roll = await asCarryingOut(house)
      await roll.admit(await Promise.all(walletsOf(3).map((one) => application(house, one, USER))))
      await expect(sponsored(house, who.hal, [who.ada, who.chi]))
        .to.be.revertedWithCustomError(membership, 'AdmissionLimit')
        .withArgs(4, 3)
    })

    it('MEM-6 what a sponsor took back does not count, for that application alone', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      const pair = [who.ada, who.chi]
      const { deadline } = await application(house, who.hal, WORKER)
      const back = (applicant: string) =>
        membership.connect(who.chi).withdrawSponsorship(applicant, WORKER, deadline)
      await back(who.ivy.address)
      await expect(back(who.hal.address))
        .to.emit(membership, 'SponsorshipWithdrawn')
        .withArgs(who.chi.address, who.hal.address, WORKER, deadline)
      expect(await membership.hasWithdrawnSponsorship(who.chi, who.hal, WORKER, deadline)).to.equal(
        true,
      )
      await expect(sponsored(house, who.hal, pair, WORKER, deadline))
        .to.be.revertedWithCustomError(membership, 'SponsorWithdrew')
        .withArgs(who.chi.address)
      await sponsored(house, who.hal, pair, WORKER, deadline + 1n)
    })

    it('MEM-7 two cannot bring anybody into a class of their own', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      await expect(sponsored(house, who.hal, [who.dee, who.gus], LENDER))
        .to.be.revertedWithCustomError(membership, 'ClassTooSmall')
        .withArgs(LENDER, 2)
    })
  })

  describe('where the members decide', () => {
    const OVER_THE_WORKERS: Votes = { ada: 0, chi: 0, eli: 1, bo: 1, fay: 1, dee: 1, gus: 1 }

    it('G11 nobody is admitted to a class that voted against it', async () => {
      const house = await loadFixture(byHeads)
      const { coop, membership, who } = house
      const act = await admitting(house, [who.hal])
      const refused = membership.interface.encodeErrorResult('ClassVotedAgainst', [WORKER])
      await expect(decided(house, [act], OVER_THE_WORKERS))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, await membership.getAddress(), refused)
    })

    it('G11 and nobody moves into it, whatever the kind', async () => {
      const house = await loadFixture(byHeads)
      const { coop, membership, who } = house
      const act = await moving(house, who.bo, WORKER)
      const refused = membership.interface.encodeErrorResult('ClassVotedAgainst', [WORKER])
      await expect(decided(house, [act], OVER_THE_WORKERS, Kind.SPECIAL))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, await membership.getAddress(), refused)
    })

    it('a class that is tied or silent does not stop one or two', async () => {
      const house = await loadFixture(byHeads)
      const act = await admitting(house, [house.who.hal])
      await decided(house, [act], { ada: 0, chi: 1, eli: 2, bo: 1, fay: 1, dee: 1, gus: 1 })
      expect((await house.membership.memberOf(house.who.hal)).class).to.equal(WORKER)
    })

    it('G11 above the limit a major decision needs that class’s own majority', async () => {
      const house = await loadFixture(byHeads)
      const { coop, membership } = house
      const some = walletsOf(4)
      const refused = membership.interface.encodeErrorResult('ClassNotInFavour', [WORKER])
      const tied: Votes = { ada: 0, chi: 1, eli: 2, bo: 1, fay: 1, dee: 1, gus: 1 }
      await expect(decided(house, [await admitting(house, some)], tied, Kind.SPECIAL))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, await membership.getAddress(), refused)
    })

    it('G11 is counted for each class, moves included, and leaves SPECIAL with its majority', async () => {
      const house = await loadFixture(founded)
      const { who } = house
      const everyday = await asCarryingOut(house, Kind.ORDINARY, WORKERS_FOR)
      await everyday.admit([await application(house, who.hal, WORKER)])
      await everyday.changeClass(await application(house, who.bo, WORKER))
      await everyday.changeClass(await application(house, who.dee, WORKER))
      await expect(everyday.changeClass(await application(house, who.gus, WORKER)))
        .to.be.revertedWithCustomError(everyday, 'AdmissionLimit')
        .withArgs(4, 3)
      const silent = await asCarryingOut(house, Kind.SPECIAL, NOBODY)
      await expect(silent.changeClass(await application(house, who.gus, WORKER)))
        .to.be.revertedWithCustomError(silent, 'ClassNotInFavour')
        .withArgs(WORKER)
      const major = await asCarryingOut(house, Kind.SPECIAL, WORKERS_FOR)
      await major.changeClass(await application(house, who.gus, WORKER))
      expect((await house.membership.memberOf(who.gus)).class).to.equal(WORKER)
    })

    it('G11 a class has its own limit within a roll that has room', async () => {
      const house = await loadFixture(founded)
      const { who } = house
      const major = await asCarryingOut(house)
      await major.admit(
        await Promise.all(walletsOf(60).map((one) => application(house, one, USER))),
      )
      await time.increase(36 * DAY)
      const everyday = await asCarryingOut(house, Kind.ORDINARY, WORKERS_FOR)
      const four = [who.hal, who.ivy, who.jan, who.kim]
      const all = await Promise.all(four.map((one) => application(house, one, WORKER)))
      await expect(everyday.admit(all))
        .to.be.revertedWithCustomError(everyday, 'ClassLimit')
        .withArgs(WORKER, 4, 3)
      const users = await Promise.all(four.map((one) => application(house, one, USER)))
      await everyday.admit(users)
    })

    it('MEM-7 entering a class of fewer than three takes SPECIAL, and there is no veto', async () => {
      const house = await loadFixture(founded)
      const { who } = house
      const everyday = await asCarryingOut(house, Kind.CONSENT)
      await expect(everyday.admit([await application(house, who.hal, LENDER)]))
        .to.be.revertedWithCustomError(everyday, 'ClassTooSmall')
        .withArgs(LENDER, 2)
      const major = await asCarryingOut(house, Kind.SPECIAL, {
        carried: 0,
        refused: 1 << LENDER,
      })
      await major.admit([await application(house, who.hal, LENDER)])
      // With three of them it is theirs.
      await expect(major.admit([await application(house, who.ivy, LENDER)]))
        .to.be.revertedWithCustomError(major, 'ClassVotedAgainst')
        .withArgs(LENDER)
      const workers = await asCarryingOut(house, Kind.SPECIAL, WORKERS_AGAINST)
      await workers.admit([await application(house, who.ivy, LENDER)])
    })

    it('says beforehand how many may still come in', async () => {
      const { membership } = await loadFixture(founded)
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
      expect(await membership.admissionsLeft(LENDER)).to.deep.equal([0n, 0n])
      await expect(membership.admissionsLeft(7))
        .to.be.revertedWithCustomError(membership, 'ClassUnknown')
        .withArgs(7)
    })
  })
})
