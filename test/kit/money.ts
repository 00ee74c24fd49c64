// SPDX-License-Identifier: AGPL-3.0-or-later
/** Raising and pouring in a federation of the real contracts. */
import { RENT_MODE } from '@phyle/sdk/chapters/bonds/enums'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { DAY, digestOf, ethers, type Signer, time } from './chain.ts'
import { accountOf, entered } from './federation.ts'

export const FACE = 1_000_000n
export const Source = {
  MACHINE: SOURCE.machine,
  LICENCE: SOURCE.licence,
  LEVY: SOURCE.levy,
  GIFT: SOURCE.gift,
} as const
export const RentMode = RENT_MODE

/**
 * A federation whose people are rich and have given the fund a great allowance; Ada, Bo, Chi, Eli
 * and Fay of the mill sit. What a co-op or the root decides is sent by its account.
 */
export async function moneyed() {
  const house = await entered()
  const { who, euro, fund, phyle, prepared } = house
  const bonds = await ethers.getContractAt('CommonsBonds', prepared.house.bonds)
  const machines = await ethers.getContractAt('Machines', prepared.house.machines)
  const mill = await accountOf(house.mill.coop.target as string)
  const root = await accountOf(prepared.house.root)
  const sitting = [who.ada, who.bo, who.chi, who.eli, who.fay]
  for (const person of sitting) {
    await phyle.seat(mill.address, person.address)
    await euro.mint(person.address, 1_000_000n * FACE)
    await euro.connect(person).approve(fund, 1_000_000n * FACE)
  }
  await euro.mint(who.carrier.address, 1_000_000n * FACE)
  await euro.connect(who.carrier).approve(fund, 1_000_000n * FACE)
  const supplier = who.pia.address
  return { ...house, bonds, machines, accounts: { mill, root }, sitting, supplier }
}

export type Money = Awaited<ReturnType<typeof moneyed>>

/** Terms of a series that can be sold whole: least = most = units, price at par. */
export async function termsOf({ supplier }: Money, units: bigint) {
  const opensAt = (await time.latest()) + DAY
  return {
    title: 'Grain mill',
    machine: digestOf('grain mill'),
    supplier,
    price: units * FACE,
    leastUnits: units,
    mostUnits: units,
    mostPerPerson: (units - 1n) / 3n,
    opensAt,
    subscribeUntil: opensAt + 7 * DAY,
    buyBy: opensAt + 40 * DAY,
    expectedBy: opensAt + 700 * DAY,
    capBps: 10_000n,
    rentMode: RentMode.COST_RENT as number,
    rent: FACE,
    rentPeriod: 30 * DAY,
  }
}

/** Floats series of the mill, one for each of `units`; they open in a day. */
export async function floatAll(money: Money, units: readonly bigint[], endorsed: boolean) {
  const { bonds, accounts } = money
  const ids: bigint[] = []
  for (const one of units) {
    await bonds.connect(accounts.mill).float(await termsOf(money, one))
    const id = await bonds.seriesCount()
    if (endorsed) await bonds.connect(accounts.root).endorse(id)
    ids.push(id)
  }
  return ids
}

/** Sells series, which must be open, in about equal parts to all who sit. */
export async function sellAll({ bonds, sitting }: Money, ids: readonly bigint[]) {
  for (const id of ids) {
    const { terms } = await bonds.seriesOf(id)
    for (const [i, person] of sitting.entries()) {
      const upTo = (part: number) => (terms.mostUnits * BigInt(part)) / BigInt(sitting.length)
      await bonds.connect(person).subscribe(id, upTo(i + 1) - upTo(i))
    }
  }
}

/** Floats, sells and buys. */
export async function raiseAll(money: Money, units: readonly bigint[], endorsed: boolean) {
  const { bonds } = money
  const ids = await floatAll(money, units, endorsed)
  await time.increase(2 * DAY)
  await sellAll(money, ids)
  await time.increase(12 * DAY)
  for (const id of ids) await bonds.buy(id)
  return ids
}

/** The carrier, who is nobody in particular, gives. */
export async function give({ fund, who }: Money, amount: bigint) {
  return fund.connect(who.carrier).pour(amount, Source.GIFT, 0)
}

export async function earn(
  { fund, who }: Money,
  machine: bigint,
  amount: bigint,
  by: Signer = who.carrier,
) {
  return fund.connect(by).pour(amount, Source.MACHINE, machine)
}
