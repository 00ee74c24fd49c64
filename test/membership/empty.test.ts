// SPDX-License-Identifier: AGPL-3.0-or-later
/** MEM-12: nobody comes into a roll on which nobody is, by whichever way. */
import { expect } from 'chai'
import { application, domainOf, SPONSORSHIP_TYPES } from '../assembly/desk.ts'
import { loadFixture, time } from '../kit/chain.ts'
import { Admission, Kind } from '../kit/charter.ts'
import { carryOut, foundedAs, type House, type Organs } from '../kit/house.ts'
import { foundersOf, foundingSigners } from '../kit/people.ts'
import { succeeded } from '../kit/successors.ts'

const WORKER = 0

async function sponsoring() {
  return foundedAs({ admission: Admission.BY_SPONSORS, sponsors: 1 })
}

async function resignAll({ membership, who }: Pick<House, 'membership' | 'who'>) {
  for (const one of foundingSigners(who)) await membership.connect(one).resign()
}

/** Tries every way in, each prepared while there were members. */
async function staysShut(house: House, organs: Pick<Organs, 'membership' | 'statutes'>) {
  const { coop, registrar, who, it } = house
  const { membership } = organs
  const ours = { ...house, ...organs }
  const hal = await application(ours, who.hal, WORKER)
  const signature = await who.ada.signTypedData(await domainOf(membership), SPONSORSHIP_TYPES, {
    cooperative: await organs.statutes.name(),
    applicant: hal.wallet,
    class: hal.class,
    sponsor: who.ada.address,
    deadline: hal.deadline,
  })
  await resignAll(ours)

  const roll = membership.interface
  for (const data of [
    roll.encodeFunctionData('admit', [[hal]]),
    roll.encodeFunctionData('admit', [[]]),
  ]) {
    await expect(carryOut(house, Kind.ENTRENCHED, [{ target: membership, data }]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(0, membership.target, roll.encodeErrorResult('RollIsEmpty'))
  }
  const moving = roll.encodeFunctionData('changeClass', [hal])
  const founders = roll.encodeFunctionData('enrolFounders', [foundersOf(who)])
  for (const data of [moving, founders]) {
    await expect(
      carryOut(house, Kind.ENTRENCHED, [{ target: membership, data }]),
    ).to.be.revertedWithCustomError(coop, 'ActionFailed')
  }
  await expect(membership.admitBySponsors(hal, [who.ada.address], [signature]))
    .to.be.revertedWithCustomError(membership, 'SponsorInvalid')
    .withArgs(who.ada.address)
  await expect(membership.admitBySponsors(hal, [], [])).to.be.revertedWithCustomError(
    membership,
    'SponsorsMissing',
  )
  await expect(
    registrar.found(it.charter, it.founders, [], it.nonce, it.deadline),
  ).to.be.revertedWithCustomError(registrar, 'SignaturesMissing')
  expect(await membership.total()).to.equal(0)
  expect(await membership.emptySince()).to.not.equal(0)
}

describe('MEM-12 A roll on which nobody is', () => {
  it('G13 admits nobody, by no way in', async () => {
    const house = await loadFixture(sponsoring)
    await staysShut(house, house)
  })

  it('admits nobody after the co-op moved', async () => {
    const house = await loadFixture(sponsoring)
    await staysShut(house, await succeeded(house, { admission: 1, sponsors: 1 }))
  })

  it('says since when: while somebody is on it, and before its founders, it does not', async () => {
    const house = await loadFixture(sponsoring)
    const { membership, who } = house
    for (const one of foundingSigners(who).slice(1)) await membership.connect(one).resign()
    expect(await membership.emptySince()).to.equal(0)
    await membership.connect(who.ada).resign()
    const since = await time.latest()
    await time.increase(1_000)
    expect(await membership.emptySince()).to.equal(since)
  })
})
