import { RIGHTS, type Right } from '@phyle/sdk/chapters/commons/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iWorksAbi } from '@phyle/sdk/generated/abi'
import type { Address, Hex } from 'viem'
import type { Config } from 'wagmi'
import { getBlock, getBlockNumber, getContractEvents } from 'wagmi/actions'
import type { Settings } from '../env.ts'
import { readWorksWorkOf } from '../generated/contracts.ts'
import { askIndex } from './indexClient.ts'

/** A work as it was registered, in the words of the record on the chain. */
export interface Registered {
  readonly title: string
  readonly version: string
  readonly licence: string
  /** What the register says that the licence already allows a firm. */
  readonly right: Right
  /** The work with the same content that stands; itself where none was there before. */
  readonly origin: bigint
  readonly licensor: string
  readonly links: readonly string[]
  readonly digest: Hex
  readonly steward: Address
  readonly family: bigint
  readonly parents: readonly bigint[]
  readonly registered: number
}

async function recordedIn(config: Config, house: PhyleHouse, id: bigint, from: bigint, to: bigint) {
  const [log] = await getContractEvents(config, {
    address: house.works,
    abi: iWorksAbi,
    eventName: 'WorkRegistered',
    args: { id },
    fromBlock: from,
    toBlock: to,
    strict: true,
  })
  return log?.args.entry ?? null
}

/** The first block at or after a moment: a dozen or two of small questions, whatever range of logs a node allows. */
async function firstBlockAt(config: Config, time: number, from: bigint): Promise<bigint> {
  let [low, high] = [from, await getBlockNumber(config, { cacheTime: 0 })]
  while (low < high) {
    const middle = (low + high) / 2n
    const { timestamp } = await getBlock(config, { blockNumber: middle })
    if (timestamp < BigInt(time)) low = middle + 1n
    else high = middle
  }
  return low
}

/**
 * The words of a work are in the record of its registration alone. The overview may say in which block
 * that is; what it says there is asked of the node, so the overview cannot put words in anyone's mouth.
 */
export async function readRegistered(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  id: bigint,
): Promise<Registered> {
  const work = await readWorksWorkOf(config, { address: house.works, args: [id] })
  const hint = await askIndex(settings.indexerUrl, '/api/works/:phyle/:id', {
    phyle: house.phyle,
    id: `${id}`,
  })
    .then(({ data }) => BigInt(data.registered.block))
    .catch(() => null)
  const hinted =
    hint === null ? null : await recordedIn(config, house, id, hint, hint).catch(() => null)
  const entry = hinted ?? (await searched(config, house, id, work.registered))
  if (!entry || entry.digest !== work.digest || entry.steward !== work.steward) {
    throw new Error(`the node has no record of the registration of work ${id}`)
  }
  const { title, version, licence, licensor, links } = entry
  const right = RIGHTS[work.right] ?? 'UNKNOWN'
  return { title, version, licence, licensor, links, ...work, right }
}

async function searched(config: Config, house: PhyleHouse, id: bigint, registered: number) {
  const from = BigInt(house.block)
  const first = await firstBlockAt(config, registered, from)
  const after = await firstBlockAt(config, registered + 1, first)
  return recordedIn(config, house, id, first, after)
}
