// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture } from '../kit/chain.ts'
import { Kind, Lock } from '../kit/charter.ts'
import { type Action, carryOut, found, founded, founding, type House } from '../kit/house.ts'
import { foundingSigners } from '../kit/people.ts'
import { organsFor } from '../kit/successors.ts'

type Three = Awaited<ReturnType<typeof organsFor>>

function adopt({ coop }: House, { statutes, membership, assembly }: Three): Action {
  const data = coop.interface.encodeFunctionData('adoptOrgans', [statutes, membership, assembly])
  return { target: coop, data }
}

/** Brings the founders onto the new roll, as the account. */
async function enrol(house: House, { membership }: Three): Promise<Action> {
  const { interface: roll } = house.membership
  return {
    target: membership,
    data: roll.encodeFunctionData('enrolFounders', [house.it.founders]),
  }
}

async function refuses(house: House, organs: Three, error: string, values: readonly unknown[]) {
  const { coop } = house
  const inner = coop.interface.encodeErrorResult(error as 'SuccessorUnknown', values as never)
  await expect(carryOut(house, Kind.ENTRENCHED, [await enrol(house, organs), adopt(house, organs)]))
    .to.be.revertedWithCustomError(coop, 'ActionFailed')
    .withArgs(1, await coop.getAddress(), inner)
}

describe('Successors of the organs', () => {
  it('take over, and the old assembly has no more to say', async () => {
    const house = await loadFixture(founded)
    const { coop, assembly } = house
    const next = await organsFor(house)
    const old = await assembly.getAddress()
    await expect(carryOut(house, Kind.ENTRENCHED, [await enrol(house, next), adopt(house, next)]))
      .to.emit(coop, 'OrgansSet')
      .withArgs(next.statutes, next.membership, next.assembly)
    expect(await coop.statutes()).to.equal(next.statutes)
    expect(await coop.membership()).to.equal(next.membership)
    expect(await coop.assembly_()).to.equal(next.assembly)

    await ethers.provider.send('hardhat_impersonateAccount', [old])
    const signer = await ethers.getSigner(old)
    await expect(coop.connect(signer).execute(2n, Kind.ENTRENCHED, 0, 0, [], [], []))
      .to.be.revertedWithCustomError(coop, 'NotTheAssembly')
      .withArgs(old)
  })

  it('G5 need a decision on the founding rules', async () => {
    const house = await loadFixture(founded)
    const { coop, who } = house
    const next = await organsFor(house)
    for (const kind of [Kind.ORDINARY, Kind.CONSENT, Kind.SPECIAL]) {
      await expect(carryOut(house, kind, [await enrol(house, next), adopt(house, next)]))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(
          1,
          await coop.getAddress(),
          coop.interface.encodeErrorResult('NotAFoundingRuleDecision', [kind]),
        )
    }
    await expect(coop.connect(who.ada).adoptOrgans(next.statutes, next.membership, next.assembly))
      .to.be.revertedWithCustomError(coop, 'NotTheCooperative')
      .withArgs(who.ada.address)
  })

  it('G7 lock the assets at least as high', async () => {
    const house = await loadFixture(founded)
    const weaker = await organsFor(house, { lock: Lock.NONE })
    await refuses(house, weaker, 'SuccessorWeaker', [Lock.NONE, Lock.COMMON_OWNERSHIP])
    const higher = await organsFor(house, { lock: Lock.FULL })
    await carryOut(house, Kind.ENTRENCHED, [await enrol(house, higher), adopt(house, higher)])
    const same = await organsFor(house)
    await refuses(house, same, 'SuccessorWeaker', [Lock.COMMON_OWNERSHIP, Lock.FULL])
  })

  it('keep the purpose', async () => {
    const house = await loadFixture(founded)
    const purpose = digestOf('To make money')
    const other = await organsFor(house, { purpose })
    await refuses(house, other, 'SuccessorChangesPurpose', [purpose, house.it.charter.purpose])
  })

  it('have members', async () => {
    const house = await loadFixture(founded)
    const { coop } = house
    const next = await organsFor(house)
    await expect(carryOut(house, Kind.ENTRENCHED, [adopt(house, next)]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(
        0,
        await coop.getAddress(),
        coop.interface.encodeErrorResult('SuccessorWithoutMembers', [next.membership]),
      )
  })

  it('belong to this account and to each other', async () => {
    const house = await loadFixture(founded)
    const mine = await organsFor(house)
    const mineToo = await organsFor(house)
    const theirs = await organsFor(await neighbours(house))
    const mixtures: readonly (readonly [Three, string])[] = [
      [{ ...mine, statutes: theirs.statutes }, theirs.statutes],
      [{ ...mine, statutes: mineToo.statutes }, mine.membership],
      [{ ...mine, assembly: theirs.assembly }, theirs.assembly],
      [{ ...mine, assembly: mineToo.assembly }, mineToo.assembly],
    ]
    for (const [organs, stranger] of mixtures) {
      await refuses(house, organs, 'SuccessorUnknown', [stranger])
    }
    const { coop } = house
    const foreignRoll = { ...mine, membership: theirs.membership }
    await expect(carryOut(house, Kind.ENTRENCHED, [adopt(house, foreignRoll)]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(
        0,
        await coop.getAddress(),
        coop.interface.encodeErrorResult('SuccessorUnknown', [theirs.membership]),
      )
  })
})

/** Another co-op of the same Registrar. */
async function neighbours(house: House): Promise<House> {
  const it = await founding({ nonce: 2n })
  return { ...house, ...(await found(house.registrar, it, foundingSigners(house.who))), it }
}
