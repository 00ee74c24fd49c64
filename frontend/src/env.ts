import { asDeployments, type Deployments } from '@phyle/sdk/deployments'
import { getAddress, isAddress } from 'viem'
import { z } from 'zod'
import { fetchInTime } from './chain/fetching.ts'

/**
 * What this copy of the app was told when it was put up: read once, at run time, so that the same
 * files serve every network and every federation.
 */
const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), 'not an address')
  .transform((text) => getAddress(text))

const Written = z.object({
  chainId: z.number().int().positive(),
  chainName: z.string().optional(),
  /** Nodes of the network: the quickest that answers is asked first. */
  rpcUrls: z.array(z.string().min(1)).min(1).optional(),
  /** The same for one node. */
  rpcUrl: z.string().min(1).optional(),
  indexerUrl: z.string(),
  relayUrl: z.string(),
  /** The Universal Resolver of ENS, where the network has it. */
  ens: address.optional(),
  /** True on the chain that `npm start` makes: example people may sign and time may be moved. */
  local: z.boolean().default(false),
  /** The cash of the federation; `iso` only where one coin of it is worth one of that currency. */
  currency: z.object({
    symbol: z.string().min(1),
    decimals: z.number().int().min(0).max(36),
    iso: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    places: z.number().int().min(0).max(36).optional(),
  }),
})

const Person = z.object({
  name: z.string().min(1),
  address,
  privateKey: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .transform((text) => text as `0x${string}`)
    .optional(),
  roles: z.array(z.string()).default([]),
})

/** Relative addresses in the settings are relative to the page. */
const absolute = (url: string) => new URL(url, document.baseURI).href.replace(/\/$/, '')

export function readSettings(written: unknown) {
  const { rpcUrl, rpcUrls, ...rest } = Written.parse(written)
  const nodes = [...(rpcUrls ?? []), ...(rpcUrl === undefined ? [] : [rpcUrl])]
  if (nodes.length === 0) throw new Error('settings.json names no node: rpcUrls is missing')
  return Object.freeze({
    ...rest,
    rpcUrls: [...new Set(nodes.map(absolute))],
    indexerUrl: absolute(rest.indexerUrl),
    relayUrl: absolute(rest.relayUrl),
  })
}

export type Settings = ReturnType<typeof readSettings>
export type ExamplePerson = z.infer<typeof Person>

export interface Env {
  readonly settings: Settings
  /** Null where nothing was deployed yet. */
  readonly deployments: Deployments | null
  readonly people: readonly ExamplePerson[]
}

async function load(path: string): Promise<unknown> {
  const answer = await fetchInTime(path, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

export async function readEnv(): Promise<Env> {
  const settings = readSettings(await load('./settings.json'))
  const [deployments, people] = await Promise.all([
    load('./deployments.json').then(asDeployments, () => null),
    load('./people.json').then(
      (list) => z.array(Person).parse(list),
      () => [],
    ),
  ])
  return { settings, deployments, people }
}
