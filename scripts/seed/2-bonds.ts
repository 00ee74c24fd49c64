// SPDX-License-Identifier: AGPL-3.0-or-later
import { RENT_MODE } from '@phyle/sdk/chapters/bonds/enums'
import { usualPerPerson } from '@phyle/sdk/chapters/bonds/model'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { BigNumberish } from 'ethers'
import { DAY, mined } from './chain.ts'
import type { ExampleCoop, Person, Vote } from './coop.ts'
import type { World } from './world.ts'

type Offer = {
  readonly coop: string
  readonly title: string
  readonly about: string
  readonly supplier: string
  readonly price: number
  readonly most: number
  readonly opensOn: number
  readonly days: number
  readonly capBps: number
  readonly rent: number
}

const MILL: Offer = {
  coop: 'la-louve',
  title: 'A grain mill',
  about: 'A stone mill of 40 kg an hour, for flour ground on the day it is sold.',
  supplier: 'Moulins Dubois',
  price: 6_400,
  most: 7_000,
  opensOn: 53,
  days: 8,
  capBps: 10_000,
  rent: 260,
}
const BIKE: Offer = {
  coop: 'bees',
  title: 'A cargo bike for deliveries',
  about: 'A long cargo bike with a box for 120 kg, shared by three neighbourhoods.',
  supplier: 'Vélos Solidaires',
  price: 1_800,
  most: 2_000,
  opensOn: 53,
  days: 7,
  capBps: 10_000,
  rent: 150,
}
const PRESS: Offer = {
  coop: 'la-cagette',
  title: 'An oil press',
  about: 'A screw press for sunflower and rape seed from the plain.',
  supplier: 'Pressoirs du Midi',
  price: 3_600,
  most: 4_000,
  opensOn: 92,
  days: 7,
  capBps: 10_000,
  rent: 120,
}
const PACKER: Offer = {
  coop: 'camilla',
  title: 'A packing machine',
  about: 'A machine that fills and closes returnable jars.',
  supplier: 'Officina Reno',
  price: 3_000,
  most: 3_500,
  opensOn: 53,
  days: 7,
  capBps: 10_000,
  rent: 90,
}
const ROUTER: Offer = {
  coop: 'scopeli',
  title: 'A CNC router',
  about: 'A router of 1.2 by 2.4 metres to build shelves and crates from open plans.',
  supplier: 'Atelier Loire Machines',
  price: 5_200,
  most: 6_000,
  opensOn: 114,
  days: 22,
  capBps: 10_000,
  rent: 180,
}

/** Decides an offer; the bonds are floated when it is carried out. */
async function offer(world: World, plan: Offer): Promise<Vote> {
  const coop = world.coop(plan.coop)
  const supplier = await world.person(plan.supplier, 0n)
  const at = (day: number): number => world.chain.started + Math.round(day * DAY)
  const subscribeUntil = at(plan.opensOn + plan.days)
  const [least, most] = [BigInt(plan.price), BigInt(plan.most)]
  const terms = {
    title: plan.title,
    machine: world.documents.text(`# ${plan.title}\n\n${plan.about}\n`),
    supplier: supplier.wallet.address,
    price: world.euro(plan.price),
    leastUnits: least,
    mostUnits: most,
    mostPerPerson: usualPerPerson(least, most),
    opensAt: at(plan.opensOn),
    subscribeUntil,
    buyBy: subscribeUntil + 60 * DAY,
    expectedBy: subscribeUntil + 4 * 365 * DAY,
    capBps: plan.capBps,
    rentMode: RENT_MODE.COST_RENT,
    rent: world.euro(plan.rent),
    rentPeriod: 30 * DAY,
  }
  const { bonds } = world.singletons()
  const action = {
    target: world.house.bonds,
    data: bonds.interface.encodeFunctionData('float', [terms]),
  }
  const description = `# Float a bond: ${plan.title}\n\n${plan.about}`
  return coop.propose(coop.member(0), description, [action])
}

export async function firstOffers(world: World): Promise<Vote[]> {
  const votes = []
  for (const plan of [MILL, BIKE, PRESS, PACKER]) votes.push(await offer(world, plan))
  return votes
}

/** The offer that is open when the example ends. */
export async function lastOffer(world: World): Promise<Vote> {
  return offer(world, ROUTER)
}

/** Cooperators of several co-ops lend. */
export async function lend(
  world: World,
  series: bigint,
  lenders: readonly (readonly [Person, number])[],
): Promise<void> {
  for (const [person, units] of lenders) {
    const signer = world.as(person)
    await mined(world.cash.connect(signer).approve(world.house.fund, world.euro(units)))
    await mined(world.singletons(signer).bonds.subscribe(series, units))
  }
}

/** A co-op decides to pay use fees for its machine. */
export async function payRent(
  world: World,
  coop: ExampleCoop,
  machine: BigNumberish,
  amount: number,
  what: string,
): Promise<Vote> {
  const { fund } = world.singletons()
  const cash = await world.cash.getAddress()
  return coop.propose(coop.member(1), `# Pay the use fees of ${what}`, [
    {
      target: cash,
      data: world.cash.interface.encodeFunctionData('approve', [
        world.house.fund,
        world.euro(amount),
      ]),
    },
    {
      target: world.house.fund,
      data: fund.interface.encodeFunctionData('pour', [
        world.euro(amount),
        SOURCE.machine,
        machine,
      ]),
    },
  ])
}
