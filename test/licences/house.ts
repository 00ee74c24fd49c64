// SPDX-License-Identifier: AGPL-3.0-or-later
/** A small federation, founded by the real registrars, with works, contributions and licences. */
import { LICENCE_GROUND, UNPROVED } from '@phyle/sdk/chapters/licences/enums'
import { numbersOf } from '@phyle/sdk/chapters/numbers'
import { packRule } from '@phyle/sdk/rule'
import type { Result } from 'ethers'
import type { Licences, Works } from '../../types/ethers-contracts/index.ts'
import { DAY, digestOf, ethers, type Signer, time, YEAR } from '../kit/chain.ts'
import { type CharterOf, Count, charter, className, Flags, rule } from '../kit/charter.ts'
import { accountOf, enter, federate } from '../kit/federation.ts'
import { found, founding, registrar } from '../kit/house.ts'

export const ZERO = ethers.ZeroHash
export const PRICE = 1_000_000_000n
export const UNDECLARED = 255
/** The digest of what a licensee declares. */
export const STATEMENT = digestOf('I declare')

export const Ground = LICENCE_GROUND

/** What a contributor asks for. */
export const CONTRIBUTOR = { claim: Ground.CONTRIBUTOR }

/** The place of a ground among those that are proved. */
export const bit = (ground: number) => 1n << BigInt(ground)

export const Unproved = numbersOf(UNPROVED)

const NAMES = ['firm', 'other', 'payer', 'ann', 'ben', 'body', 'union'] as const
type Name = (typeof NAMES)[number]

export type Entry = {
  readonly steward: string
  readonly family: bigint
  readonly digest: string
  readonly parents: bigint[]
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly licensor: string
  readonly purpose: string
  readonly links: string[]
}

export function entry(steward: string, changes: Partial<Entry> = {}): Entry {
  return {
    steward,
    family: 0n,
    digest: digestOf('grain mill 1.0'),
    parents: [],
    title: 'Grain mill',
    version: '1.0',
    licence: 'CERN-OHL-S-2.0',
    licensor: 'The mill',
    purpose: 'Mills grain.',
    links: ['https://mill.example'],
    ...changes,
  }
}

export const TERMS = {
  legalText: digestOf('the legal text'),
  pricePerYear: PRICE,
  tierBps: [0, 1000, 10_000],
  tierTurnover: [100_000, 2_000_000, 0],
  stewardBps: 7000,
  parentsBps: 2000,
  fundBps: 1000,
  grace: 30 * DAY,
  cure: 32 * DAY,
  refundWindow: 14 * DAY,
  notice: 30 * DAY,
  waivePoints: 1000,
  minAttesters: 2,
  changeDate: 0,
}
export type Terms = typeof TERMS

/** The consent of a licensor who is the steward. */
export const OWN = { deadline: 0, signature: '0x' }

/** A steward offers terms for works that it licenses itself. */
export async function offer(
  works: Works,
  steward: Signer,
  family: number | bigint,
  changes: Partial<Terms> = {},
) {
  const terms = { ...TERMS, licensor: steward.address, ...changes }
  return works.connect(steward).offer(family, terms, OWN)
}

/** Counted by heads: two people are enough. */
const RULE = packRule(rule({ count: Count.HEADCOUNT, quorumMin: 1 }))

function laws(name: string, classes: readonly string[], flags: number): CharterOf {
  return charter({
    name,
    purpose: digestOf(`the purpose of ${name}`),
    maxShareBps: classes.length === 1 ? 10_000 : 5000,
    classes: classes.map((one) => ({
      name: className(one),
      shareBps: 10_000 / classes.length,
      flags,
    })),
    rules: [RULE, 0n, RULE, RULE],
  })
}

/** Goes on to the middle of a January: points count by quarters, so tests begin in the same one. */
async function toJanuary() {
  const year = Math.floor((await time.latest()) / YEAR) + 1
  await time.increaseTo(year * YEAR + 14 * DAY)
}

/**
 * A federation of two co-ops, the mill and the farm, founded by the real registrars, whose cash is
 * the named mock token. What a co-op decides is sent by its impersonated account. The mill stewards
 * work 1; Ann uses and Ben works in both; the firm, the payer and another have money.
 */
