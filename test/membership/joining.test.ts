// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import {
  APPLICATION_TYPES,
  application,
  DOCUMENT,
  domainOf,
  type Signing,
  SPONSORSHIP_TYPES,
  walletsOf,
} from '../assembly/desk.ts'
import { DAY, ethers, loadFixture, networkHelpers, time } from '../kit/chain.ts'
import { Admission, className, Flags, Kind } from '../kit/charter.ts'
import { asCarryingOut, carryOut, founded, foundedAs, type House } from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'
import { countsOf, LENDER, LONGEST_VOTE } from './roll.ts'

const DAY_ = BigInt(DAY)
/** Where the roll keeps its checkpoints by index. */
const TRACE_SLOT = 2
const REASON = ethers.id('The workshop is full.')

async function bySponsors() {
  return foundedAs({ admission: Admission.BY_SPONSORS, sponsors: 2 })
}

async function sponsor(house: House, by: Signing, applicant: string, deadline: bigint) {
  return by.signTypedData(await domainOf(house.membership), SPONSORSHIP_TYPES, {
    cooperative: await house.statutes.name(),
    applicant,
    class: WORKER,
    sponsor: by.address,
    deadline,
  })
}

/** By everyday decision. */
async function admitWorkers(house: House, who: readonly Signing[]) {
  const all = await Promise.all(who.map((one) => application(house, one, WORKER)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  return carryOut(house, Kind.ORDINARY, [{ target: house.membership, data }])
}

async function admitBySpecial(house: House, who: readonly Signing[]) {
  const all = await Promise.all(who.map((one) => application(house, one, USER)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  return carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
}

async function sponsored(house: House, one: Signing) {
  const it = await application(house, one, WORKER)
  const pair = [house.who.ada, house.who.chi].sort((a, b) =>
    BigInt(a.address) < BigInt(b.address) ? -1 : 1,
  )
  const signatures = await Promise.all(
    pair.map((by) => sponsor(house, by, one.address, it.deadline)),
  )
  return house.membership.connect(house.who.carrier).admitBySponsors(
    it,
    pair.map(({ address }) => address),
    signatures,
  )
}

describe('Joining a co-op', () => {
  describe('joining by decision', () => {
    it('MEM-2 needs the applicant’s signature on this class, document and time', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const it = await application(house, hal, USER)
      for (const changed of [
        { ...it, class: WORKER },
        { ...it, document: REASON },
        { ...it, deadline: it.deadline + 1n },
        { ...it, wallet: house.who.ivy.address },
        { ...it, signature: `0x${'00'.repeat(65)}` },
        { ...it, signature: '0x00' },
      ]) {
        await expect(roll.admit([changed]))
          .to.be.revertedWithCustomError(roll, 'ApplicationSignatureInvalid')
          .withArgs(changed.wallet)
      }
      await expect(roll.admit([it]))
        .to.emit(roll, 'Admitted')
        .withArgs(hal.address, 8n, USER, false)
      expect(countsOf(await roll.counts())).to.deep.equal([3, 3, 2])
    })

    it('MEM-2 or their own transaction, which can be withdrawn, refused and used once', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const deadline = BigInt(await time.latest()) + 1_000n
      const it = { wallet: hal.address, class: USER, document: DOCUMENT, deadline, signature: '0x' }
      const apply = () => roll.connect(hal).applyFor(USER, DOCUMENT, deadline)
      const refused = (what: object = {}) =>
        expect(roll.admit([{ ...it, ...what }]))
          .to.be.revertedWithCustomError(roll, 'NotApplied')
          .withArgs(hal.address)
      await refused()
      await expect(apply()).to.emit(roll, 'Applied').withArgs(hal.address, USER, DOCUMENT, deadline)
      expect(await roll.applicationOf(hal)).to.deep.equal([BigInt(USER), DOCUMENT, deadline])
      await refused({ class: WORKER })
      await refused({ document: REASON })
      await refused({ deadline: deadline - 1n })
      await expect(roll.connect(hal).withdrawApplication(deadline))
        .to.emit(roll, 'ApplicationWithdrawn')
        .withArgs(hal.address, deadline)
      await refused()
      await apply()
      await expect(roll.refuse(hal, ethers.ZeroHash))
        .to.be.revertedWithCustomError(roll, 'RefusalWithoutReason')
        .withArgs(hal.address)
      await expect(roll.refuse(hal, REASON))
        .to.emit(roll, 'ApplicationRefused')
        .withArgs(hal.address, REASON)
      await refused()
      await apply()
      await roll.admit([it])
      expect(await roll.isMember(hal)).to.equal(true)
      expect((await roll.applicationOf(hal)).deadline).to.equal(0n)
    })

    it('G5 is for the account alone, as are refusing and moving', async () => {
      const house = await loadFixture(founded)
      const { membership, who, coop } = house
      const it = await application(house, who.hal, USER)
      const ours = membership.connect(who.ada)
      for (const act of [
        () => ours.admit([it]),
        () => ours.refuse(who.hal, REASON),
        () => ours.changeClass(it),
      ]) {
        await expect(act())
          .to.be.revertedWithCustomError(coop, 'NotTheCooperative')
          .withArgs(who.ada.address)
      }
    })

    it('refuses what ran out, reaches too far, or names a class that is not there', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const now = BigInt(await time.latest())
      const late = await application(house, hal, USER, now - 1n)
      await expect(roll.admit([late]))
        .to.be.revertedWithCustomError(roll, 'ApplicationExpired')
        .withArgs(hal.address, now - 1n)
      const far = await application(house, hal, USER, now + LONGEST_VOTE + DAY_)
      await expect(roll.admit([far])).to.be.revertedWithCustomError(roll, 'DeadlineTooFar')
      await expect(
        roll.connect(hal).applyFor(USER, DOCUMENT, now + LONGEST_VOTE + DAY_),
      ).to.be.revertedWithCustomError(roll, 'DeadlineTooFar')
      await expect(roll.admit([await application(house, hal, 3)]))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(3)
      await expect(roll.connect(hal).applyFor(3, DOCUMENT, now + 1_000n))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(3)
    })

    it('MEM-1 refuses whoever is on the roll', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { ada, hal } = house.who
      await expect(roll.admit([await application(house, ada, USER)]))
        .to.be.revertedWithCustomError(roll, 'AlreadyOnTheRoll')
        .withArgs(ada.address)
      const it = await application(house, hal, USER)
      await expect(roll.admit([it, it])).to.be.revertedWithCustomError(roll, 'AlreadyOnTheRoll')
    })

    it('refuses a class that holds as many as a count can say', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const address = await roll.getAddress()
      const place = ethers.AbiCoder.defaultAbiCoder().encode(
        ['uint256', 'uint256'],
        [0, TRACE_SLOT],
      )
      const slot = ethers.keccak256(place)
      const first = BigInt(await ethers.provider.getStorage(address, slot))
      const most = (1n << 26n) - 1n
      const full = (first & ~(most << 26n)) | (most << 26n)
      await networkHelpers.setStorageAt(address, slot, ethers.toBeHex(full, 32))
      expect(countsOf(await roll.counts())).to.deep.equal([3, Number(most), 2])
      await expect(roll.admit([await application(house, house.who.hal, USER)]))
        .to.be.revertedWithCustomError(roll, 'ClassFull')
        .withArgs(USER)
      await roll.admit([await application(house, house.who.hal, WORKER)])
    })

    it('is not for the co-op itself', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const deadline = BigInt(await time.latest()) + 1_000n
      await expect(roll.applyFor(USER, DOCUMENT, deadline)).to.be.revertedWithCustomError(
        roll,
        'CannotJoinItself',
      )
    })

    it('takes classes and names that came after the founding', async () => {
      const house = await loadFixture(founded)
      const { statutes, who } = house
      const old = await application(house, who.ivy, USER)
      const added = { name: className('friends'), shareBps: 0, flags: Flags.COOPERATOR }
      await carryOut(house, Kind.ENTRENCHED, [
        { target: statutes, data: statutes.interface.encodeFunctionData('addClass', [added]) },
        {
          target: statutes,
          data: statutes.interface.encodeFunctionData('setName', ['Mill by the Sea']),
        },
      ])
      const roll = await asCarryingOut(house)
      const friend = await application(house, who.hal, 3)
      await expect(roll.admit([friend, old]))
        .to.emit(roll, 'Admitted')
        .withArgs(who.hal.address, 8n, 3, false)
      const other = await who.jan.signTypedData(await domainOf(roll), APPLICATION_TYPES, {
        cooperative: 'Somebody else',
        applicant: who.jan.address,
        class: USER,
        document: DOCUMENT,
        deadline: old.deadline,
      })
      await expect(
        roll.admit([{ ...old, wallet: who.jan.address, signature: other }]),
      ).to.be.revertedWithCustomError(roll, 'ApplicationSignatureInvalid')
    })
  })

  describe('MEM-4 the admission limit', () => {
    it('G5 is three in 30 days for a small roll, below SPECIAL', async () => {
      const house = await loadFixture(founded)
      const { membership, who, coop } = house
      const everyday = (some: readonly Signing[]) => admitWorkers(house, some)
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
      await everyday([who.hal, who.ivy])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([1n, 0n])
      await expect(everyday([who.jan, who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await everyday([who.jan])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([0n, 0n])
      await expect(everyday([who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await time.increase(29 * DAY)
      await expect(everyday([who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await time.increase(6 * DAY)
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
      await everyday([who.kim])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([2n, 0n])
    })

    it('says by how many it is passed', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house, Kind.ORDINARY)
      const four = walletsOf(4).map((one) => application(house, one, WORKER))
      await expect(roll.admit(await Promise.all(four)))
        .to.be.revertedWithCustomError(roll, 'AdmissionLimit')
        .withArgs(4, 3)
    })

    it('does not stop SPECIAL, which counts too, and grows with the roll', async () => {
      const house = await loadFixture(founded)
      const { membership } = house
      await admitBySpecial(house, walletsOf(53))
      expect(await membership.total()).to.equal(60n)
      expect(await membership.admissionsLeft(USER)).to.deep.equal([0n, 0n])
      await time.increase(36 * DAY)
      expect(await membership.admissionsLeft(USER)).to.deep.equal([5n, 5n])
    })

    it('slides: what was admitted day by day falls out day by day', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      for (const one of [who.hal, who.ivy, who.jan]) {
        await admitWorkers(house, [one])
        await time.increase(12 * DAY)
      }
      expect((await membership.admissionsLeft(WORKER)).byDecision).to.be.oneOf([1n, 0n])
      await time.increase(30 * DAY)
      expect((await membership.admissionsLeft(WORKER)).byDecision).to.equal(3n)
    })
  })

  describe('joining by sponsors', () => {
    it('anyone may send it, where the statutes say so', async () => {
      const house = await loadFixture(bySponsors)
      await expect(sponsored(house, house.who.hal))
        .to.emit(house.membership, 'Admitted')
        .withArgs(house.who.hal.address, 8n, WORKER, true)
    })

    it('not where they do not', async () => {
      const house = await loadFixture(founded)
      await expect(sponsored(house, house.who.hal)).to.be.revertedWithCustomError(
        house.membership,
        'NotBySponsors',
      )
    })

    it('needs enough sponsors, each once, on the roll, for this applicant', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      const it = await application(house, who.hal, WORKER)
      const pair = [who.ada, who.chi].sort((a, b) =>
        BigInt(a.address) < BigInt(b.address) ? -1 : 1,
      )
      const [low, high] = pair.map(({ address }) => address) as [string, string]
      const good = await Promise.all(
        pair.map((by) => sponsor(house, by, who.hal.address, it.deadline)),
      )
      const [first, second] = good as [string, string]
      const send = (sponsors: string[], signatures: string[], what: object = {}) =>
        expect(membership.admitBySponsors({ ...it, ...what }, sponsors, signatures)).to.be
      await send([low], [first])
        .revertedWithCustomError(membership, 'SponsorsMissing')
        .withArgs(1, 2)
      await send([low, high], [first])
        .revertedWithCustomError(membership, 'SponsorsMissing')
        .withArgs(1, 2)
      await send([low, low], [first, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      await send([high, low], [second, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      await send([low, high], [first, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(high)
      const other = await sponsor(house, pair[0] as Signing, who.ivy.address, it.deadline)
      await send([low, high], [other, second])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      const moved = await application(house, who.hal, LENDER, it.deadline)
      await send([low, high], good, moved)
        .revertedWithCustomError(membership, 'SponsorOfAnotherClass')
        .withArgs(low, LENDER)
      await membership.connect(pair[1] as never).resign()
      await send([low, high], good)
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(high)
      await send([low, high], good, { signature: '0x' })
        .revertedWithCustomError(membership, 'NotApplied')
        .withArgs(who.hal.address)
    })
  })
})
