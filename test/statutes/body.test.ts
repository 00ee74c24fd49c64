// SPDX-License-Identifier: AGPL-3.0-or-later
/** STA-12: who gets what is left, and what a captured last member can do about it. */
import { expect } from 'chai'
import { COIN, ethers, loadFixture, NOBODY, time } from '../kit/chain.ts'
import { BODY, charter, Kind, Lock } from '../kit/charter.ts'
import { accountOf, federated } from '../kit/federation.ts'
import { found, founded, foundedAs, founding, type House } from '../kit/house.ts'
import { foundersOf, foundingSigners } from '../kit/people.ts'
import { organsFor, succeeded } from '../kit/successors.ts'
import { accepts, refuses } from './charters.ts'

/** The statutes, spoken to as the account that carries out a founding decision. */
async function amending({ coop, statutes }: Pick<House, 'coop' | 'statutes'>) {
  return statutes.connect(await accountOf(await coop.getAddress()))
}

async function full() {
  return foundedAs({ lock: Lock.FULL })
}

async function unlocked() {
  return foundedAs({ lock: Lock.NONE, body: NOBODY })
}

/** A third co-op, founded in the federation of the two others, which names no body. */
async function inFederation() {
  const house = await federated()
  const it = await founding({
    founders: foundersOf(house.who),
    charter: charter({ name: 'Bakery', body: NOBODY, federation: house.phyle.target as string }),
    nonce: 3n,
  })
  const bakery = await found(house.registrar, it, foundingSigners(house.who))
  const impostor = await ethers.deployContract('FalseFederation', [house.who.pia, house.euro])
  return { ...house, bakery, impostor }
}

