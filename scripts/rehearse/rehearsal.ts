// SPDX-License-Identifier: AGPL-3.0-or-later
/** One network played from its first contract to the three jobs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Wallet } from 'ethers'
import { type Hex, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { DemoEuro__factory } from '../../types/ethers-contracts/index.ts'
import { recordPhyle } from '../deploy/record.ts'
import { fromRoot } from '../paths.ts'
import { euro } from '../seed/amounts.ts'
import { LocalChain } from '../seed/chain.ts'
import { type Seeded, seed } from '../seed/main.ts'
import { carrierKey } from '../seed/people.ts'
import { freePort } from '../start/ports.ts'
import { Service } from '../start/service.ts'
import { indexer, type Open, relay } from '../start/stack.ts'
import type { Step } from '../start/steps.ts'
import { bond } from './bond.ts'
import { RehearsedChain } from './chain.ts'
import { COIN } from './coin.ts'
import { deployThrough } from './deployment.ts'
import type { Paid } from './job.ts'
import { licence } from './licence.ts'
import type { RealNetwork } from './networks.ts'
import { PRICES } from './prices.ts'
import { PublicNode, type Traffic } from './publicNode.ts'
import { Tools } from './tools.ts'
import { vote } from './vote.ts'

const INDEXER_PORT = 43_069
const RELAY_PORT = 9_787
/** Ballots wait for others so long, so that they leave in one transaction. */
const BATCH_SECONDS = 10
const CHORE_SECONDS = 30
/** What a keeper puts on the relay's key, in the network's coin: enough for days. */
const RELAY_PURSE = parseEther('10')

/** Whoever asks has a node of their own, as each has an address of their own on the net. */
export const ASKERS = ['deployer', 'indexer', 'relay', 'member'] as const
export type Asker = (typeof ASKERS)[number]

export interface JobReport {
  readonly job: string
  readonly paid: readonly Paid[]
  readonly seconds: number
  /** The first thing that went wrong; null where all went well. */
  readonly problem: string | null
}

