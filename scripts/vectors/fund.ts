// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A fund case by the real path: co-ops are founded, found a federation by their own decisions, the
 * root sets its policy and stands behind every series, people take seats, pledge and leave, machines
 * are bought, and time passes.
 *
 * Before epoch 0: co-ops, federation, policy, raises (least = most = units, price = units × face).
 * Nobody may pledge a third of the least, so lenders of a co-op of their own raise every series, and
 * hand the bonds to their holders when the machine is bought, before anything is paid.
 * Heads sit down before epoch 0 ends, so that they earn from epoch 1, in which the case's first step
 * falls. Every seat is in a co-op of its own, so that places come into no case; a `series`
 * step buys the machine of a series raised before. What a person needs a seat for only as long as a
 * pledge or a transfer takes is a seat as a guest.
 */
import { RENT_MODE } from '@phyle/sdk/chapters/bonds/enums'
import { mostPerPersonUnder } from '@phyle/sdk/chapters/bonds/model'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { type FundCase, type FundStep, fundFaults } from '../../sdk/src/chapters/fund/vectors.ts'
import { differs, type Faults } from '../../sdk/src/vector-faults.ts'
import type { Chain, Signer } from './chain.ts'
import { type Action, type Coop, DAY, digestOf, Federation, type House } from './federation.ts'

const FACE = 1_000_000n
const LENDERS = [30, 31, 32, 33, 34, 35]
const [PAYER, SUPPLIER, STEWARD_ONE, STEWARD_TWO] = [36, 37, 38, 39]

type Series = Extract<FundStep, { op: 'series' }>

export async function runFund(chain: Chain, c: FundCase): Promise<Faults> {
  const life = await Life.begin(chain, c)
  const faults: string[] = []
  for (const [i, step] of c.steps.entries()) {
    faults.push(...(await life.go(step)).map((fault) => `step ${i + 1}: ${fault}`))
  }
  return [...faults, ...fundFaults(c, await life.end())]
}

class Life {
  readonly #chain: Chain
  readonly #case: FundCase
  readonly #house: House
  readonly #people: ReadonlyMap<string, Signer>
  readonly #signers: readonly Signer[]
  /** Co-ops in which nobody has sat yet, by person. */
  readonly #empty: Map<string, Coop[]>
  /** Who has bonds of a series to hand on, and how many. */
  readonly #lent = new Map<string, Map<Signer, bigint>>()
  /** Where a person sits now. */
  readonly #sits = new Map<string, Coop>()
  readonly #ids: ReadonlyMap<string, bigint>

  private constructor(
    chain: Chain,
    c: FundCase,
    house: House,
    people: ReadonlyMap<string, Signer>,
    signers: readonly Signer[],
    empty: Map<string, Coop[]>,
    ids: ReadonlyMap<string, bigint>,
  ) {
    this.#chain = chain
    this.#case = c
    this.#house = house
    this.#people = people
    this.#signers = signers
    this.#empty = empty
    this.#ids = ids
  }

  static async begin(chain: Chain, c: FundCase): Promise<Life> {
    const signers = await chain.ethers.getSigners()
    const people = new Map(c.people.map((who, i) => [who, signerAt(signers, i)]))
    const federation = new Federation(chain)

    // One series has a steward of good standing: two classes, neither above half.
    const steward = await federation.found(
      [signerAt(signers, STEWARD_ONE), signerAt(signers, STEWARD_TWO)],
      false,
    )
    const empty = new Map<string, Coop[]>()
    for (const [who, seats] of seatsNeeded(c)) {
      const coops: Coop[] = []
      for (let i = 0; i < seats; i += 1) {
        coops.push(await federation.found([people.get(who) as Signer], true))
      }
      empty.set(who, coops)
    }
    const lenders = await federation.found(
      LENDERS.map((place) => signerAt(signers, place)),
      true,
    )
    const house = await federation.federate([steward, lenders, ...[...empty.values()].flat()])
    await federation.decideInRoot(steward, house, await policyActions(chain, house, c))
    const series = c.steps.filter((step): step is Series => step.op === 'series')
    const ids = new Map(series.map(({ id }, i) => [id, BigInt(i + 1)]))
    const life = new Life(chain, c, house, people, signers, empty, ids)
    await life.#raise(federation, steward, lenders, series)
    await life.#start()
    return life
  }