describe('STA-12 The body that gets what is left', () => {
  describe('in a charter', () => {
    it('G13 is named wherever there is a lock, or a federation is', async () => {
      for (const lock of [Lock.COMMON_OWNERSHIP, Lock.FULL]) {
        await refuses({ lock, body: NOBODY }, 'BodyMissing')
        await accepts({ lock, body: NOBODY, federation: BODY })
      }
      await accepts({ lock: Lock.NONE, body: NOBODY })
      const { statutes } = await loadFixture(founded)
      expect(await statutes.body()).to.equal(BODY)
      expect(await statutes.remainderTo(COIN)).to.deep.equal([BODY, NOBODY])
    })

    it('is read beside a federation', async () => {
      const federation = ethers.getAddress(`0x${'fe'.repeat(20)}`)
      const { statutes } = await foundedAs({ federation })
      expect(await statutes.body()).to.equal(BODY)
      expect(await statutes.federation()).to.equal(federation)
      expect((await statutes.classes()).length).to.equal(3)
      expect(await statutes.name()).to.equal(charter().name)
    })

    it('is no founder, and no federation that there is not', async () => {
      const { registrar, who, it: first } = await loadFixture(founded)
      for (const [changes, error] of [
        [{ body: who.ada.address }, 'BodyIsOurOwn'],
        [{ body: NOBODY, federation: BODY }, 'BodyMissing'],
      ] as const) {
        const it = await founding({ ...first, charter: charter(changes), nonce: 2n })
        const statutes = await ethers.getContractAt('IStatutes', NOBODY)
        await expect(found(registrar, it, foundingSigners(who))).to.be.revertedWithCustomError(
          statutes,
          error,
        )
      }
    })

    it('is named by the root of a federation, which is nobody’s but its own', async () => {
      const { phyles, terms, rootCharter, members, deadline, root } = await loadFixture(federated)
      const bodiless = { ...rootCharter, body: NOBODY }
      const start = await time.latest()
      await expect(
        phyles.prepare({ ...terms, start }, bodiless, members, 3n, deadline),
      ).to.be.revertedWithCustomError(root.statutes, 'BodyMissing')
      await phyles.prepare(
        { ...terms, start },
        { ...bodiless, lock: Lock.NONE },
        members,
        3n,
        deadline,
      )
      expect(await root.statutes.remainderTo(COIN)).to.deep.equal([BODY, NOBODY])
    })
  })

  describe('G7 against a captured last member', () => {
    it('is not changed under a lock, to the member nor to anybody', async () => {
      const house = await loadFixture(full)
      const { coop, membership, statutes, who } = house
      for (const one of [who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]) {
        await membership.connect(one).resign()
      }
      const ours = await amending(house)
      for (const own of [
        coop.target,
        statutes.target,
        membership.target,
        house.assembly.target,
        who.ada.address,
      ]) {
        await expect(ours.setBody(own))
          .to.be.revertedWithCustomError(statutes, 'BodyIsOurOwn')
          .withArgs(own)
      }
      await expect(ours.setBody(who.pia.address))
        .to.be.revertedWithCustomError(statutes, 'BodyKeepsItsPlace')
        .withArgs(BODY, who.pia.address)
      await expect(ours.setBody(NOBODY)).to.be.revertedWithCustomError(statutes, 'BodyMissing')
      expect(await statutes.body()).to.equal(BODY)
    })

    it('is not taken away by joining a federation of the member’s own', async () => {
      const house = await loadFixture(full)
      const ours = await amending(house)
      const theirs = await ethers.deployContract('FalseFederation', [house.who.pia, house.euro])
      await ours.joinFederation(theirs)
      expect(await house.statutes.remainderTo(COIN)).to.deep.equal([BODY, NOBODY])
      await expect(ours.setBody(NOBODY))
        .to.be.revertedWithCustomError(house.statutes, 'BodyKeepsItsPlace')
        .withArgs(BODY, house.who.pia.address)
    })

    it('stays the root of a federation that is left, for another or for none', async () => {
      for (const next of ['impostor', 'none'] as const) {
        const { bakery, root, impostor, euro, fund } = await loadFixture(inFederation)
        const ours = await amending(bakery)
        const account = root.coop.target
        expect(await bakery.statutes.remainderTo(euro)).to.deep.equal([fund.target, euro.target])
        await expect(ours.joinFederation(next === 'none' ? NOBODY : impostor.target))
          .to.emit(bakery.statutes, 'BodySet')
          .withArgs(account)
        expect(await bakery.statutes.remainderTo(COIN)).to.deep.equal([account, NOBODY])
      }
    })

    it('is handed to successors as it is', async () => {
      const house = await loadFixture(full)
      const other = await organsFor(house, { lock: Lock.FULL, body: house.who.pia.address })
      const next = await ethers.getContractAt('Statutes', other.statutes)
      await expect(next.checkSuccession(house.statutes))
        .to.be.revertedWithCustomError(house.statutes, 'SuccessorChangesBody')
        .withArgs(house.who.pia.address, BODY)
      const moved = await succeeded(house, { lock: Lock.FULL })
      expect(await moved.statutes.body()).to.equal(BODY)
    })
  })

  describe('giving way', () => {
    it('lets a locked co-op name one other, once', async () => {
      const house = await loadFixture(full)
      const { statutes, who } = house
      const ours = await amending(house)
      const next = who.pia.address
      await expect(statutes.connect(who.pia).giveWay(next))
        .to.be.revertedWithCustomError(statutes, 'NotTheBody')
        .withArgs(next)
      await expect(statutes.connect(await accountOf(BODY)).giveWay(next))
        .to.emit(statutes, 'BodyGaveWay')
        .withArgs(BODY, next)
      await expect(ours.setBody(who.oto.address)).to.be.revertedWithCustomError(
        statutes,
        'BodyKeepsItsPlace',
      )
      await expect(ours.setBody(next)).to.emit(statutes, 'BodySet').withArgs(next)
      expect(await statutes.body()).to.equal(next)
      await expect(ours.setBody(BODY))
        .to.be.revertedWithCustomError(statutes, 'BodyKeepsItsPlace')
        .withArgs(next, BODY)
    })

    it('lets what is left go to the federation instead', async () => {
      const { mill, root, phyle, euro, fund } = await loadFixture(federated)
      const ours = await amending(mill)
      await ours.joinFederation(phyle)
      const account = root.coop.target
      await mill.statutes.connect(await accountOf(BODY)).giveWay(account)
      for (const federation of [account, NOBODY]) {
        await ours.setBody(federation)
        expect(await mill.statutes.remainderTo(euro)).to.deep.equal([fund.target, euro.target])
      }
    })
  })

  describe('without a lock', () => {
    it('may be anybody outside, or nobody', async () => {
      const house = await loadFixture(unlocked)
      const { statutes, who } = house
      const ours = await amending(house)
      expect(await statutes.remainderTo(COIN)).to.deep.equal([NOBODY, NOBODY])
      for (const next of [BODY, who.pia.address, NOBODY]) {
        await ours.setBody(next)
        expect(await statutes.body()).to.equal(next)
      }
      await expect(ours.setBody(who.bo.address)).to.be.revertedWithCustomError(
        statutes,
        'BodyIsOurOwn',
      )
    })

    it('G13 G7 has to be named before the assets are locked', async () => {
      const house = await loadFixture(unlocked)
      const ours = await amending(house)
      await expect(ours.raiseLock(Lock.FULL)).to.be.revertedWithCustomError(
        house.statutes,
        'BodyMissing',
      )
      await ours.setBody(BODY)
      await ours.raiseLock(Lock.FULL)
      expect(await house.statutes.lock()).to.equal(Lock.FULL)
    })
  })

  it('G5 is named by a founding decision of the co-op alone', async () => {
    const { statutes, who } = await loadFixture(founded)
    await expect(statutes.connect(who.ada).setBody(who.pia))
      .to.be.revertedWithCustomError(statutes, 'AmendmentNotByTheCooperative')
      .withArgs(who.ada.address)
    const data = statutes.interface.encodeFunctionData('setBody', [who.pia.address])
    expect(await statutes.kindOf(statutes, 0, data)).to.equal(Kind.ENTRENCHED)
  })
})
