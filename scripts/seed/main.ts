// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from 'ethers'
import type { Deployments, PhyleHouse } from '../../sdk/src/deployments.ts'
import { foundCoops, foundPhyle, takeSeats } from './1-found.ts'
import { firstOffers, lastOffer, lend, payRent } from './2-bonds.ts'
import { carryOutRoot, proposeToRoot, voteInRoot } from './3-root.ts'
import {
  attestContributions,
  firstLicensees,
  matureContributions,
  nameDelegates,
  offerTerms,
  readWorks,
  registerWorks,
} from './4-licences.ts'
import { announced, earlierDecisions, give, openDecisions, someBallots } from './5-now.ts'
import { DAY, LocalChain, mined } from './chain.ts'
import { type ExampleCoop, type Person, passed } from './coop.ts'
import type { SeededDocument } from './documents.ts'
import { readFederation } from './federation.ts'
import type { ExamplePerson } from './people.ts'
import { World } from './world.ts'

export type SeedInput = {
  readonly rpcUrl: string
  readonly deployments: Deployments
  /** The folder with `federation.json`, `works.json` and `charters/`. */
  readonly examples: string
  /** Pays for what anyone may send: foundings, batches, chores. */
  readonly carrier: Signer
  readonly say?: (line: string) => void
}

export type Seeded = {
  readonly phyle: PhyleHouse
  readonly people: readonly ExamplePerson[]
  readonly documents: readonly SeededDocument[]
}

/** How far before today the example begins; the chain has to start there. */
export const HISTORY_DAYS = 120

/**
 * Lives through the example federation's four months on a local chain that begins `HISTORY_DAYS`
 * before today, and ends today.
 */
export async function seed(input: SeedInput): Promise<Seeded> {
  const chain = await LocalChain.open(input.rpcUrl)
  const carrier = chain.signer(input.carrier)
  const say = input.say ?? (() => {})
  const world = new World(chain, carrier, input.deployments, say)

  say('eight co-ops are founded')
  await foundCoops(world, readFederation(input.examples))
  say('they found a federation')
  await foundPhyle(world, input.examples)
  await takeSeats(world)
  say('machines are bought, works are shared')
  await life(world, input.examples)
  say('today')
  const firm = await today(world)
  await chain.moveTo(Math.floor(Date.now() / 1000))
  return {
    phyle: world.house,
    people: rolesOf(world, firm),
    documents: world.documents.all(),
  }
}

/** Days 26 to 110. */
async function life(world: World, examples: string): Promise<void> {
  const { bonds, licences, phyle } = world.singletons()
  const works = readWorks(examples)
  const cagette = world.coop('la-cagette')
  const rootText = '# Stand behind the oil press of La cagette\n\nIt serves the whole plain.'
  const rootActions = [
    { target: world.house.bonds, data: bonds.interface.encodeFunctionData('endorse', [3]) },
    {
      target: world.house.phyle,
      data: phyle.interface.encodeFunctionData('setLeastLevy', [100_000_000n]),
    },
  ]
  const offers = await firstOffers(world)
  const toRoot = await proposeToRoot(world, cagette, rootText, rootActions)
  const delegates = await nameDelegates(world, works)
  await passed([...offers, ...delegates, toRoot])
  const ids = await registerWorks(world, works)
  const terms = await offerTerms(world, works, ids)

  await world.chain.moveToDay(54)
  const pick = (key: string, indexes: readonly number[], units: number) =>
    indexes.map((index): readonly [Person, number] => [world.coop(key).member(index), units])
  await lend(world, 1n, [
    ...pick('la-louve', [0, 1, 4, 5], 800),
    ...pick('superquinquin', [0, 1, 2, 3], 500),
    ...pick('dublin', [0, 2, 5], 400),
  ])
  await lend(world, 2n, [...pick('bees', [0, 1, 3], 400), ...pick('la-louve', [2, 3], 350)])
  await lend(world, 4n, pick('camilla', [0, 4], 450))
  await give(world, 600)

  await world.chain.moveToDay(67)
  await mined(bonds.buy(1))
  await mined(bonds.buy(2))
  const firstRents = [
    await payRent(world, world.coop('la-louve'), 1, 520, 'the grain mill, spring'),
    await payRent(world, world.coop('bees'), 2, 900, 'the cargo bike, spring'),
  ]
  await voteInRoot(world, 1n)
  await passed(terms)
  const agro = ids[0]
  if (agro === undefined) throw new Error('the example has no work')
  const [firm] = await firstLicensees(world, agro)
  if (firm !== undefined) await attestContributions(world, 'la-cagette', agro, firm)
  await carryOutRoot(world, 1n, rootText, rootActions)
  await passed(firstRents)

  await world.chain.moveToDay(93)
  const router = lastOffer(world)
  await lend(world, 3n, [
    ...pick('la-cagette', [0, 1, 2, 3], 500),
    ...pick('scopeli', [0, 1, 2], 400),
    ...pick('la-osa', [0, 3, 6], 200),
  ])
  void router
  const family = agro
  const { licensee } = { licensee: firm?.wallet.address ?? '' }
  await world.chain.moveToDay(95)
  await matureContributions(world, family)
  if (licensee !== '') await mined(licences.release(family, licensee))
}

async function today(world: World): Promise<Person | undefined> {
  void world
  return undefined
}

function rolesOf(world: World, firm: Person | undefined): ExamplePerson[] {
  void firm
  const roles = new Map<string, string[]>()
  const note = (coop: ExampleCoop) => {
    for (const member of coop.members) {
      const name = coop.charter.classes[member.class]?.name ?? ''
      const list = roles.get(member.wallet.address) ?? []
      roles.set(member.wallet.address, [...list, `${name}, ${coop.charter.name}`])
    }
  }
  for (const coop of world.coops.values()) note(coop)
  return world.people.map(({ name, wallet }) => ({
    name,
    address: wallet.address,
    privateKey: wallet.privateKey,
    roles: roles.get(wallet.address) ?? [],
  }))
}

export { DAY }