  /** One step of the case; what it expects is held against what was paid. */
  async go(step: FundStep): Promise<Faults> {
    switch (step.op) {
      case 'series':
        await (await this.#bonds()).buy(this.#id(step.id))
        for (const [who, units] of Object.entries(step.units))
          await this.#handOn(step.id, who, units)
        return []
      case 'pour':
        await this.#pour(step.amount, step.machine)
        return []
      case 'transfer':
        await this.#transfer(step)
        return []
      case 'join':
        await this.#sit(step.who)
        return []
      case 'leave':
        await this.#rise(step.who)
        return []
      case 'closeEpoch':
        await this.#passEpoch()
        await (await this.#fund()).closeEpoch()
        return []
      case 'passEpoch':
        await this.#passEpoch()
        return []
      case 'take': {
        const bonds = await this.#bonds()
        const person = this.#person(step.who)
        const id = this.#id(step.series)
        const shown = await bonds.dueOf(id, person.address)
        const paid = await this.#paid(person, () => bonds.connect(person).take(id))
        return [
          ...differs(`take of ${step.who}`, paid, step.expect),
          ...differs(`due shown to ${step.who}`, shown, step.expect),
        ]
      }
      case 'claim': {
        const fund = await this.#fund()
        const person = this.#person(step.who)
        const shown = await fund.due(person.address)
        const paid = await this.#paid(person, () => fund.connect(person).claim())
        return [
          ...differs(`claim of ${step.who}`, paid, step.expect),
          ...differs(`income shown to ${step.who}`, shown, step.expect),
        ]
      }
    }
  }

  async end() {
    const fund = await this.#fund()
    const bonds = await this.#bonds()
    const due: Record<string, Record<string, bigint>> = {}
    const paid: Record<string, bigint> = {}
    for (const [name, id] of this.#ids) {
      paid[name] = await fund.paidOf(id)
      const holders: Record<string, bigint> = {}
      for (const [who, { address }] of this.#people) holders[who] = await bonds.dueOf(id, address)
      due[name] = holders
    }
    const income: Record<string, bigint> = {}
    for (const [who, { address }] of this.#people) income[who] = await fund.due(address)
    return {
      reserve: await fund.reserve(),
      undistributed: await fund.undistributed(),
      due,
      income,
      paid,
    }
  }

  /* RAISING */

  async #raise(federation: Federation, steward: Coop, lenders: Coop, series: readonly Series[]) {
    if (series.length === 0) return
    const { networkHelpers } = this.#chain
    const bonds = await this.#bonds()
    // The co-op decides in a day; the root, by the co-op's motion and vote, in a week.
    const opensAt = (await networkHelpers.time.latest()) + 12 * DAY
    const subscribeUntil = opensAt + 7 * DAY
    const encode = bonds.interface
    const floats = series.map((one): Action => {
      const units = sum(Object.values(one.units))
      const terms = {
        title: `Machine ${one.id}`,
        machine: digestOf(one.id, this.#chain),
        supplier: signerAt(this.#signers, SUPPLIER).address,
        price: units * FACE,
        leastUnits: units,
        mostUnits: units,
        mostPerPerson: mostPerPersonUnder(units),
        opensAt,
        subscribeUntil,
        buyBy: subscribeUntil + 360 * DAY,
        expectedBy: subscribeUntil + 720 * DAY,
        capBps: one.capBps,
        rentMode: RENT_MODE.USUFRUCT,
        rent: 0n,
        rentPeriod: 0,
      }
      return { target: this.#house.bonds, data: encode.encodeFunctionData('float', [terms]) }
    })
    await federation.decide([{ coop: steward, actions: floats }])
    const endorse = [...this.#ids.values()].map((id) => ({
      target: this.#house.bonds,
      data: encode.encodeFunctionData('endorse', [id]),
    }))
    await federation.decideInRoot(steward, this.#house, endorse)

    await networkHelpers.time.increaseTo(opensAt)
    const phyle = await this.#phyle()
    for (const lender of lenders.members) await phyle.seat(lenders.account, lender.address)
    for (const one of series) await this.#lend(lenders, one)
    for (const lender of lenders.members) await this.#leave(lenders, lender)
  }

  /** The lenders pledge for all units of a series, each at most as much as one person may. */
  async #lend(lenders: Coop, { id, units }: Series) {
    let left = sum(Object.values(units))
    const most = mostPerPersonUnder(left)
    const lent = new Map<Signer, bigint>()
    for (const lender of lenders.members) {
      const part = lesser(left, most)
      if (part > 0n) await this.#subscribe(lender, this.#id(id), part)
      lent.set(lender, part)
      left -= part
    }
    this.#lent.set(id, lent)
  }

  async #handOn(series: string, who: string, units: bigint) {
    const guest = !this.#sits.has(who)
    if (guest) await this.#sit(who)
    let missing = units
    for (const [lender, held] of this.#lent.get(series) ?? []) {
      const part = lesser(held, missing)
      if (part === 0n) continue
      const bonds = (await this.#bonds()).connect(lender)
      await bonds.transfer(this.#person(who).address, this.#id(series), part)
      this.#lent.get(series)?.set(lender, held - part)
      missing -= part
    }
    if (guest) await this.#rise(who)
  }

  async #subscribe(person: Signer, id: bigint, units: bigint) {
    const cash = await this.#cash()
    await cash.mint(person.address, units * FACE)
    await cash.connect(person).approve(this.#house.fund, units * FACE)
    await (await this.#bonds()).connect(person).subscribe(id, units)
  }

  /** Heads sit down, and the epoch before the case's first passes. */
  async #start() {
    for (const who of this.#case.heads) await this.#sit(who)
    const phyle = await this.#phyle()
    await this.#chain.networkHelpers.time.increaseTo(await phyle.epochStart(1))
    await (await this.#fund()).closeEpoch()
  }

  /* STEPS */

  async #pour(amount: bigint, machine: string | null) {
    const payer = signerAt(this.#signers, PAYER)
    const cash = await this.#cash()
    await cash.mint(payer.address, amount)
    await cash.connect(payer).approve(this.#house.fund, amount)
    const fund = (await this.#fund()).connect(payer)
    if (machine === null) await fund.pour(amount, SOURCE.gift, 0n)
    else {
      const { machineId } = await (await this.#bonds()).seriesOf(this.#id(machine))
      await fund.pour(amount, SOURCE.machine, machineId)
    }
  }

  async #transfer({ series, from, to, units }: Extract<FundStep, { op: 'transfer' }>) {
    const guest = !this.#sits.has(to)
    if (guest) await this.#sit(to)
    const bonds = (await this.#bonds()).connect(this.#person(from))
    await bonds.transfer(this.#person(to).address, this.#id(series), units)
    if (guest) await this.#rise(to)
  }

  async #passEpoch() {
    const phyle = await this.#phyle()
    const next = await phyle.epochStart((await phyle.epoch()) + 1n)
    await this.#chain.networkHelpers.time.increaseTo(next)
  }

  /** Takes a seat in the next co-op that a person founded for it. */
  async #sit(who: string) {
    const coop = this.#empty.get(who)?.shift()
    if (!coop) throw new Error(`${who} has no co-op left to sit in`)
    await (await this.#phyle()).seat(coop.account, this.#person(who).address)
    this.#sits.set(who, coop)
  }

  async #rise(who: string) {
    const coop = this.#sits.get(who)
    if (!coop) throw new Error(`${who} does not sit anywhere`)
    await this.#leave(coop, this.#person(who))
    this.#sits.delete(who)
  }

  async #leave(coop: Coop, person: Signer) {
    const roll = await this.#chain.ethers.getContractAt('Membership', coop.membership, person)
    const { id } = await roll.memberOf(person.address)
    await roll.resign()
    await (await this.#phyle()).unseat(coop.account, id)
  }

  async #paid(person: Signer, act: () => Promise<unknown>): Promise<bigint> {
    const cash = await this.#cash()
    const held = (): Promise<bigint> => cash.balanceOf(person.address)
    const before = await held()
    await act()
    return (await held()) - before
  }

  /* WHERE THINGS ARE */

  #person(who: string): Signer {
    const person = this.#people.get(who)
    if (!person) throw new Error(`${who} is not among the people of the case`)
    return person
  }

  #id(series: string): bigint {
    const id = this.#ids.get(series)
    if (id === undefined) throw new Error(`there is no series ${series}`)
    return id
  }

  #bonds() {
    return this.#chain.ethers.getContractAt('CommonsBonds', this.#house.bonds)
  }

  #fund() {
    return this.#chain.ethers.getContractAt('CommonsFund', this.#house.fund)
  }

  #phyle() {
    return this.#chain.ethers.getContractAt('Phyle', this.#house.phyle)
  }

  #cash() {
    return this.#chain.ethers.getContractAt('DemoEuro', this.#chain.addressOf('DemoEuro'))
  }
}

/** How many seats each person takes in the course of a case, as head, newcomer and guest. */
function seatsNeeded(c: FundCase): Map<string, number> {
  const seats = new Map<string, number>()
  const more = (who: string): void => {
    seats.set(who, (seats.get(who) ?? 0) + 1)
  }
  for (const who of c.heads) more(who)
  for (const step of c.steps) {
    if (step.op === 'join') more(step.who)
    if (step.op === 'transfer') more(step.to)
    if (step.op === 'series') for (const who of Object.keys(step.units)) more(who)
  }
  return seats
}

async function policyActions(chain: Chain, house: House, c: FundCase): Promise<Action[]> {
  const fund = await chain.ethers.getContractAt('CommonsFund', house.fund)
  const bonds = await chain.ethers.getContractAt('CommonsBonds', house.bonds)
  const phyle = await chain.ethers.getContractAt('Phyle', house.phyle)
  const { machine, other } = c.policy
  const policy = {
    machineBondsBps: machine.bondsBps,
    machineReserveBps: machine.reserveBps,
    otherBondsBps: other.bondsBps,
    otherReserveBps: other.reserveBps,
  }
  return [
    { target: house.fund, data: fund.interface.encodeFunctionData('setPolicy', [policy]) },
    { target: house.bonds, data: bonds.interface.encodeFunctionData('setMostCap', [20_000]) },
    { target: house.phyle, data: phyle.interface.encodeFunctionData('setLeastHeads', [1]) },
  ]
}

function signerAt(signers: readonly Signer[], place: number): Signer {
  const signer = signers[place]
  if (!signer) throw new Error(`the chain has no account number ${place + 1}`)
  return signer
}

function lesser(...[one, other]: readonly [bigint, bigint]): bigint {
  if (one < other) return one
  return other
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => a + b, 0n)
}