export async function houseWith(token: string) {
  await toJanuary()
  const signers = await ethers.getSigners()
  const named = Object.fromEntries(NAMES.map((name, i) => [name, signers[i]])) as Record<
    Name,
    Signer
  >
  const cash = await ethers.deployContract(token as 'PlainToken')
  const of = await registrar()
  const both = [named.ann, named.ben]
  const foundCoop = async (name: string, nonce: bigint) => {
    const founders = both.map(({ address }, i) => ({ wallet: address, class: i }))
    const law = laws(name, ['users', 'workers'], Flags.BOTH)
    return found(of, await founding({ charter: law, founders, nonce }), both)
  }
  const coops = [await foundCoop('Mill', 1n), await foundCoop('Farm', 2n)] as const
  const federation = await federate({
    registrar: of,
    coops,
    cash,
    start: await time.latest(),
    rootCharter: laws('Valley', ['co-ops'], Flags.USER),
  })
  await enter(federation, coops)
  const { phyle, prepared } = federation
  const at = prepared.house
  const [mill, farm] = await Promise.all(coops.map(({ coop }) => accountOf(coop.target as string)))
  if (mill === undefined || farm === undefined) throw new Error('there are two co-ops')
  const works = await ethers.getContractAt('Works', at.works)
  const contributions = await ethers.getContractAt('Contributions', at.contributions)
  const licences = await ethers.getContractAt('Licences', at.licences)
  const who = { ...named, mill, farm, root: await accountOf(at.root) }
  await works.connect(mill).register(entry(mill.address))
  for (const person of [who.firm, who.payer, who.other]) {
    await cash.mint(person.address, 1_000n * PRICE)
    await cash.connect(person).approve(licences, ethers.MaxUint256)
  }
  return { phyle, cash, fund: at.fund, works, contributions, licences, who }
}

export async function house() {
  return houseWith('PlainToken')
}

/** A steward offers the first terms of a family, and their notice is over. */
export async function price(
  works: Works,
  steward: Signer,
  family: number | bigint,
  changes: Partial<Terms> = {},
) {
  await offer(works, steward, family, changes)
  await time.increase((changes.notice ?? TERMS.notice) + 1)
}

/** The same with terms on work 1. */
export async function offered() {
  const it = await house()
  await price(it.works, it.who.mill, 1)
  return it
}

export type House = Awaited<ReturnType<typeof house>>

export type Request = {
  readonly licensee: string
  readonly work: bigint
  readonly claim: number
  readonly tier: number
  readonly duration: number
  readonly maxFee: bigint
  readonly terms: bigint
  readonly deadline: number
  readonly payer: string
  readonly purchaseOrder: string
  readonly statement: string
}

export async function request(licensee: string, changes: Partial<Request> = {}): Promise<Request> {
  return {
    licensee,
    work: 1n,
    claim: Ground.PAID,
    tier: UNDECLARED,
    duration: YEAR,
    maxFee: PRICE,
    terms: 1n,
    deadline: (await time.latest()) + 10 * YEAR,
    payer: ethers.ZeroAddress,
    purchaseOrder: digestOf('PO 4711'),
    statement: ZERO,
    ...changes,
  }
}

/** The answer to the request of a licensee, by default of the firm. */
export const quoteFor = async (
  it: House,
  changes: Partial<Request> = {},
  licensee = it.who.firm.address,
) => it.licences.quote(await request(licensee, changes))

/** Somebody acquires for themself, the firm unless another is named. */
export async function acquire(it: House, changes: Partial<Request> = {}, as: Signer = it.who.firm) {
  return it.licences.connect(as).acquire(await request(as.address, changes), '0x')
}

/** With terms on work 1, and Ann seated as a user for a whole epoch. */
export async function settle() {
  const it = await offered()
  await it.phyle.seat(it.who.mill.address, it.who.ann.address)
  await time.increase(61 * DAY)
  return it
}

/** Gives the firm points from two attesters, and lets them mature. */
export async function credit(it: House, points: readonly [number, number]) {
  const { contributions, who } = it
  const until = (await time.latest()) + YEAR
  for (const [i, attester] of [who.ann, who.ben].entries()) {
    await contributions.connect(who.mill).nameAttester(attester.address, 100_000, until)
    const given = points[i] ?? 0
    if (given === 0) continue
    const artefact = digestOf(`work ${i} ${await time.latest()}`)
    await contributions.connect(attester).attest(1, who.firm.address, artefact, given, '')
    await time.increase(14 * DAY)
    await contributions.mature(1, artefact)
  }
}

/** The number of the receipt of the newest payment of a licensee. */
export async function paid(licences: Licences, family: bigint | number, licensee: string) {
  return (await licences.grantOf(family, licensee)).paid
}

/** The newest payment of a licensee. */
export async function newest(licences: Licences, family: bigint | number, licensee: string) {
  return licences.paymentOf(family, licensee, await paid(licences, family, licensee))
}

/** What of all payments of a licensee is in escrow. */
export async function inEscrow(licences: Licences, family: bigint | number, licensee: string) {
  const { receipts } = await licences.grantOf(family, licensee)
  let sum = 0n
  for (let receipt = 1n; receipt <= receipts; ++receipt) {
    sum += (await licences.paymentOf(family, licensee, receipt)).amount
  }
  return sum
}

/** A struct that came from the chain, as ethers makes it; the bindings do not say so. */
export function structOf(value: unknown): Result {
  return value as Result
}
