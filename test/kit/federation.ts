// SPDX-License-Identifier: AGPL-3.0-or-later
/** A federation of two co-ops, founded as every federation is: each co-op consents by its account. */

import { DAY, ethers, impersonateAccount, type Signer, setBalance, time } from './chain.ts'
import { charter, RULES, rules } from './charter.ts'
import { carryOut, found, founding, organsAt, registrar } from './house.ts'
import { type FounderOf, foundersOf, foundingSigners, people } from './people.ts'

export const EPOCH = 30 * DAY
export const SPECIAL = 2

const SINGLETONS = [
  'Phyle',
  'CommonsFund',
  'CommonsBonds',
  'Works',
  'Machines',
  'Licences',
  'Contributions',
] as const

/** One class that is all: what a co-op of co-ops has. */
const COOP_CLASS = [
  { name: ethers.encodeBytes32String('Co-op').slice(0, 50), shareBps: 10_000, flags: 1 },
]

/** The account of a co-op, to act as if its assembly had decided. */
export async function accountOf(address: string): Promise<Signer> {
  await impersonateAccount(address)
  await setBalance(address, 10n ** 20n)
  return ethers.getSigner(address)
}

export async function phyleRegistrar(of: { getAddress(): Promise<string> }) {
  const implementations = []
  for (const name of SINGLETONS) {
    implementations.push(await (await ethers.deployContract(name)).getAddress())
  }
  return ethers.deployContract('PhyleRegistrar', [await of.getAddress(), implementations])
}

/** The founders of a second co-op: everybody who is not in the first. */
function otherFounders(who: Awaited<ReturnType<typeof people>>): FounderOf[] {
  const names = ['hal', 'ivy', 'jan', 'kim', 'lou', 'mia'] as const
  return names.map((name, i) => ({ wallet: who[name].address, class: i % 3 }))
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
  const phyles = await phyleRegistrar(coopRegistrar)
  const terms = {
    cash: await euro.getAddress(),
    start: (await time.latest()) + 60,
    epochLength: EPOCH,
    rootActs: [],
  }
  const rootCharter = charter({
    name: 'Federation',
    maxShareBps: 10_000,
    classes: COOP_CLASS,
    rules: rules({ entrenched: { ...RULES.entrenched, classMajority: 0 } }),
  })
  const members = [mill, shop].map(({ coop }) => ({ wallet: coop.target as string, class: 0 }))
  const deadline = BigInt((await time.latest()) + 7 * DAY)
  const prepared = await phyles.prepare(terms, rootCharter, members, 1n, deadline)
  const data = coopRegistrar.interface.encodeFunctionData('consent', [prepared.foundingHash])
  for (const organs of [mill, shop]) {
    await carryOut(organs, SPECIAL, [{ target: coopRegistrar, data }])
  }
  const sent = await phyles.found(terms, rootCharter, members, ['0x', '0x'], 1n, deadline)
  const phyle = await ethers.getContractAt('Phyle', prepared.phyle)
  const rootAccount = await ethers.getContractAt('Cooperative', prepared.house.root)
  const root = await organsAt({
    cooperative: prepared.house.root,
    statutes: await rootAccount.statutes(),
    membership: await rootAccount.membership(),
    assembly_: await rootAccount.assembly_(),
  })
  const fund = await ethers.getContractAt('CommonsFund', prepared.house.fund)
  await time.increaseTo(terms.start)
  return {
    who,
    euro,
    registrar: coopRegistrar,
    phyles,
    phyle,
    fund,
    root,
    mill,
    shop,
    terms,
    rootCharter,
    members,
    deadline,
    prepared,
    sent,
  }
}

/** The same, with both co-ops entered. */
export async function entered() {
  const house = await federated()
  const registrarAddress = await house.registrar.getAddress()
  for (const { coop } of [house.mill, house.shop]) {
    await house.phyle.enter(coop.target, registrarAddress)
  }
  return house
}

/** Goes to the first second of an epoch. */
export async function toEpoch(epoch: number, { phyle }: Awaited<ReturnType<typeof federated>>) {
  const begins = await phyle.epochStart(epoch)
  if (BigInt(await time.latest()) < begins) await time.increaseTo(begins)
}
