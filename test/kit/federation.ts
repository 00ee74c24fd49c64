// SPDX-License-Identifier: AGPL-3.0-or-later
/** A federation of two co-ops, founded as every federation is: each co-op consents by its account. */

import { artifacts } from 'hardhat'
import { FOUNDED_WITH } from '../../scripts/deploy/implementations.ts'
import { DAY, ethers, impersonateAccount, type Signer, setBalance, time } from './chain.ts'
import { type CharterOf, charter, className, Flags, Kind, RULES, rules } from './charter.ts'
import { linkedCode } from './deploy.ts'
import {
  carryOut,
  found,
  founding,
  implementations,
  type Organs,
  organsAt,
  type Registrar,
  registrar,
} from './house.ts'
import { type FounderOf, foundersOf, foundingSigners, people } from './people.ts'

export const EPOCH = 30 * DAY

/** One class that is all: what a co-op of co-ops has. */
const COOP_CLASS = [{ name: className('Co-op'), shareBps: 10_000, flags: Flags.USER }]

/** The account of a co-op, to act as if its assembly had decided. */
export async function accountOf(address: string): Promise<Signer> {
  await impersonateAccount(address)
  await setBalance(address, 10n ** 20n)
  return ethers.getSigner(address)
}

export async function phyleRegistrar(of: { getAddress(): Promise<string> }) {
  const addresses = await implementations(FOUNDED_WITH.map(([, contract]) => contract))
  const chapters = FOUNDED_WITH.map(([name], i) => ({ name, implementation: addresses[i] ?? '' }))
  const { abi } = await artifacts.readArtifact('PhyleRegistrar')
  const code = await linkedCode('PhyleRegistrar')
  const [signer] = await ethers.getSigners()
  const made = await new ethers.ContractFactory(abi, code, signer).deploy(of, chapters)
  return ethers.getContractAt('PhyleRegistrar', await made.getAddress())
}

/** The founders of a second co-op: everybody who is not in the first. */
function otherFounders(who: Awaited<ReturnType<typeof people>>): FounderOf[] {
  const names = ['hal', 'ivy', 'jan', 'kim', 'lou', 'mia'] as const
  return names.map((name, i) => ({ wallet: who[name].address, class: i % 3 }))
}

/** Where the root and the first chapters of a federation are, by name. */
function houseOf({
  root,
  chapters,
}: {
  readonly root: string
  readonly chapters: readonly string[]
}) {
  const [, fund = '', bonds = '', works = '', machines = '', licences = '', contributions = ''] =
    chapters
  return { root, fund, bonds, works, machines, licences, contributions }
}

type Joining = {
  readonly registrar: Registrar
  readonly coops: readonly Organs[]
  readonly cash: { getAddress(): Promise<string> }
  readonly start: number
  readonly rootCharter: CharterOf
  /** Places granted to each; none. */
  readonly granted?: readonly bigint[]
}

/** Founds a federation of co-ops, each of which consents by its account. */
export async function federate({
  registrar: of,
  coops,
  cash,
  start,
  rootCharter,
  granted = coops.map(() => 0n),
}: Joining) {
  const phyles = await phyleRegistrar(of)
  const terms = {
    cash: await cash.getAddress(),
    start,
    epochLength: EPOCH,
    granted: [...granted],
  }
  const members = coops.map(({ coop }) => ({ wallet: coop.target as string, class: 0 }))
  const deadline = BigInt((await time.latest()) + 7 * DAY)
  const { federation, foundingHash } = await phyles.prepare(
    terms,
    rootCharter,
    members,
    1n,
    deadline,
  )
  const prepared = { phyle: federation.phyle, house: houseOf(federation), foundingHash }
  const data = of.interface.encodeFunctionData('consent', [prepared.foundingHash])
  for (const organs of coops) await carryOut(organs, Kind.SPECIAL, [{ target: of, data }])
  const unsigned = members.map(() => '0x')
  const sent = await phyles.found(terms, rootCharter, members, unsigned, 1n, deadline)
  const phyle = await ethers.getContractAt('Phyle', prepared.phyle)
  return { registrar: of, phyles, phyle, terms, rootCharter, members, deadline, prepared, sent }
}

