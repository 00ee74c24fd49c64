// SPDX-License-Identifier: AGPL-3.0-or-later
/** Moving a co-op to newer organs. */
import { ethers } from './chain.ts'
import { charter, Kind } from './charter.ts'
import { type Action, carryOut, type Organs, organsAt, type Registrar } from './house.ts'

/** Organs to which a co-op can move, and who built them. */
export type Successors = {
  readonly registrar: { getAddress(): Promise<string> }
  readonly statutes: string
  readonly membership: string
  readonly assembly: string
}

type Moving = Pick<Organs, 'coop'> & { readonly registrar: Registrar }

/** Has a Registrar build successors for a co-op. */
export async function organsFor(
  { coop, registrar }: Moving,
  changes: Parameters<typeof charter>[0] = {},
): Promise<Successors> {
  const it = charter(changes)
  const { statutes, membership, assembly_: assembly } = await registrar.successorsOf(coop, it)
  await registrar.succeed(coop, it)
  return { registrar, statutes, membership, assembly }
}

/** The action of moving to them. */
export async function adoption(
  { coop }: Pick<Organs, 'coop'>,
  organs: Successors,
): Promise<Action> {
  const { registrar, statutes, membership, assembly } = organs
  const by = await registrar.getAddress()
  const data = coop.interface.encodeFunctionData('adoptOrgans', [
    by,
    statutes,
    membership,
    assembly,
  ])
  return { target: coop, data }
}

/** Moves a co-op to organs that its Registrar builds for it. */
export async function succeeded(
  house: Moving,
  changes: Parameters<typeof charter>[0] = {},
): Promise<Organs> {
  const organs = await organsFor(house, changes)
  await carryOut(house, Kind.ENTRENCHED, [await adoption(house, organs)])
  return organsOfNow(house)
}

/** The organs that a co-op has now. */
export async function organsOfNow({ coop }: Pick<Organs, 'coop'>): Promise<Organs> {
  return organsAt({
    cooperative: await coop.getAddress(),
    statutes: await coop.statutes(),
    membership: await coop.membership(),
    assembly_: await coop.assembly_(),
  })
}

/** Organs of other code, with a Registrar that says that it built them; the statutes are of the co-op's own. */
export async function hostileOrgans(house: Moving, changes: Parameters<typeof charter>[0] = {}) {
  const { coop } = house
  const { statutes } = await organsFor(house, changes)
  const registrar = await ethers.deployContract('YesRegistrar')
  const roll = await ethers.deployContract('LyingRoll', [coop, statutes, await coop.membership()])
  const deciding = await ethers.deployContract('LyingAssembly', [coop, statutes, roll])
  const [membership, assembly] = [await roll.getAddress(), await deciding.getAddress()]
  return { registrar, roll, statutes, membership, assembly }
}
