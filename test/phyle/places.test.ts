// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { admitAll, walletsOf } from '../assembly/desk.ts'
import { DAY, digestOf, ethers, loadFixture, time } from '../kit/chain.ts'
import { charter, Kind } from '../kit/charter.ts'
import {
  accountOf,
  entered,
  federate,
  federated,
  grantPlaces,
  motionInRoot,
  toEpoch,
} from '../kit/federation.ts'
import { carryOut, found, founding, type House } from '../kit/house.ts'
import { foundersOf, foundingSigners } from '../kit/people.ts'

type Fed = Awaited<ReturnType<typeof entered>>

/** So many more members of the mill, all cooperators. */
async function crowd(house: Fed, count: number): Promise<string[]> {
  const many = walletsOf(count, 5000)
  await admitAll({ ...house.mill, who: house.who } as unknown as House, many)
  return many.map(({ address }) => address)
}

async function startOf({ phyle }: Fed, wallet: string): Promise<bigint> {
  return (await phyle.headOf(wallet)).earnsFrom
}

describe('Phyle: places', () => {
  it('P4 a real co-op that somebody seats at once starts together, by what the root granted', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const wallets = await crowd(house, 30)
    const now = await time.latest()
    await expect(grantPlaces(house, mill.coop.target as string, 37))
      .to.emit(phyle, 'PlacesGranted')
      .withArgs(mill.coop.target, 37, now)
    const stranger = phyle.connect(who.carrier)
    for (const wallet of wallets) await stranger.seat(mill.coop.target, wallet)
    for (const wallet of wallets) expect(await startOf(house, wallet)).to.equal(1n)
  })

  it('P4 PHY-8 a grant frees whoever waits, each by one call of anyone, and sets nobody back when it is lowered', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const wallets = await crowd(house, 12)
    for (const wallet of wallets) await phyle.seat(mill.coop.target, wallet)
    const last = wallets.at(-1) ?? ''
    expect(await startOf(house, last)).to.equal(4n)
    const account = mill.coop.target as string
    await grantPlaces(house, account, 12)
    const { id } = await mill.membership.memberOf(last)
    await expect(phyle.connect(who.carrier).hasten(mill.coop.target, last))
      .to.emit(phyle, 'Hastened')
      .withArgs(mill.coop.target, id, last, 1n)
    expect(await startOf(house, last)).to.equal(1n)
    await grantPlaces(house, account, 0)
    expect(await startOf(house, last)).to.equal(1n)
    expect((await phyle.placesOf(mill.coop.target)).places).to.equal(12n)
  })

  it('P4 nobody is granted more places than the co-op had cooperators when the motion was made', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const account = mill.coop.target as string
    expect((await phyle.placesOf(account)).granted).to.equal(0n)
    await grantPlaces(house, account, 1000, () => crowd(house, 20))
    // those who founded it, and none of the crowd that came while it was voted on
    expect((await phyle.placesOf(account)).granted).to.equal(7n)
    for (const name of ['ada', 'bo', 'chi'] as const)
      await mill.membership.connect(who[name]).resign()
    await grantPlaces(house, account, 1000)
    expect((await phyle.placesOf(account)).granted, 'those who left before').to.equal(24n)
    await expect(grantPlaces(house, who.ada.address, 3)).to.revert(ethers)
  })

  it('P4 who sits in a co-op with room is not held back by the longer queue of another', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, shop, who } = house
    const [ada] = await crowd(house, 1)
    for (const name of ['ada', 'bo', 'chi', 'dee', 'eli', 'fay'] as const) {
      await phyle.seat(mill.coop.target, who[name].address)
    }
    if (!ada) throw new Error('nobody came')
    await admitAll({ ...shop, who } as unknown as House, walletsOf(1, 5000))
    await phyle.connect(who.carrier).seat(mill.coop.target, ada)
    expect(await startOf(house, ada)).to.equal(3n)
    await phyle.seat(shop.coop.target, ada)
    expect(await startOf(house, ada)).to.equal(1n)
    expect(await phyle.earningHeads(1)).to.equal(4n)
  })

  it('P4 a place that somebody leaves is for the next who is hastened, who leaves it unused stands still', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    for (const name of ['ada', 'bo', 'chi', 'dee'] as const) {
      await phyle.seat(mill.coop.target, who[name].address)
    }
    const { ada, dee } = who
    expect(await startOf(house, dee.address)).to.equal(2n)
    // no place came free: it stays as it is
    await phyle.hasten(mill.coop.target, dee.address)
    expect(await startOf(house, dee.address)).to.equal(2n)
    await mill.membership.connect(ada).resign()
    await phyle.settle(ada.address)
    await phyle.hasten(mill.coop.target, dee.address)
    expect(await startOf(house, dee.address)).to.equal(1n)
    expect(await phyle.earningHeads(1)).to.equal(3n)
    await toEpoch(1, house)
    await expect(phyle.hasten(mill.coop.target, dee.address)).to.be.revertedWithCustomError(
      phyle,
      'StartedAlready',
    )
    await expect(phyle.hasten(mill.coop.target, ada.address)).to.be.revertedWithCustomError(
      phyle,
      'NoSeatIn',
    )
  })

  it('P4 places stay within the epochs looked at, whoever is seated, at a cost that does not grow', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill } = house
    const wallets = await crowd(house, 120)
    const gas: bigint[] = []
    for (const wallet of wallets) {
      const sent = await phyle.seat(mill.coop.target, wallet)
      gas.push((await sent.wait())?.gasUsed ?? 0n)
    }
    for (let epoch = 1; epoch < 25; epoch += 1) {
      await toEpoch(epoch, house)
      const { places, earning } = await phyle.placesOf(mill.coop.target)
      expect(earning <= places, `epoch ${epoch}`).to.equal(true)
      expect(await phyle.earningHeads(epoch)).to.equal(earning)
    }
    expect(Number(gas.at(-1)) - Number(gas[20])).to.be.lessThan(60_000)
  })

  it('P4 the founders of a federation start together, by figures that all of them gave their word for', async () => {
    const house = await loadFixture(federated)
    const { registrar, mill, shop, euro } = house
    const { phyle, phyles, terms, rootCharter, members, deadline } = await federate({
      registrar,
      coops: [mill, shop],
      cash: euro,
      start: (await time.latest()) + 60,
      rootCharter: charter({ name: 'Federation of founders' }),
      granted: [7n, 100n],
    })
    await phyle.enter(mill.coop.target, registrar)
    for (const name of ['ada', 'bo', 'chi', 'dee', 'eli', 'fay', 'gus'] as const) {
      await phyle.seat(mill.coop.target, house.who[name].address)
    }
    expect(await phyle.earningHeads(1)).to.equal(7n)
    expect((await phyle.placesOf(shop.coop.target)).granted).to.equal(6n)
    await expect(
      phyles.prepare({ ...terms, granted: [7n] }, rootCharter, members, 3n, deadline),
    ).to.be.revertedWithCustomError(phyles, 'GrantsMismatch')
  })

  it('P4 the root admits a co-op, enters it and grants its places in one decision', async () => {
    const house = await loadFixture(entered)
    const { phyle, registrar, root, who } = house
    const forge = await found(
      registrar,
      await founding({
        founders: foundersOf(who),
        charter: charter({ name: 'Forge' }),
        nonce: 3n,
      }),
      foundingSigners(who),
    )
    const coop = forge.coop.target as string
    const application = {
      wallet: coop,
      class: 0,
      document: digestOf('who we are'),
      deadline: (await time.latest()) + 30 * DAY,
    }
    await root.membership
      .connect(await accountOf(coop))
      .applyFor(application.class, application.document, application.deadline)
    const admitted = [{ ...application, signature: '0x' }]
    const { interface: register } = phyle
    // A federation of two co-ops admits by major decision; the register's part is everyday business.
    const actions = [
      {
        target: root.membership,
        data: root.membership.interface.encodeFunctionData('admit', [admitted]),
      },
      {
        target: phyle,
        data: register.encodeFunctionData('enter', [coop, registrar.target as string]),
      },
      { target: phyle, data: register.encodeFunctionData('grant', [coop, 7]) },
    ]
    await carryOut(root, Kind.SPECIAL, actions, await motionInRoot(house))
    for (const name of ['enter', 'grant'] as const) {
      expect(await phyle.floorOf(register.getFunction(name).selector)).to.equal(Kind.ORDINARY)
    }
    expect((await phyle.placesOf(coop)).places).to.equal(7n)
  })

  it('common income waits while fewer heads earn than the root set, and past epochs are not judged anew', async () => {
    const house = await loadFixture(entered)
    const { phyle, fund, euro, mill, who } = house
    await phyle.seat(mill.coop.target, who.ada.address)
    await toEpoch(1, house)
    await euro.mint(who.pia.address, 3000n)
    await euro.connect(who.pia).approve(fund, 3000n)
    await fund.connect(who.pia).pour(1000n, 3, 0n)
    await toEpoch(2, house)
    // holds from epoch 3 on
    await house.phyle.connect(await accountOf(house.root.coop.target as string)).setLeastHeads(2)
    const due = await fund.due(who.ada.address)
    expect(due > 0n).to.equal(true)
    await fund.connect(who.pia).pour(1000n, 3, 0n)
    await toEpoch(3, house)
    const paid = await fund.due(who.ada.address)
    await fund.connect(who.pia).pour(1000n, 3, 0n)
    await phyle.seat(mill.coop.target, who.bo.address)
    await toEpoch(4, house)
    expect(await fund.due(who.ada.address)).to.equal(paid)
    await toEpoch(5, house)
    const rest = (await fund.due(who.ada.address)) - paid
    expect(rest > 0n).to.equal(true)
    expect(await fund.due(who.bo.address)).to.equal(rest)
  })
})
