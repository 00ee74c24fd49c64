// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import fc from 'fast-check'
import { Fund } from '../../sdk/src/chapters/fund/model.ts'
import { DAY, loadFixture, type Signer, time } from '../kit/chain.ts'
import { EPOCH } from '../kit/federation.ts'
import { earn, FACE, give, type Money, moneyed, termsOf } from '../kit/money.ts'

const MILL = ['ada', 'bo', 'chi', 'eli', 'fay'] as const
const SHOP = ['hal', 'ivy', 'kim', 'lou'] as const
const PEOPLE = [...MILL, ...SHOP]
type Name = (typeof PEOPLE)[number]

/** What is raised before every history: units of those of the mill, price a unit in base units, cap. */
const SERIES = [
  { id: 'A', held: [30n, 25n, 25n, 20n, 0n], price: 1_000_000n, capBps: 10_000, endorsed: true },
  { id: 'B', held: [7n, 10n, 1n, 4n, 9n], price: 900_001n, capBps: 15_000, endorsed: true },
  { id: 'C', held: [1n, 4n, 4n, 4n, 0n], price: 999_999n, capBps: 12_345, endorsed: false },
] as const
const unitsOf = (held: readonly bigint[]) => held.reduce((a, b) => a + b, 0n)

type Step =
  | { readonly op: 'pour'; readonly amount: bigint; readonly machine: number | null }
  | { readonly op: 'take'; readonly series: number; readonly who: Name }
  | {
      readonly op: 'transfer'
      readonly series: number
      readonly from: Name
      readonly to: (typeof MILL)[number]
      readonly part: number
    }
  | { readonly op: 'claim' | 'join' | 'leave'; readonly who: Name }
  | { readonly op: 'pass'; readonly epochs: number }

