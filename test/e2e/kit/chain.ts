// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the stories know of the chain beside what the app shows: to hold the one against the other. */
import {
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  erc20Abi,
  type Hex,
  http,
  type PublicClient,
  parseUnits,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { ExamplePerson } from '../../../scripts/seed/people.ts'
import type { Deployments, PhyleHouse } from '../../../sdk/src/deployments.ts'

type Here = Deployments & { readonly phyle: PhyleHouse }

const url = process.env.PHYLE_URL ?? ''

const fact = async <T>(name: string): Promise<T> =>
  (await (await fetch(`${url}/${name}.json`)).json()) as T

export const RPC_URL = `${url}/rpc`

export const client: PublicClient = createPublicClient({ transport: http(RPC_URL) })

export const euro = (amount: number): bigint => parseUnits(String(amount), 6)

let people: Promise<readonly ExamplePerson[]> | undefined

/** Everybody in the example. */
export function everybody(): Promise<readonly ExamplePerson[]> {
  people ??= fact('people')
  return people
}

/** An example person of the federation, with their key. */
export async function personCalled(name: string): Promise<ExamplePerson> {
  const person = (await everybody()).find((one) => one.name === name)
  if (!person) throw new Error(`Nobody in the example is called ${name}`)
  return person
}

export async function house(): Promise<PhyleHouse> {
  return (await fact<Here>('deployments')).phyle
}

/** What somebody holds in the federation's currency. */
export async function cashOf(owner: string): Promise<bigint> {
  const { cash } = await house()
  return client.readContract({
    address: cash,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [owner as Address],
  })
}

/** Somebody's own key, for what happens beside the story. */
export const keyOf = ({ privateKey }: ExamplePerson) =>
  createWalletClient({
    account: privateKeyToAccount(privateKey as Hex),
    transport: http(RPC_URL),
  })

/** Somebody of whom nobody has heard, with coin for the fees. */
export async function newcomer(): Promise<ExamplePerson> {
  const privateKey = generatePrivateKey()
  const { address } = privateKeyToAccount(privateKey)
  const bank = createTestClient({ mode: 'hardhat', transport: http(RPC_URL) })
  await bank.setBalance({ address, value: 10n ** 18n })
  return { name: `${address.slice(0, 6)}…${address.slice(-4)}`, address, privateKey, roles: [] }
}

/** As in `hardhat.config.ts`. */
const BLOCK_SECONDS = 2

const miner = createTestClient({ mode: 'hardhat', transport: http(RPC_URL) })

/** Leaves what is sent waiting while `story` is told, as a busy network does. */
export async function whileBusy(story: () => Promise<void>): Promise<void> {
  await miner.setAutomine(false)
  await miner.setIntervalMining({ interval: 0 })
  try {
    await story()
  } finally {
    await miner.setAutomine(true)
    await miner.mine({ blocks: 1 })
    await miner.setIntervalMining({ interval: BLOCK_SECONDS })
  }
}

/** Records what waits. */
export const record = (): Promise<void> => miner.mine({ blocks: 1 })

/** The time of the newest block. */
export async function chainNow(): Promise<number> {
  return Number((await client.getBlock()).timestamp)
}

/** Moves the chain on to a moment, beside the story; where that is past, to the next second. */
export async function passTo(time: number): Promise<void> {
  await miner.increaseTime({ seconds: Math.max(1, time - (await chainNow())) })
  await miner.mine({ blocks: 1 })
}
