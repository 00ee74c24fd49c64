// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deployments, PhyleHouse } from '../../sdk/src/deployments.ts'
import { foundCoops, foundPhyle, takeSeats } from './1-found.ts'
import { firstOffers, lastOffer, lend, payRent } from './2-bonds.ts'
import {
  acceptChapters,
  carryOutRoot,
  proposeToRoot,
  standBehindThePress,
  voteInRoot,
} from './3-root.ts'
import {
  attestContributions,
  firstPermissions,
  licensees,
  matureContributions,
  nameDelegates,
  offerTerms,
  readWorks,
  registerWorks,
} from './4-licences.ts'
import {
  announced,
  earlierDecisions,
  fileAccount,
  give,
  openDecisions,
  someBallots,
} from './5-now.ts'
import { LocalChain, mined } from './chain.ts'
import * as chapters from './chapters.ts'
import { carryOutAll, castAll, type ExampleCoop, type Person, passed, type Vote } from './coop.ts'
import type { SeededDocument } from './documents.ts'
import { readFederation } from './federation.ts'
import type { Part } from './part.ts'
import { carrierKey, type ExamplePerson } from './people.ts'
import { type Coin, World } from './world.ts'

export type SeedInput = {
  readonly rpcUrl: string
  readonly deployments: Deployments
  /** The folder with `federation.json`, `works.json` and `charters/`. */
  readonly examples: string
  /** The currency of the federation; the demo currency where nothing is said. */
  readonly coin?: Coin
  readonly say?: (line: string) => void
}

export type Seeded = {
  readonly phyle: PhyleHouse
  readonly people: readonly ExamplePerson[]
  readonly documents: readonly SeededDocument[]
}

/**
 * Lives through the example federation's four months on a local chain that begins `HISTORY_DAYS`
 * before today, and ends today.
 */
export async function seed(input: SeedInput): Promise<Seeded> {
  const chain = await LocalChain.open(input.rpcUrl)
  const carrier = chain.signer(carrierKey())
  const say = input.say ?? (() => {})
  const world = new World(chain, carrier, input.deployments, say, input.coin)

  say('eight co-ops are founded')
  const plan = readFederation(input.examples)
  await foundCoops(world, plan)
  say('they found a federation')
  await foundPhyle(world, input.examples, plan)
  await takeSeats(world)
  say('machines are bought, works are shared')
  await life(world, input.examples)
  say('today')
  await today(world)
  await chain.moveTo(Math.floor(Date.now() / 1000))
  return {
    phyle: world.house,
    people: rolesOf([...world.people, plan.body], world),
    documents: world.documents.all(),
  }
}

/** Days 26 to 113: offers, purchases, use fees, works and their first licensees. */
async function life(world: World, examples: string): Promise<void> {
  const { chain } = world
  const { bonds } = world.singletons()
  const works = readWorks(examples)
  const rootDecision = standBehindThePress(world)

  const offers = await firstOffers(world)
  const toRoot = await proposeToRoot(world, world.coop('la-cagette'), rootDecision)
  const delegates = await nameDelegates(world, works)
  const accepted = await acceptChapters(world)
  const first = await roundOf('first', world)
  await passed([...offers, ...delegates, toRoot])

  const [store, ...others] = await registerWorks(world, works)
  if (store === undefined) throw new Error('the example has no work')
  const terms = await offerTerms(world, works, [store, ...others])
  await chain.moveToDay(54)
  await lend(world, 1n, [
    ...lenders(world, 'la-louve', [0, 1, 4, 5], 800),
    ...lenders(world, 'superquinquin', [0, 1, 2, 3], 500),
    ...lenders(world, 'dublin', [0, 2, 5, 6], 350),
  ])
  await lend(world, 2n, [
    ...lenders(world, 'bees', [0, 1, 3], 400),
    ...lenders(world, 'la-louve', [2, 3], 350),
  ])
  await lend(world, 4n, lenders(world, 'camilla', [0, 4], 450))
  await give(world, 600)
  const fees = [
    await payRent(world, world.coop('la-louve'), 1, 520, 'the grain mill for two months'),
    await payRent(world, world.coop('bees'), 2, 900, 'the cargo bike for half a year'),
  ]
  const rootVotes = await voteInRoot(world, 1n)
  await castAll([...terms, ...fees, ...rootVotes, ...accepted, ...first])
  await chain.moveToDay(67)
  await mined(bonds.buy(1))
  await mined(bonds.buy(2))
  await carryOutAll([...terms, ...fees, ...rootVotes])

  const users = await licensees(world)
  await attestContributions(world, 'la-cagette', store, users.firm)
  await carryOutRoot(world, 1n, rootDecision)
  await carryOutAll(first)
  const later = [
    await lastOffer(world),
    await payRent(world, world.coop('la-louve'), 1, 780, 'the grain mill for three months'),
    await payRent(world, world.coop('bees'), 2, 1_150, 'the cargo bike, the rest of the year'),
    await fileAccount(world),
    ...(await roundOf('second', world)),
  ]
  await chain.moveToDay(93)
  await lend(world, 3n, [
    ...lenders(world, 'la-cagette', [0, 1, 2, 3], 550),
    ...lenders(world, 'scopeli', [0, 1, 2], 400),
    ...lenders(world, 'la-osa', [0, 3, 6], 150),
  ])
  await chain.moveToDay(95)
  await matureContributions(world, store)
  await castAll(later)
  const ready = await earlierDecisions(world)
  await chain.moveToDay(104)
  await mined(bonds.buy(3))
  await firstPermissions(world, store, users)
  await ready.toOpen()

  await chain.moveToDay(110)
  await someBallots(await openDecisions(world))
  await carryOutAll([...later, ...accepted])
}

/** What the chapters of the list propose in a round, in its order. */
async function roundOf(round: keyof Part, world: World): Promise<readonly Vote[]> {
  const votes = []
  for (const part of Object.values<Part>(chapters)) {
    votes.push(...((await part[round]?.(world)) ?? []))
  }
  return votes
}

/** The last days: who has money to collect collects some of it, an offer is open, a vote is announced. */
async function today(world: World): Promise<void> {
  await world.chain.moveToDay(115)
  await lend(world, 5n, [
    ...lenders(world, 'scopeli', [3, 4], 300),
    ...lenders(world, 'bees', [2], 500),
  ])
  for (const [person] of lenders(world, 'la-louve', [4, 5], 0)) {
    const { bonds, fund } = world.singletons(world.as(person))
    await mined(bonds.take(1))
    await mined(fund.claim())
  }
  await world.chain.moveToDay(119)
  await announced(world)
}

function lenders(
  world: World,
  coop: string,
  indexes: readonly number[],
  units: number,
): (readonly [Person, number])[] {
  return indexes.map((index) => [world.coop(coop).member(index), units])
}

function rolesOf(people: readonly Person[], world: World): ExamplePerson[] {
  const roles = new Map<string, string[]>()
  const note = (coop: ExampleCoop) => {
    for (const member of coop.members) {
      const name = coop.charter.classes[member.class]?.name ?? ''
      const list = roles.get(member.wallet.address) ?? []
      roles.set(member.wallet.address, [...list, `${name}, ${coop.charter.name}`])
    }
  }
  for (const coop of world.coops.values()) note(coop)
  return people.map(({ name, wallet }) => ({
    name,
    address: wallet.address,
    privateKey: wallet.privateKey,
    roles: roles.get(wallet.address) ?? [],
  }))
}
