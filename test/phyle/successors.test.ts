// SPDX-License-Identifier: AGPL-3.0-or-later
/** Co-ops of a federation that move to newer organs, good ones and bad ones. */
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, type Signer, time } from '../kit/chain.ts'
import { charter, Kind } from '../kit/charter.ts'
import { accountOf, entered, expelled, toEpoch } from '../kit/federation.ts'
import { carryOut, type Organs, registrar } from '../kit/house.ts'
import { adoption, hostileOrgans, organsFor, organsOfNow, succeeded } from '../kit/successors.ts'

const ORGANS_NOT_READ = 10n
const NAMES = ['bo', 'chi', 'dee', 'eli', 'fay', 'gus'] as const
const LONG_AGO = 1

type Fed = Awaited<ReturnType<typeof entered>>

/** Everybody of the mill sits from epoch 0 on. */
async function seated() {
  const house = await entered()
  for (const name of ['ada', ...NAMES] as const) {
    await house.phyle.seat(house.mill.coop.target, house.who[name].address)
  }
  return house
}

const millOf = ({ mill, registrar: of }: Fed) => ({ ...mill, registrar: of })

async function asRoot({ phyle, root }: Fed) {
  return phyle.connect(await accountOf(root.coop.target as string))
}

/** The mill moves to organs of other code; returns its roll and when it moved. */
async function lost(house: Fed) {
  const mill = millOf(house)
  const organs = await hostileOrgans(mill)
  await carryOut(mill, Kind.ENTRENCHED, [await adoption(mill, organs)])
  return { ...organs, moved: BigInt(await time.latest()) }
}

const earnsOf = async ({ phyle }: Fed, one: Signer) => {
  const { earnsFrom, earnsTo, seats } = await phyle.headAsSettled(one.address)
  return { earnsFrom, earnsTo, seats }
}

async function admits(organs: Organs, applicant: Signer): Promise<void> {
  const { membership } = organs
  const document = digestOf('who I am')
  const deadline = (await time.latest()) + 30 * DAY
  await membership.connect(applicant).applyFor(0, document, deadline)
  const one = { wallet: applicant.address, class: 0, document, deadline, signature: '0x' }
  const data = membership.interface.encodeFunctionData('admit', [[one]])
  await carryOut(organs, Kind.SPECIAL, [{ target: membership, data }])
}

