// SPDX-License-Identifier: AGPL-3.0-or-later
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { JsonRpcProvider } from 'ethers'
import type { Answer } from '../../sdk/src/answer.ts'
import type { Deployments } from '../../sdk/src/deployments.ts'
import type { IndexStatus } from '../../sdk/src/index-api.ts'
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import { CHAPTERS } from '../deploy/chapters.ts'
import { deploy } from '../deploy/deploy.ts'
import { readRecord, recordOf, recordPhyle } from '../deploy/record.ts'
import { fromRoot } from '../paths.ts'
import { HARDHAT } from '../run.ts'
import { noteRunning } from '../running.ts'
import { type Seeded, seed } from '../seed/main.ts'
import { carrierKey } from '../seed/people.ts'
import { serveApp } from './app.ts'
import { freePort } from './ports.ts'
import { type Command, Service } from './service.ts'
import { step as aloud, type Step } from './steps.ts'

const HOST = '127.0.0.1'

/** Blocks; one is mined every two seconds. */
const MAY_BE_BEHIND = 2

type Settings = Readonly<Record<string, string>>

export interface Ports {
  readonly app: number
  readonly chain: number
  readonly indexer: number
  readonly relay: number
}

export const DEFAULT_PORTS: Ports = { app: 5173, chain: 8545, indexer: 42_069, relay: 8787 }

/** All that runs for a newcomer: chain, indexer, relay, app. */
export interface Stack {
  readonly url: string
  /** Rejects when a part of it ends by itself. */
  readonly failure: Promise<never>
}

const BUILD_APP: Command = {
  name: 'The build of the app',
  program: 'node_modules/vite/bin/vite.js',
  args: ['build', '--logLevel', 'error'],
  cwd: 'frontend',
}

/** For what takes seconds: on a machine with other work it takes minutes. */
const PATIENCE_MS = 300_000

const isWell = async (url: string) => (await fetch(url)).ok

/** Starts a service, so that it ends with the house, and waits until it answers. */
export type Open = (
  command: Command,
  isReady: () => Promise<boolean>,
  withinMs: number,
) => Promise<void>