const who = fc.constantFrom(...PEOPLE)
const series = fc.nat({ max: SERIES.length - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    op: fc.constant('pour' as const),
    amount: fc.oneof(fc.bigInt({ min: 1n, max: 99n }), fc.bigInt({ min: 1n, max: 60n * FACE })),
    machine: fc.option(series),
  }),
  fc.record({ op: fc.constant('take' as const), series, who }),
  fc.record({
    op: fc.constant('transfer' as const),
    series,
    from: who,
    to: fc.constantFrom(...MILL),
    part: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({ op: fc.constantFrom('claim' as const, 'join' as const, 'leave' as const), who }),
  fc.record({ op: fc.constant('pass' as const), epochs: fc.integer({ min: 1, max: 3 }) }),
)

/** The federation with its three series bought, in epoch 0, and the model of the same. */
async function bought() {
  const money = await moneyed()
  const { bonds, accounts, who: people } = money
  await bonds.connect(accounts.root).setMostCap(20_000)
  for (const one of SERIES) {
    const units = unitsOf(one.held)
    const terms = { ...(await termsOf(money, units)), price: one.price * units }
    await bonds.connect(accounts.mill).float({ ...terms, capBps: one.capBps })
    if (one.endorsed) await bonds.connect(accounts.root).endorse(await bonds.seriesCount())
  }
  await time.increase(2 * DAY)
  for (const [i, one] of SERIES.entries()) {
    for (const [at, units] of one.held.entries()) {
      if (units > 0n) await bonds.connect(people[MILL[at]!]).subscribe(i + 1, units)
    }
  }
  await time.increase(12 * DAY)
  for (const i of SERIES.keys()) await bonds.buy(i + 1)
  return money
}

function modelOf(): Fund {
  const fund = new Fund(
    { machine: { bondsBps: 0, reserveBps: 1000 }, other: { bondsBps: 5000, reserveBps: 1000 } },
    FACE,
  )
  for (const name of MILL) fund.join(name, 'mill')
  for (const { id, held, price, capBps, endorsed } of SERIES) {
    const units = Object.fromEntries(MILL.map((name, at) => [name, held[at]!]))
    fund.addSeries(id, units, { capBps, price: price * unitsOf(held), endorsed })
  }
  return fund
}

/** One history on the chain and in the model. */
class Twin {
  readonly #money: Money
  readonly #model = modelOf()
  readonly #left = new Set<Name>()
  readonly #sitting = new Set<Name>(MILL)

  constructor(money: Money) {
    this.#money = money
  }

  async go(it: Step): Promise<void> {
    const money = this.#money
    const model = this.#model
    switch (it.op) {
      case 'pour': {
        const { amount, machine } = it
        await (machine === null ? give(money, amount) : earn(money, BigInt(machine + 1), amount))
        model.pour(amount, machine === null ? null : SERIES[machine]!.id)
        break
      }
      case 'take': {
        const bonds = money.bonds.connect(this.#signer(it.who))
        const paid = await this.#paid(it.who, () => bonds.take(it.series + 1))
        expect(paid).to.equal(model.take(SERIES[it.series]!.id, it.who))
        break
      }
      case 'transfer':
        await this.#transfer(it)
        break
      case 'claim': {
        const fund = money.fund.connect(this.#signer(it.who))
        const shown = await fund.due(this.#signer(it.who).address)
        const paid = await this.#paid(it.who, () => fund.claim())
        expect(paid).to.equal(model.claim(it.who)).and.to.equal(shown)
        break
      }
      case 'join':
        await this.#join(it.who)
        break
      case 'leave':
        await this.#leave(it.who)
        break
      case 'pass':
        await time.increase(it.epochs * EPOCH)
        for (let i = 0; i < it.epochs; i += 1) model.endEpoch(false)
    }
  }

  async end(): Promise<void> {
    const { fund } = this.#money
    await this.go({ op: 'pour', amount: 1n, machine: null })
    await this.#compareBonds()
    const model = this.#model
    for (const name of PEOPLE) {
      expect(await fund.due(this.#signer(name).address), name).to.equal(model.income(name))
    }
    expect(await fund.reserve()).to.equal(model.reserve)
    expect(await fund.undistributed()).to.equal(model.undistributed)
    expect(await fund.tracked()).to.equal(model.held())
  }

  async #compareBonds() {
    const { bonds, fund } = this.#money
    for (const [i, { id }] of SERIES.entries()) {
      expect(await fund.paidOf(i + 1), `paid of ${id}`).to.equal(this.#model.series.get(id)?.paid)
      for (const name of MILL) {
        const due = await bonds.dueOf(i + 1, this.#signer(name).address)
        expect(due, `due of ${name} in ${id}`).to.equal(this.#model.due(id, name))
      }
    }
  }

  async #transfer(it: Extract<Step, { op: 'transfer' }>) {
    const { bonds } = this.#money
    if (!this.#sitting.has(it.to) || it.from === it.to) return
    const held = await bonds.balanceOf(this.#signer(it.from).address, it.series + 1)
    if (held === 0n) return
    const units = (held * BigInt(it.part)) / 100n
    const to = this.#signer(it.to).address
    await bonds.connect(this.#signer(it.from)).transfer(to, it.series + 1, units)
    this.#model.transfer(SERIES[it.series]!.id, it.from, it.to, units)
  }

  async #join(name: Name) {
    if (this.#sitting.has(name) || this.#left.has(name)) return
    await this.#money.phyle.seat(this.#coop(name).coop, this.#signer(name).address)
    this.#model.join(name, this.#coopName(name))
    this.#sitting.add(name)
  }

  async #leave(name: Name) {
    if (!this.#sitting.has(name)) return
    const { coop, membership } = this.#coop(name)
    const wallet = this.#signer(name).address
    const { id } = await membership.memberOf(wallet)
    await membership.connect(this.#signer(name)).resign()
    await this.#money.phyle.unseat(coop, id)
    this.#model.leave(name, this.#coopName(name))
    this.#sitting.delete(name)
    this.#left.add(name)
  }

  async #paid(name: Name, act: () => Promise<unknown>): Promise<bigint> {
    const { euro } = this.#money
    const before = await euro.balanceOf(this.#signer(name).address)
    await act()
    return (await euro.balanceOf(this.#signer(name).address)) - before
  }

  #signer(name: Name): Signer {
    return this.#money.who[name]
  }

  #coopName(name: Name): string {
    return (MILL as readonly string[]).includes(name) ? 'mill' : 'shop'
  }

  #coop(name: Name) {
    return this.#coopName(name) === 'mill' ? this.#money.mill : this.#money.shop
  }
}

describe('Fund and bonds beside the model', () => {
  it('I8 any history pays what the model pays', async function () {
    this.timeout(300_000)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (history) => {
        const twin = new Twin(await loadFixture(bought))
        for (const one of history) await twin.go(one)
        await twin.end()
      }),
      { numRuns: 40, seed: 706_879 },
    )
  })
})

describe('Paying in with one signature', () => {
  it('pours with a permit, also when somebody carried the permit first', async () => {
    const { euro, fund, who } = await loadFixture(moneyed)
    const payer = who.noa
    await euro.mint(payer.address, 2n * FACE)
    const deadline = (await time.latest()) + DAY
    const sign = async () => {
      const signature = await payer.signTypedData(
        {
          name: 'Demo Euro',
          version: '1',
          chainId: 31_337n,
          verifyingContract: await euro.getAddress(),
        },
        {
          Permit: [
            { name: 'owner', type: 'address' },
            { name: 'spender', type: 'address' },
            { name: 'value', type: 'uint256' },
            { name: 'nonce', type: 'uint256' },
            { name: 'deadline', type: 'uint256' },
          ],
        },
        {
          owner: payer.address,
          spender: await fund.getAddress(),
          value: FACE,
          nonce: await euro.nonces(payer.address),
          deadline,
        },
      )
      const r = signature.slice(0, 66)
      const s = `0x${signature.slice(66, 130)}`
      return { v: Number.parseInt(signature.slice(130), 16), r, s }
    }
    for (const carriedFirst of [false, true]) {
      const { v, r, s } = await sign()
      if (carriedFirst) await euro.permit(payer.address, fund, FACE, deadline, v, r, s)
      await fund.connect(payer).pourWithPermit(FACE, 3, 0, deadline, v, r, s)
    }
    expect(await fund.tracked()).to.equal(2n * FACE)
    expect(await euro.balanceOf(payer.address)).to.equal(0n)
  })
})
