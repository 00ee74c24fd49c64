// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from 'viem'
import { charterToChain, foundingDocument } from '../../sdk/src/charter.ts'
import { parseCharter } from '../../sdk/src/charter-file.ts'
import { DAY, mined } from './chain.ts'
import { ExampleCoop, mutable, passed } from './coop.ts'
import type { FederationPlan } from './federation.ts'
import { phyleAt } from './phyle.ts'
import type { World } from './world.ts'

const EPOCH = 30 * DAY

/** Eight co-ops are founded, each by the signatures of its members. */
export async function foundCoops(world: World, plan: FederationPlan): Promise<void> {
  for (const entry of plan.coops) {
    const founders = []
    for (const [index, member] of entry.members.entries()) {
      const person = await world.person(member.name, world.euro(1_500 + 150 * (index % 5)))
      founders.push({ ...person, class: member.class })
    }
    world.documents.json(foundingDocument(entry.charter))
    const coop = await ExampleCoop.found(
      world.chain,
      world.registrar,
      world.carrier,
      entry.id,
      entry.charter,
      founders,
    )
    world.coops.set(entry.id, coop)
    await mined(world.cash.mint(coop.address, world.euro(entry.cash)))
  }
}

/** Each co-op gives its word, by decision, and the federation is founded with all of them. */
export async function foundPhyle(
  world: World,
  folder: string,
  plan: FederationPlan,
): Promise<void> {
  const { chain } = world
  const coops = [...world.coops.values()]
  const model = parseCharter(
    JSON.parse(readFileSync(join(folder, 'charters', 'root.json'), 'utf8')),
  )
  const charter = { ...model, body: plan.body.wallet.address as Address }
  world.documents.json(foundingDocument(charter))
  const struct = mutable(charterToChain(charter))
  const terms = {
    cash: await world.cash.getAddress(),
    start: chain.started + 26 * DAY,
    epochLength: EPOCH,
    // All who are there when the federation begins start to earn together.
    granted: coops.map((coop) => BigInt(cooperators(coop).length)),
  }
  const founders = coops.map((coop) => ({ wallet: coop.address, class: 0 }))
  const deadline = BigInt(chain.started + 60 * DAY)
  const registrar = world.phyleRegistrar()
  const { federation, foundingHash } = await registrar.prepare(
    terms,
    struct,
    founders,
    0n,
    deadline,
  )

  const consent = world.registrar.interface.encodeFunctionData('consent', [foundingHash])
  const target = await world.registrar.getAddress()
  const votes = []
  for (const coop of coops) {
    const title = `Found the ${charter.name} with seven other co-ops`
    votes.push(await coop.propose(coop.member(0), `# ${title}`, [{ target, data: consent }]))
  }
  await passed(votes)
  await chain.moveToDay(26)

  const signatures = founders.map(() => '0x')
  const receipt = await mined(registrar.found(terms, struct, founders, signatures, 0n, deadline))
  const root = await ExampleCoop.at(chain, 'root', charter, [], federation.root, world.carrier)
  world.setPhyle(await phyleAt(federation.phyle, receipt.blockNumber, world.carrier), root)
}

const cooperators = ({ charter, members }: ExampleCoop) =>
  members.filter((member) => charter.classes[member.class]?.cooperator)

/** The co-ops enter the register, and every natural person gets a seat. */
export async function takeSeats(world: World): Promise<void> {
  const { phyle } = world.singletons()
  const registrar = await world.registrar.getAddress()
  for (const coop of world.coops.values()) {
    await mined(phyle.enter(coop.address, registrar))
    for (const { wallet } of cooperators(coop)) {
      await mined(phyle.seat(coop.address, wallet.address))
    }
  }
}
