// SPDX-License-Identifier: AGPL-3.0-or-later
import { RENT_MODE, STATUS } from '@phyle/sdk/chapters/bonds/enums'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { expect } from 'chai'
import { euro } from '../../scripts/seed/amounts.ts'
import { DAY, mined } from '../../scripts/seed/chain.ts'
import { type ExampleCoop, type Person, passed } from '../../scripts/seed/coop.ts'
import { federationOf, permit, type Stage } from './world.ts'

const SERIES = 1n
const PRICE = 1_800

describe('Story 3: a bond buys a machine, is repaid, and becomes everybody’s equal share', () => {
  let stage: Stage
  let bees: ExampleCoop
  let louve: ExampleCoop
  let supplier: Person
  let closes: number

  before(async () => {
    stage = await federationOf('bees', 'la-louve')
    bees = stage.world.coop('bees')
    louve = stage.world.coop('la-louve')
    supplier = await stage.world.person('Vélos Solidaires', 0n)
  })
  after(() => stage.end())

  const due = (person: Person) =>
    stage.world.singletons().bonds.dueOf(SERIES, person.wallet.address)
  const balance = (address: string) => stage.world.cash.balanceOf(address)
  const status = () => stage.world.singletons().bonds.statusOf(SERIES)

  it('the members of a co-op decide to offer it', async () => {
    const { world } = stage
    const { bonds } = world.singletons()
    const opensAt = (await world.chain.now()) + 27 * DAY
    const subscribeUntil = opensAt + 7 * DAY
    closes = subscribeUntil + 4 * DAY
    const terms = {
      title: 'A cargo bike',
      machine: world.documents.text('# A cargo bike\n'),
      supplier: supplier.wallet.address,
      price: euro(PRICE),
      leastUnits: BigInt(PRICE),
      mostUnits: 2_000n,
      mostPerPerson: 500n,
      opensAt,
      subscribeUntil,
      buyBy: subscribeUntil + 60 * DAY,
      expectedBy: subscribeUntil + 700 * DAY,
      capBps: 10_000,
      rentMode: RENT_MODE.COST_RENT,
      rent: euro(150),
      rentPeriod: 30 * DAY,
    }
    const data = bonds.interface.encodeFunctionData('float', [terms])
    const action = { target: world.house.bonds, data }
    await passed([await bees.propose(bees.member(0), '# Float a bond: A cargo bike', [action])])
    await world.chain.moveTo(opensAt)
    expect(await status()).to.equal(STATUS.open)
  })

  it('cooperators of both co-ops lend, each with one signature and one transaction', async () => {
    const { world } = stage
    for (const [person, units] of [
      [bees.member(0), 500n],
      [bees.member(1), 500n],
      [louve.member(0), 500n],
      [louve.member(1), 500n],
    ] as const) {
      const { deadline, v, r, s } = await permit(world, person, world.house.fund, units * euro(1))
      const { bonds } = world.singletons(world.as(person))
      await mined(bonds.subscribeWithPermit(SERIES, units, deadline, v, r, s))
    }
    const { units } = await world.singletons().bonds.seriesOf(SERIES)
    expect(units).to.equal(2_000n)
  })

  it('one of them changes their mind about a part, and has it back at once', async () => {
    const { world } = stage
    const person = louve.member(0)
    const before = await balance(person.wallet.address)
    await mined(world.singletons(world.as(person)).bonds.withdraw(SERIES, 100))
    expect(await balance(person.wallet.address)).to.equal(before + euro(100))
  })

  it('after the cooling-off anybody has the machine bought, and what was lent beyond the price comes back', async () => {
    const { world } = stage
    await world.chain.moveTo(closes + 1)
    expect(await status()).to.equal(STATUS.funded)
    await mined(world.singletons().bonds.buy(SERIES))
    expect(await status()).to.equal(STATUS.bought)
    expect(await balance(supplier.wallet.address)).to.equal(euro(PRICE))
    const { machineId } = await world.singletons().bonds.seriesOf(SERIES)
    expect(machineId).to.equal(1n)
    // 1 900 were lent, 100 more than the price.
    expect(await due(louve.member(0))).to.equal((euro(100) * 400n) / 1_900n)
  })

  it('use fees that the co-op decides to pay repay the holders, pro rata', async () => {
    await payFees(900)
    expect(await due(bees.member(0))).to.equal((euro(1_000) * 500n) / 1_900n)
    const { world } = stage
    const before = await balance(bees.member(0).wallet.address)
    const owed = await due(bees.member(0))
    await mined(world.singletons(world.as(bees.member(0))).bonds.take(SERIES))
    expect(await balance(bees.member(0).wallet.address)).to.equal(before + owed)
    expect(await due(bees.member(0))).to.equal(0n)
  })

  it('when everything is repaid the machine’s income becomes common', async () => {
    const { world } = stage
    await payFees(1_400)
    expect(await status()).to.equal(STATUS.redeemed)
    const { fund } = world.singletons()
    // 2 300 of fees: 1 800 to the holders, of the other 500 a tenth to the reserve.
    expect(await fund.reserve()).to.equal(euro(50))
    for (const person of [bees.member(0), bees.member(1), louve.member(0), louve.member(1)]) {
      const units = person === louve.member(0) ? 400n : 500n
      const taken = await world.singletons().bonds.takenOf(SERIES, person.wallet.address)
      expect(taken + (await due(person))).to.equal(units * euro(1))
    }
  })

  it('at the end of the month every cooperator has earned the same, lender or not', async () => {
    const { world } = stage
    const { fund, phyle } = world.singletons()
    await world.chain.moveTo((await world.chain.now()) + 31 * DAY)
    await mined(fund.closeEpoch())
    const everybody = [...bees.members, ...louve.members]
    const heads = await phyle.heads()
    expect(heads).to.be.greaterThan(2n)
    const shares = new Set<bigint>()
    for (const person of everybody) {
      const share = await fund.due(person.wallet.address)
      if (share > 0n) shares.add(share)
    }
    const [share, ...others] = shares
    expect(others, 'everybody who earns has the same').to.deep.equal([])
    expect(share).to.be.greaterThan(0n)
    const person = bees.member(2)
    const before = await balance(person.wallet.address)
    await mined(world.singletons(world.as(person)).fund.claim())
    expect(await balance(person.wallet.address)).to.equal(before + (share ?? 0n))
  })

  async function payFees(amount: number): Promise<void> {
    const { world } = stage
    const { fund } = world.singletons()
    const approve = world.cash.interface.encodeFunctionData('approve', [
      world.house.fund,
      euro(amount),
    ])
    const pour = fund.interface.encodeFunctionData('pour', [euro(amount), SOURCE.machine, 1])
    const actions = [
      { target: await world.cash.getAddress(), data: approve },
      { target: world.house.fund, data: pour },
    ]
    await passed([await bees.propose(bees.member(1), `# Pay ${amount} euro of use fees`, actions)])
  }
})