export interface Rehearsal {
  readonly network: RealNetwork
  readonly jobs: readonly JobReport[]
  readonly traffic: Readonly<Record<Asker, Traffic>>
  readonly seconds: number
  /** The reason why the jobs were not begun; null where they were. */
  readonly problem: string | null
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

const since = (begun: number) => Math.round((Date.now() - begun) / 1_000)

/** Plays a network. Whatever fails is in the report; whatever was started has ended. */
export async function rehearse(network: RealNetwork, step: Step): Promise<Rehearsal> {
  const begun = Date.now()
  await using house = new AsyncDisposableStack()
  const chain = house.use(await RehearsedChain.open(network, PRICES[network.name]))
  const open = async () => house.use(await PublicNode.open(chain.url, network.node))
  const nodes = {
    deployer: await open(),
    indexer: await open(),
    relay: await open(),
    member: await open(),
  }
  const jobs: JobReport[] = []
  let problem: string | null = null
  try {
    jobs.push(...(await play(house, network, chain, nodes, step)))
  } catch (error) {
    problem = sentence(error)
  }
  const { deployer, indexer, relay, member } = nodes
  const traffic = {
    deployer: deployer.traffic,
    indexer: indexer.traffic,
    relay: relay.traffic,
    member: member.traffic,
  }
  return { network, jobs, traffic, seconds: since(begun), problem }
}

type Nodes = Readonly<Record<Asker, PublicNode>>

async function play(
  house: AsyncDisposableStack,
  network: RealNetwork,
  chain: RehearsedChain,
  nodes: Nodes,
  step: Step,
): Promise<JobReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'phyle-rehearsal-'))
  house.defer(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, `${network.chainId}.json`)
  const { people, phyle, documents } = await lived(network, chain, nodes, file, step)

  const services: Service[] = []
  const open: Open = async (command, isReady, withinMs) => {
    const service = house.use(new Service(command))
    services.push(service)
    await service.answers(isReady, withinMs)
  }
  const indexPort = await freePort(INDEXER_PORT)
  await step('Indexer, through the public node', () =>
    indexer(open, {
      port: indexPort,
      rpcUrl: nodes.indexer.url,
      file,
      mayBeBehind: network.node.lateBlocks + Math.ceil(10 / network.blockSeconds),
      data: join(folder, 'index'),
      askEveryMs: 2_000,
    }),
  )
  const relayKey = Wallet.createRandom()
  await chain.fund(relayKey.address, RELAY_PURSE)
  const relayPort = await freePort(RELAY_PORT)
  await step('Relay, through the public node', () =>
    relay(open, {
      port: relayPort,
      rpcUrl: nodes.relay.url,
      file,
      documents,
      data: join(folder, 'relay.sqlite'),
      env: {
        PHYLE_RELAY_KEY: relayKey.privateKey,
        PHYLE_RELAY_BATCH_SECONDS: String(BATCH_SECONDS),
        PHYLE_RELAY_CHORE_SECONDS: String(CHORE_SECONDS),
      },
    }),
  )
  const tools = new Tools({
    network,
    rpcUrl: nodes.member.url,
    indexUrl: `http://127.0.0.1:${indexPort}`,
    relayUrl: `http://127.0.0.1:${relayPort}`,
    house: phyle,
    people,
  })
  const firm = await firmWithMoney(network, chain, phyle.cash)
  const doing: readonly (readonly [string, () => Promise<readonly Paid[]>])[] = [
    ['vote', () => vote(tools)],
    ['bond', () => bond(tools)],
    ['licence', () => licence(tools, firm)],
  ]
  const failure = Promise.race(services.map((service) => service.failure))
  failure.catch(() => undefined)
  const reports: JobReport[] = []
  for (const [job, work] of doing) {
    const begun = Date.now()
    const done = await step(`Job: ${job}`, () => Promise.race([work(), failure])).then(
      (paid) => ({ paid, problem: null }),
      (error: unknown) => ({ paid: [], problem: sentence(error) }),
    )
    reports.push({ job, ...done, seconds: since(begun) })
  }
  return reports
}

/** Puts the contracts there, and lets the example federation live its four months. */
async function lived(
  network: RealNetwork,
  chain: RehearsedChain,
  { deployer }: Nodes,
  file: string,
  step: Step,
): Promise<Seeded> {
  const key = Wallet.createRandom()
  const issuer = carrierKey().address
  await chain.fund(key.address, RELAY_PURSE)
  await chain.keepPace('hurried')
  const deployments = await step(`Contracts on ${network.name}, through a public node`, () =>
    deployThrough({ network, rpcUrl: deployer.url, key: key.privateKey, issuer, file }),
  )
  await chain.hasten()
  await chain.history()
  const coin = deployments.demo[COIN]
  if (coin === undefined) throw new Error(`the coin is not deployed on ${network.name}`)
  const { decimals } = network.currency
  const seeded = await step('Example federation', () =>
    seed({
      rpcUrl: chain.url,
      deployments,
      examples: fromRoot('examples'),
      coin: { address: coin.address, decimals },
    }),
  )
  await recordPhyle(file, network.chainId, seeded.phyle)
  await chain.keepPace()
  return seeded
}

/** Somebody of whom nobody has heard, with coin and money. */
async function firmWithMoney(network: RealNetwork, chain: RehearsedChain, cash: string) {
  const { privateKey, address } = Wallet.createRandom()
  await chain.fund(address, RELAY_PURSE)
  const { provider } = await LocalChain.open(chain.url)
  try {
    const issuer = DemoEuro__factory.connect(cash, carrierKey().connect(provider))
    const receipt = await (
      await issuer.mint(address, euro(5_000, network.currency.decimals))
    ).wait()
    if (receipt?.status !== 1) throw new Error('the firm was given no money')
  } finally {
    provider.destroy()
  }
  return privateKeyToAccount(privateKey as Hex)
}