export async function federated() {
  const who = await people()
  const coopRegistrar = await registrar()
  const euro = await ethers.deployContract('DemoEuro')
  const mill = await found(
    coopRegistrar,
    await founding({ founders: foundersOf(who) }),
    foundingSigners(who),
  )
  const shopFounders = otherFounders(who)
  const shop = await found(
    coopRegistrar,
    await founding({ founders: shopFounders, charter: charter({ name: 'Shop' }), nonce: 2n }),
    [who.hal, who.ivy, who.jan, who.kim, who.lou, who.mia],
  )
  const federation = await federate({
    registrar: coopRegistrar,
    coops: [mill, shop],
    cash: euro,
    start: (await time.latest()) + 60,
    rootCharter: charter({
      name: 'Federation',
      maxShareBps: 10_000,
      classes: COOP_CLASS,
      rules: rules({ entrenched: { ...RULES.entrenched, classMajority: 0 } }),
    }),
  })
  const { house } = federation.prepared
  const rootAccount = await ethers.getContractAt('Cooperative', house.root)
  const root = await organsAt({
    cooperative: house.root,
    statutes: await rootAccount.statutes(),
    membership: await rootAccount.membership(),
    assembly_: await rootAccount.assembly_(),
  })
  const fund = await ethers.getContractAt('CommonsFund', house.fund)
  await time.increaseTo(federation.terms.start)
  // Few people are in these federations: the first that earns has the income of all.
  await federation.phyle.connect(await accountOf(house.root)).setLeastHeads(1)
  return { ...federation, who, euro, fund, root, mill, shop }
}

/** Enters co-ops that are on the root's roll. */
export async function enter(
  { phyle, registrar: of }: Pick<Awaited<ReturnType<typeof federate>>, 'phyle' | 'registrar'>,
  coops: readonly Organs[],
) {
  for (const { coop } of coops) await phyle.enter(coop, of)
}

/** The chapter that stands under a name. */
export async function chapterAt(
  phyle: Awaited<ReturnType<typeof federate>>['phyle'],
  name: string,
): Promise<string> {
  return phyle.chapterOf(ethers.encodeBytes32String(name))
}

/** The same, with both co-ops entered. */
export async function entered() {
  const house = await federated()
  await enter(house, [house.mill, house.shop])
  return house
}

type Root = Pick<Awaited<ReturnType<typeof federated>>, 'root' | 'mill'>

/** A motion that the mill puts to the root now: what is carried out under its number has its snapshot. */
export async function motionInRoot({ root, mill }: Root): Promise<bigint> {
  const assembly = root.assembly.connect(await accountOf(mill.coop.target as string))
  const description = `# Decided at ${await time.latest()}`
  await assembly.propose([], [], [], description)
  return assembly.getProposalId([], [], [], ethers.id(description))
}

/** The root grants places by a motion that is made now; `meanwhile` happens while it is voted on. */
export async function grantPlaces(
  house: Root & Pick<Awaited<ReturnType<typeof federated>>, 'phyle'>,
  coop: string,
  granted: number,
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  const { phyle, root } = house
  const motion = await motionInRoot(house)
  await meanwhile()
  const data = phyle.interface.encodeFunctionData('grant', [coop, granted])
  return carryOut(root, Kind.ORDINARY, [{ target: phyle, data }], motion)
}

type Register = Pick<Awaited<ReturnType<typeof federated>>, 'phyle' | 'root'>

/** The root expels a co-op, which does not appeal. */
export async function expelled({ phyle, root }: Register, coop: string) {
  const data = phyle.interface.encodeFunctionData('expel', [coop, ethers.id('The grounds')])
  await carryOut(root, Kind.SPECIAL, [{ target: phyle, data }])
  await time.increase(30 * DAY)
  return phyle.depart(coop)
}

/** A co-op leaves the federation this very moment: the root lets it go without notice. */
export async function leavesNow({ phyle, root }: Register, coop: string) {
  const data = phyle.interface.encodeFunctionData('setNoticePeriod', [0])
  await carryOut(root, Kind.SPECIAL, [{ target: phyle, data }])
  await phyle.connect(await accountOf(coop)).giveNotice()
  return phyle.depart(coop)
}

/** Goes to the first second of an epoch. */
export async function toEpoch(epoch: number, { phyle }: Awaited<ReturnType<typeof federated>>) {
  const begins = await phyle.epochStart(epoch)
  if (BigInt(await time.latest()) < begins) await time.increaseTo(begins)
}