describe('Phyle: co-ops that move to newer organs', () => {
  it('G14 seats, starts and earnings go on, whoever left before', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, who } = house
    await toEpoch(6, house)
    await mill.membership.connect(who.ada).resign()
    const before = await Promise.all(NAMES.map((name) => earnsOf(house, who[name])))
    const places = await phyle.placesOf(mill.coop.target)
    await succeeded(millOf(house))
    await phyle.refresh(mill.coop.target)
    for (const name of ['ada', ...NAMES] as const) await phyle.settle(who[name].address)
    expect(await Promise.all(NAMES.map((name) => earnsOf(house, who[name])))).to.deep.equal(before)
    expect(await phyle.heads()).to.equal(6n)
    expect((await phyle.headOf(who.ada.address)).earnsTo).to.equal(5n)
    const { granted, base, since } = await phyle.placesOf(mill.coop.target)
    expect([granted, base, since]).to.deep.equal([places.granted, places.base, places.since])

    await toEpoch(8, house)
    const next = await organsOfNow(mill)
    await next.membership.connect(who.bo).resign()
    await expect(phyle.unseat(mill.coop.target, 2)).to.emit(phyle, 'Unseated')
    expect((await phyle.headOf(who.bo.address)).earnsTo).to.equal(7n)
    await admits(next, who.pia)
    await expect(phyle.seat(mill.coop.target, who.pia.address)).to.emit(phyle, 'Seated')
    await expect(phyle.seat(mill.coop.target, who.chi.address))
      .to.be.revertedWithCustomError(phyle, 'AlreadySeated')
      .withArgs(mill.coop.target, 3)
  })

  it('G14 P2 an end is the same in whichever of two moves it is noticed', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, who } = house
    await toEpoch(3, house)
    await mill.membership.connect(who.bo).resign()
    await toEpoch(4, house)
    const second = await succeeded(millOf(house))
    await toEpoch(5, house)
    await second.membership.connect(who.chi).resign()
    await toEpoch(6, house)
    const third = await succeeded(millOf(house), { name: 'Once more' })
    await toEpoch(7, house)
    await third.membership.connect(who.dee).resign()
    await toEpoch(9, house)
    await phyle.refresh(mill.coop.target)
    const ends = []
    for (const name of ['bo', 'chi', 'dee', 'eli'] as const) {
      ends.push((await earnsOf(house, who[name])).earnsTo)
    }
    expect(ends).to.deep.equal([2n, 4n, 6n, 2n ** 32n - 1n])
  })

  it('PHY-14 G14 a roll that no accepted Registrar built ends the seats in the second of the move, whenever somebody looks', async () => {
    for (const late of [false, true]) {
      const house = await loadFixture(seated)
      const { phyle, mill, who } = house
      const coop = mill.coop.target
      await toEpoch(3, house)
      await mill.membership.connect(who.bo).resign()
      await toEpoch(5, house)
      const { roll, moved, membership } = await lost(house)
      await roll.lie(LONG_AGO, 0)
      if (late) await toEpoch(9, house)
      await expect(phyle.connect(who.pia).refresh(coop))
        .to.emit(phyle, 'SeatsEnded')
        .withArgs(coop, membership, moved)
      await expect(phyle.refresh(coop)).not.to.emit(phyle, 'SeatsEnded')
      await toEpoch(11, house)
      for (const name of ['bo', 'chi'] as const) await phyle.settle(who[name].address)
      expect((await phyle.headOf(who.bo.address)).earnsTo).to.equal(2n)
      expect((await phyle.headOf(who.chi.address)).earnsTo).to.equal(4n)
      expect(await phyle.isCooperator(who.dee.address)).to.equal(false)
    }
  })

  it('PHY-14 such a roll seats nobody and is no good standing, and a silent Registrar stops nothing', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, who } = house
    const coop = mill.coop.target
    const { registrar: of, membership } = await lost(house)
    await of.fallSilent()
    await expect(phyle.seat(coop, who.ada.address))
      .to.be.revertedWithCustomError(phyle, 'RollNotRead')
      .withArgs(coop, membership)
    const answers = await phyle.standing(coop)
    expect(answers.map(({ ok, reason }) => [ok, reason])).to.deep.equal(
      Array(4).fill([false, ORGANS_NOT_READ]),
    )
    await expect(expelled(house, coop as string)).to.emit(phyle, 'CoopDeparted')
    await expect(phyle.enter(coop, house.registrar.target)).to.be.revertedWithCustomError(
      phyle,
      'NotOnTheRootsRoll',
    )
  })

  it('PHY-14 a co-op with such a roll does not enter', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, root } = house
    const coop = mill.coop.target as string
    const { membership } = await lost(house)
    await expelled(house, coop)
    await time.increase(120 * DAY)
    await admits(root, await accountOf(coop))
    await expect(phyle.enter(coop, house.registrar.target))
      .to.be.revertedWithCustomError(phyle, 'RollNotRead')
      .withArgs(coop, membership)
  })

  it('PHY-14 a Registrar that is accepted later opens new seats, and no seat of before', async () => {
    for (const looked of [false, true]) {
      const house = await loadFixture(seated)
      const { phyle, mill, who } = house
      const coop = mill.coop.target
      await toEpoch(4, house)
      const newer = await registrar(house.registrar.target as string)
      const next = await succeeded({ ...mill, registrar: newer })
      const moved = BigInt(await time.latest())
      if (looked) await phyle.refresh(coop)
      await toEpoch(6, house)
      await (await asRoot(house)).acceptRegistrar(newer, true)
      await phyle.refresh(coop)
      await phyle.settle(who.bo.address)
      expect((await phyle.headOf(who.bo.address)).earnsTo).to.equal(3n)
      expect((await mill.coop.successionOf(next.membership)).time).to.equal(moved)
      await expect(phyle.seat(coop, who.bo.address)).to.emit(phyle, 'Seated')
      expect((await phyle.standing(coop)).map(({ reason }) => reason)).not.to.include(
        ORGANS_NOT_READ,
      )
    }
  })

  it('PHY-14 a Registrar that is accepted no longer still stands for what was moved to before', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, registrar: of, who } = house
    const coop = mill.coop.target
    await toEpoch(4, house)
    await succeeded(millOf(house))
    await (await asRoot(house)).acceptRegistrar(of, false)
    await expect(phyle.refresh(coop)).not.to.emit(phyle, 'SeatsEnded')
    expect(await phyle.isCooperator(who.bo.address)).to.equal(true)
    await toEpoch(6, house)
    await succeeded(millOf(house), { name: 'Once more' })
    const moved = BigInt(await time.latest())
    await expect(phyle.refresh(coop))
      .to.emit(phyle, 'SeatsEnded')
      .withArgs(coop, await mill.coop.membership(), moved)
  })

  it('G14 I11 a lying roll of an accepted Registrar takes back no month from before the move', async () => {
    const house = await loadFixture(seated)
    const { phyle, mill, who } = house
    const coop = mill.coop.target
    await toEpoch(3, house)
    await mill.membership.connect(who.bo).resign()
    await toEpoch(5, house)
    const organs = await hostileOrgans(millOf(house))
    await (await asRoot(house)).acceptRegistrar(organs.registrar, true)
    await carryOut(mill, Kind.ENTRENCHED, [await adoption(mill, organs)])
    await phyle.refresh(coop)
    await toEpoch(7, house)
    for (const [left, shift] of [
      [LONG_AGO, 0],
      [0, 100],
    ] as const) {
      await organs.roll.lie(left, shift)
      expect((await earnsOf(house, who.bo)).earnsTo).to.equal(2n)
      expect((await earnsOf(house, who.chi)).earnsTo).to.equal(4n)
    }
  })

  it('PHY-14 a move of the root to newer organs keeps every co-op in the register', async () => {
    const house = await loadFixture(seated)
    const { phyle, root, mill, registrar: of, rootCharter, prepared } = house
    const federation = prepared.phyle
    const built = await organsFor(
      { coop: root.coop, registrar: of },
      { ...rootCharter, federation },
    )
    await carryOut(root, Kind.ENTRENCHED, [await adoption(root, built)])
    expect(await phyle.isCoop(mill.coop.target)).to.equal(true)
    const next = await organsOfNow(root)
    const account = await accountOf(mill.coop.target as string)
    await expect(next.membership.connect(account).resign()).to.emit(phyle, 'CoopGaveNotice')
    const plain = await organsFor({ coop: root.coop, registrar: of }, charter(rootCharter))
    await expect(
      carryOut(root, Kind.ENTRENCHED, [await adoption(root, plain)]),
    ).to.be.revertedWithCustomError(root.coop, 'ActionFailed')
    expect(ethers.isAddress(plain.membership)).to.equal(true)
  })
})