async function chain(open: Open, port: number): Promise<void> {
  const ask = (method: string, ...params: readonly unknown[]) =>
    fetch(`http://${HOST}:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
  const command = {
    name: 'The local chain',
    program: HARDHAT,
    args: ['node', '--hostname', HOST, '--port', String(port)],
  }
  await open(command, async () => (await ask('hardhat_setLoggingEnabled', false)).ok, PATIENCE_MS)
}

/** Puts the house on the chain. */
async function contracts(rpcUrl: string, file: string): Promise<Deployments> {
  const provider = new JsonRpcProvider(rpcUrl, undefined, { pollingInterval: 50, cacheTimeout: -1 })
  try {
    const signer = carrierKey().connect(provider)
    await rm(file, { force: true })
    return await deploy({ signer, chapters: CHAPTERS, file, log: () => {} })
  } finally {
    provider.destroy()
  }
}

/** Lets the example federation live its four months on the chain. */
async function history(rpcUrl: string, file: string, deployments: Deployments): Promise<Seeded> {
  const seeded = await seed({ rpcUrl, deployments, examples: fromRoot('examples') })
  await recordPhyle(file, LOCAL_CHAIN, seeded.phyle)
  return seeded
}

export interface Indexing {
  readonly port: number
  readonly rpcUrl: string
  readonly file: string
  /** Blocks by which it may be behind the chain when it counts as ready. */
  readonly mayBeBehind?: number
  /** The folder of its database. */
  readonly data?: string
  /** Between two questions whether it is ready: each costs it a request to its node. */
  readonly askEveryMs?: number
}

export async function indexer(
  open: Open,
  { port, rpcUrl, file, mayBeBehind = MAY_BE_BEHIND, data: folder, askEveryMs = 0 }: Indexing,
): Promise<void> {
  // Data of another chain is of no use.
  if (folder === undefined) {
    await rm(fromRoot('indexer/.ponder'), { recursive: true, force: true })
  }
  const options = ['--schema', 'phyle', '--hostname', HOST, '--port', String(port)]
  const command = {
    name: 'The indexer',
    program: 'indexer/main.ts',
    args: [...options, '--log-level', 'warn'],
    env: {
      PHYLE_RPC_URL: rpcUrl,
      PHYLE_DEPLOYMENTS: file,
      ...(folder !== undefined && { PHYLE_INDEX_DATA: folder }),
    },
  }
  const status = `http://${HOST}:${port}/api/status`
  const isUpToDate = async () => {
    await wait(askEveryMs)
    const answer = await fetch(status)
    if (!answer.ok) return false
    const { data } = (await answer.json()) as Answer<IndexStatus>
    return data.ready && data.behind !== null && data.behind <= mayBeBehind
  }
  // It follows the example federation while that lives: on a slow machine this takes minutes.
  await open(command, isUpToDate, 600_000)
}

export interface Relaying {
  readonly port: number
  readonly rpcUrl: string
  readonly file: string
  readonly documents: Seeded['documents']
  /** The file of its database. */
  readonly data?: string
  readonly env?: Settings
}

export async function relay(
  open: Open,
  { port, rpcUrl, file, documents, data = fromRoot('.phyle/relay.sqlite'), env = {} }: Relaying,
): Promise<void> {
  for (const suffix of ['', '-shm', '-wal']) await rm(`${data}${suffix}`, { force: true })
  const command = {
    name: 'The relay',
    program: 'relay/src/main.ts',
    env: {
      PHYLE_RPC_URL: rpcUrl,
      PHYLE_DEPLOYMENTS: file,
      PHYLE_RELAY_DATA: data,
      HOST,
      PORT: String(port),
      ...env,
    },
  }
  const url = `http://${HOST}:${port}`
  await open(command, () => isWell(`${url}/health`), PATIENCE_MS)
  for (const { type, content } of documents) {
    const headers = { 'content-type': type }
    const answer = await fetch(`${url}/documents`, { method: 'PUT', headers, body: content })
    if (!answer.ok) throw new Error(`The relay refused an example document: ${await answer.text()}`)
  }
}

/** Starts everything, one line a step. Whatever it starts ends when `house` is disposed of. */
export async function startStack(
  house: AsyncDisposableStack,
  wanted: Ports,
  step: Step = aloud,
): Promise<Stack> {
  const services: Service[] = []
  const open: Open = async (command, isReady, withinMs) => {
    const service = house.use(new Service(command))
    services.push(service)
    await service.answers(isReady, withinMs)
  }

  // The app is built while the federation lives its four months.
  const built = house.use(new Service(BUILD_APP)).finishes()
  built.catch(() => {})

  const chainPort = await freePort(wanted.chain)
  const rpcUrl = `http://${HOST}:${chainPort}`
  const file = recordOf(LOCAL_CHAIN)
  await step(`Local chain on port ${chainPort}`, () => chain(open, chainPort))
  const deployments = await step('Contracts', () => contracts(rpcUrl, file))

  // The indexer gets up while the federation lives, and follows it.
  const indexerPort = await freePort(wanted.indexer)
  const indexed = indexer(open, { port: indexerPort, rpcUrl, file })
  indexed.catch(() => {})
  const { people, documents } = await step('Example federation', () =>
    history(rpcUrl, file, deployments),
  )
  await step(`Indexer on port ${indexerPort}`, () => indexed)
  const relayPort = await freePort(wanted.relay)
  await step(`Relay on port ${relayPort}`, () =>
    relay(open, { port: relayPort, rpcUrl, file, documents }),
  )

  const port = await freePort(wanted.app)
  const url = `http://localhost:${port}`
  await step(`App on port ${port}`, async () => {
    await built
    const facts = {
      'settings.json': {
        chainId: LOCAL_CHAIN,
        rpcUrl: './rpc',
        indexerUrl: './index',
        relayUrl: './relay',
        local: true,
        currency: { symbol: 'EUR', decimals: 6, iso: 'EUR' },
      },
      'deployments.json': await readRecord(file, LOCAL_CHAIN),
      'people.json': people,
    }
    const behind = {
      '/rpc': rpcUrl,
      '/index': `http://${HOST}:${indexerPort}`,
      '/relay': `http://${HOST}:${relayPort}`,
    } as const
    house.use(await serveApp({ port, facts, services: behind }))
    if (!(await isWell(url))) throw new Error(`${url} does not answer`)
  })
  house.use(await noteRunning({ chain: rpcUrl, relay: `http://${HOST}:${relayPort}`, app: url }))
  return { url, failure: Promise.race(services.map(({ failure }) => failure)) }
}
