// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The ground that the stories play on: an empty chain, the house deployed as on any network, and
 * people who act by their own signatures. Nobody is impersonated, no contract is replaced.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { network } from 'hardhat'
import { CHAPTERS } from '../../scripts/deploy/chapters.ts'
import { deploy } from '../../scripts/deploy/deploy.ts'
import { fromRoot } from '../../scripts/paths.ts'
import { foundCoops, foundPhyle, takeSeats } from '../../scripts/seed/1-found.ts'
import { LocalChain } from '../../scripts/seed/chain.ts'
import { type Person, signed } from '../../scripts/seed/coop.ts'
import { readFederation } from '../../scripts/seed/federation.ts'
import { carrierKey } from '../../scripts/seed/people.ts'
import { World } from '../../scripts/seed/world.ts'
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import { permitTypedData } from '../../sdk/src/permit.ts'

const EXAMPLES = fromRoot('examples')

export interface Stage {
  readonly world: World
  readonly end: () => Promise<void>
}

/** A chain on which nothing is but the house. */
export async function emptyStage(): Promise<Stage> {
  const server = await network.createServer('default', '127.0.0.1', 0)
  const { address, port } = await server.listen()
  const chain = await LocalChain.open(`http://${address}:${port}`)
  const carrier = chain.signer(carrierKey())
  const folder = await mkdtemp(join(tmpdir(), 'phyle-story-'))
  const file = join(folder, `${LOCAL_CHAIN}.json`)
  await chain.fuel(await carrier.getAddress())
  const deployments = await deploy({ signer: carrier, chapters: CHAPTERS, file, log: () => {} })
  const end = async () => {
    chain.provider.destroy()
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { world: new World(chain, carrier, deployments, () => {}), end }
}

/** The same with some co-ops of the example, founded by the signatures of their members. */
export async function stageWith(...ids: readonly string[]): Promise<Stage> {
  const stage = await emptyStage()
  const plan = readFederation(EXAMPLES)
  const coops = plan.coops.filter(({ id }) => ids.includes(id))
  await foundCoops(stage.world, { ...plan, coops })
  return stage
}

/** The same, joined into a federation by a decision of each of them. */
export async function federationOf(...ids: readonly string[]): Promise<Stage> {
  const stage = await stageWith(...ids)
  await foundPhyle(stage.world, EXAMPLES, readFederation(EXAMPLES))
  await takeSeats(stage.world)
  return stage
}

/** The signature that lets `spender` take `value` of the owner's money in the same transaction. */
export async function permit(world: World, owner: Person, spender: string, value: bigint) {
  const { cash, chain } = world
  const domain = await cash.eip712Domain()
  const deadline = BigInt((await chain.now()) + 3_600)
  const data = permitTypedData(
    {
      name: domain.name,
      version: domain.version,
      chainId: Number(domain.chainId),
      verifyingContract: domain.verifyingContract as `0x${string}`,
    },
    {
      owner: owner.wallet.address as `0x${string}`,
      spender: spender as `0x${string}`,
      value,
      nonce: await cash.nonces(owner.wallet.address),
      deadline,
    },
  )
  const signature = await signed(owner, data)
  return {
    deadline,
    r: signature.slice(0, 66),
    s: `0x${signature.slice(66, 130)}`,
    v: Number(`0x${signature.slice(130)}`),
  }
}
