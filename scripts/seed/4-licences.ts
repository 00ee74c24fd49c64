// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256, stringToBytes, zeroAddress } from 'viem'
import { asArray, asCount, asObject, asText, at } from '../../sdk/src/parse.ts'
import { DAY, mined } from './chain.ts'
import type { Person, Vote } from './coop.ts'
import type { World } from './world.ts'

const YEAR = 365 * DAY
const GROUND = { PAID: 0, NON_COMMERCIAL: 1 } as const
/** The co-op that offers the terms is itself the licensor. */
const OWN = { deadline: 0, signature: '0x' } as const

type WorkPlan = {
  readonly steward: string
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly licensor: string
  readonly purpose: string
  readonly links: string[]
  readonly sha256: string
  readonly pricePerYear: number
}

export function readWorks(folder: string): WorkPlan[] {
  const file = asObject(JSON.parse(readFileSync(join(folder, 'works.json'), 'utf8')), 'works')
  return asArray(file.works, 'works').map((entry, i) => {
    const place = at('works', i)
    const o = asObject(entry, place)
    const text = (key: string): string => asText(o[key], at(place, key))
    return {
      steward: text('steward'),
      title: text('title'),
      version: text('version'),
      licence: text('licence'),
      licensor: text('licensor'),
      purpose: text('purpose'),
      links: asArray(o.links, at(place, 'links')).map((link) => asText(link, place)),
      sha256: text('sha256'),
      pricePerYear: asCount(o.pricePerYear, at(place, 'pricePerYear'), 1_000_000),
    }
  })
}

/** Each steward lets its first member register works. */
export async function nameDelegates(world: World, works: readonly WorkPlan[]): Promise<Vote[]> {
  const { works: register } = world.singletons()
  const until = world.chain.started + 500 * DAY
  const votes = []
  for (const steward of new Set(works.map((work) => work.steward))) {
    const coop = world.coop(steward)
    const keeper = coop.member(0)
    const data = register.interface.encodeFunctionData('nameDelegate', [
      keeper.wallet.address,
      until,
    ])
    const title = `Let ${keeper.name} register our works`
    votes.push(await coop.propose(keeper, `# ${title}`, [{ target: world.house.works, data }]))
  }
  return votes
}

export async function registerWorks(world: World, works: readonly WorkPlan[]): Promise<bigint[]> {
  const ids = []
  for (const work of works) {
    const coop = world.coop(work.steward)
    const { works: register } = world.singletons(world.as(coop.member(0)))
    await mined(
      register.register({
        steward: coop.address,
        family: 0n,
        digest: `0x${work.sha256}`,
        parents: [],
        title: work.title,
        version: work.version,
        licence: work.licence,
        licensor: work.licensor,
        purpose: work.purpose,
        links: work.links,
      }),
    )
    ids.push(await register.count())
  }
  return ids
}

/** Stewards who ask something offer terms, and name who may attest contributions. */
export async function offerTerms(
  world: World,
  works: readonly WorkPlan[],
  ids: readonly bigint[],
): Promise<Vote[]> {
  const { works: register, contributions } = world.singletons()
  const legalText = world.documents.text(
    '# Reciprocity licence of the example federation\n\nFree without earning money, for bodies of the common good, for member co-ops, their members and those who contribute. Other firms pay the price of their size, and get a permission for a time.\n',
  )
  const until = world.chain.started + 400 * DAY
  const votes = []
  for (const [index, work] of works.entries()) {
    const family = ids[index]
    if (work.pricePerYear === 0 || family === undefined) continue
    const coop = world.coop(work.steward)
    const terms = {
      licensor: coop.address,
      legalText,
      pricePerYear: world.euro(work.pricePerYear),
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
    const attester = coop.member(1)
    votes.push(
      await coop.propose(coop.member(0), `# Offer terms for ${work.title}`, [
        {
          target: world.house.works,
          data: register.interface.encodeFunctionData('offer', [family, terms, OWN]),
        },
        {
          target: world.house.contributions,
          data: contributions.interface.encodeFunctionData('nameAttester', [
            attester.wallet.address,
            2_000,
            until,
          ]),
        },
      ]),
    )
  }
  return votes
}

export interface Licensees {
  readonly firm: Person
  readonly school: Person
}

export async function licensees(world: World): Promise<Licensees> {
  const firm = await world.person('Atelier Nord GmbH', world.euro(5_000))
  const school = await world.person('Makers of Lyon 7, a club', world.euro(100))
  return { firm, school }
}

/** Once the terms hold, a firm pays for a year, and a club declares that it earns nothing with it. */
export async function firstPermissions(
  world: World,
  family: bigint,
  { firm, school }: Licensees,
): Promise<void> {
  const { licences, works: register } = world.singletons()
  const [, , hold] = await register.versionsOf(family)
  await world.chain.moveTo(Number(hold))
  const deadline = (await world.chain.now()) + DAY
  const [inForce] = await register.versionsOf(family)
  if (inForce === 0n) throw new Error('the terms of the example do not hold yet')
  const request = {
    work: family,
    tier: 2,
    duration: YEAR,
    terms: inForce,
    deadline,
    payer: zeroAddress,
    purchaseOrder: sha256(stringToBytes('PO 2026-0117')),
    statement: world.documents.text(
      'Atelier Nord GmbH has a turnover between 500 000 and 5 000 000 euros a year.\n',
    ),
  }
  const asked = {
    ...request,
    licensee: firm.wallet.address,
    claim: GROUND.PAID,
    maxFee: world.euro(5_000),
  }
  const { fee } = await licences.quote(asked)
  const signer = world.as(firm)
  await mined(world.cash.connect(signer).approve(world.house.licences, fee))
  await mined(world.singletons(signer).licences.acquire({ ...asked, maxFee: fee }, '0x'))

  await mined(
    world.singletons(world.as(school)).licences.acquire(
      {
        ...request,
        licensee: school.wallet.address,
        claim: GROUND.NON_COMMERCIAL,
        tier: 255,
        maxFee: 0n,
        statement: world.documents.text(
          'Makers of Lyon 7 use the design in workshops that cost nothing, and sell nothing.\n',
        ),
      },
      '0x',
    ),
  )
}

/** Contributions of a firm that lower its fee once they mature. */
export async function attestContributions(
  world: World,
  steward: string,
  family: bigint,
  firm: Person,
): Promise<void> {
  const attester = world.coop(steward).member(1)
  const { contributions } = world.singletons(world.as(attester))
  const made = [
    ['A quieter fan for the cold store', 180],
    ['Drawings for the hinge of its door', 120],
  ] as const
  for (const [what, points] of made) {
    const artefact = sha256(stringToBytes(what))
    await mined(contributions.attest(family, firm.wallet.address, artefact, points, ''))
  }
}

export async function matureContributions(world: World, family: bigint): Promise<void> {
  const { contributions } = world.singletons()
  for (const what of ['A quieter fan for the cold store', 'Drawings for the hinge of its door']) {
    await mined(contributions.mature(family, sha256(stringToBytes(what))))
  }
}
