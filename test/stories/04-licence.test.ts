// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { sha256, stringToBytes, zeroAddress, zeroHash } from 'viem'
import { euro } from '../../scripts/seed/amounts.ts'
import { DAY, mined } from '../../scripts/seed/chain.ts'
import { type ExampleCoop, type Person, passed } from '../../scripts/seed/coop.ts'
import { federationOf, permit, type Stage } from './world.ts'

const YEAR = 365 * DAY
const GROUND = { PAID: 0, NON_COMMERCIAL: 1 } as const
const MIDDLE = 2
const UNDECLARED = 255
const WORK = 1n
const PRICE = 1_200

describe('Story 4: a co-op shares a design, a firm pays for it, a club does not', () => {
  let stage: Stage
  let dublin: ExampleCoop
  let firm: Person
  let club: Person
  let terms: bigint

  before(async () => {
    stage = await federationOf('dublin', 'la-louve')
    dublin = stage.world.coop('dublin')
    firm = await stage.world.person('Atelier Nord GmbH', euro(5_000))
    club = await stage.world.person('Makers of Lyon 7, a club', euro(100))
  })
  after(() => stage.end())

  const keeper = () => dublin.member(0)
  const balance = (person: Person) => stage.world.cash.balanceOf(person.wallet.address)

  /** What somebody asks for; the terms are those in force. */
  async function request(person: Person, claim: number, statement: string) {
    return {
      licensee: person.wallet.address,
      work: WORK,
      claim,
      tier: claim === GROUND.PAID ? MIDDLE : UNDECLARED,
      duration: YEAR,
      maxFee: euro(5_000),
      terms,
      deadline: (await stage.world.chain.now()) + DAY,
      payer: zeroAddress,
      purchaseOrder: zeroHash,
      statement: statement === '' ? zeroHash : stage.world.documents.text(statement),
    }
  }

  it('the members name who may register their works, and she registers one', async () => {
    const { world } = stage
    const { works } = world.singletons()
    const until = world.chain.started + 500 * DAY
    const data = works.interface.encodeFunctionData('nameDelegate', [
      keeper().wallet.address,
      until,
    ])
    const action = { target: world.house.works, data }
    await passed([await dublin.propose(keeper(), '# Let Aoife register our works', [action])])
    await mined(
      world.singletons(world.as(keeper())).works.register({
        steward: dublin.address,
        family: 0n,
        digest: sha256(stringToBytes('the files of the bench')),
        parents: [],
        title: 'FoldingBench',
        version: '1.0',
        licence: 'LicenseRef-CBRL-1.0',
        licensor: 'Dublin FoodCoop',
        purpose: 'To sit on.',
        links: [],
      }),
    )
    expect(await works.count()).to.equal(WORK)
  })

  it('they decide on its terms', async () => {
    const { world } = stage
    const { works } = world.singletons()
    const offered = {
      licensor: dublin.address,
      legalText: world.documents.text('# Reciprocity licence\n'),
      pricePerYear: euro(PRICE),
      tierBps: [0, 1_000, 4_000, 10_000],
      tierTurnover: [50_000, 500_000, 5_000_000, 0],
      stewardBps: 8_000,
      parentsBps: 1_000,
      fundBps: 1_000,
      grace: 30 * DAY,
      cure: 32 * DAY,
      refundWindow: 14 * DAY,
      notice: 30 * DAY,
      waivePoints: 1_000,
      minAttesters: 2,
      changeDate: 0,
    }
    const data = works.interface.encodeFunctionData('offer', [
      WORK,
      offered,
      { deadline: 0, signature: '0x' },
    ])
    const action = { target: world.house.works, data }
    await passed([await dublin.propose(keeper(), '# Offer terms for FoldingBench', [action])])
    await world.chain.moveTo((await world.chain.now()) + offered.notice)
    ;[terms] = (await works.versionsOf(WORK)) as unknown as [bigint]
  })

  it('a firm asks, and hears the price with what would make it free', async () => {
    const { licences } = stage.world.singletons()
    const quote = await licences.quote(await request(firm, GROUND.PAID, 'A turnover of 2 million.'))
    expect(quote.may).to.equal(true)
    expect(quote.fee).to.equal((euro(PRICE) * 4_000n) / 10_000n)
    expect(quote.pointsMissing).to.equal(400n)
  })

  it('it pays with one signature and one transaction, and is covered from then on', async () => {
    const { world } = stage
    const before = await balance(firm)
    const fee = euro(480)
    const asked = { ...(await request(firm, GROUND.PAID, 'A turnover of 2 million.')), maxFee: fee }
    const allowed = await permit(world, firm, world.house.licences, fee)
    const { licences } = world.singletons(world.as(firm))
    await mined(licences.acquireWithPermit(asked, { value: fee, ...allowed }))
    expect(await balance(firm)).to.equal(before - fee)
    const now = await world.chain.now()
    const [covered, ground] = await licences.coveredAt(firm.wallet.address, WORK, now)
    expect(covered).to.equal(true)
    expect(ground).to.equal(GROUND.PAID)
  })

  it('a club that earns nothing with it says so, and pays nothing', async () => {
    const { world } = stage
    const { licences } = world.singletons(world.as(club))
    const before = await balance(club)
    const asked = await request(club, GROUND.NON_COMMERCIAL, 'We sell nothing.')
    await mined(licences.acquire({ ...asked, maxFee: 0n }, '0x'))
    expect(await balance(club)).to.equal(before)
    const now = await world.chain.now()
    expect((await licences.coveredAt(club.wallet.address, WORK, now))[0]).to.equal(true)
  })

  it('another firm changes its mind, has back what it paid, and was never covered', async () => {
    const { world } = stage
    const second = await world.person('Werkstatt Süd', euro(1_000))
    const { licences } = world.singletons(world.as(second))
    const fee = euro(480)
    const asked = { ...(await request(second, GROUND.PAID, 'About 1 million.')), maxFee: fee }
    const allowed = await permit(world, second, world.house.licences, fee)
    await mined(licences.acquireWithPermit(asked, { value: fee, ...allowed }))
    await mined(licences.refund(WORK, 1, second.wallet.address))
    expect(await balance(second)).to.equal(euro(1_000))
    const now = await world.chain.now()
    expect((await licences.coveredAt(second.wallet.address, WORK, now))[0]).to.equal(false)
  })

  it('after the time to change one’s mind the fee goes to the steward and to everybody’s fund', async () => {
    const { world } = stage
    const { licences, fund } = world.singletons()
    await world.chain.moveTo((await world.chain.now()) + 15 * DAY)
    await mined(licences.release(WORK, firm.wallet.address, 1))
    await mined(licences.split(WORK, terms))
    expect(await licences.claimable(dublin.address)).to.equal(euro(384))
    const tracked = await fund.tracked()
    await mined(licences.pourToFund(WORK))
    // Its own tenth, and the tenth of the works that this one does not build on.
    expect((await fund.tracked()) - tracked).to.equal(euro(96))
    const before = await world.cash.balanceOf(dublin.address)
    await mined(licences.claimFor(dublin.address))
    expect((await world.cash.balanceOf(dublin.address)) - before).to.equal(euro(384))
  })
})
