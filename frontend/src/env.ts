import { asDeployments, type Deployments } from '@phyle/sdk/deployments'
import {
  asArray,
  asBoolean,
  asCount,
  asObject,
  asString,
  asText,
  at,
  type Fields,
  ParseError,
} from '@phyle/sdk/parse'
import { type Address, getAddress, type Hex, isAddress } from 'viem'
import { noteSettings } from './chain/offline.ts'
import { askWhatWasTold, type Told } from './early.ts'

/**
 * What this copy of the app was told when it was put up: read once, at run time, so that the same
 * files serve every network and every federation.
 */
interface Written {
  readonly chainId: number
  readonly chainName?: string
  readonly indexerUrl: string
  readonly relayUrl: string
  /** The Universal Resolver of ENS, where the network has it. */
  readonly ens?: Address
  /** True on the chain that `npm start` makes: example people may sign and time may be moved. */
  readonly local: boolean
  /** The cash of the federation; `iso` only where one coin of it is worth one of that currency. */
  readonly currency: {
    readonly symbol: string
    readonly decimals: number
    readonly iso?: string
    readonly places?: number
  }
}

export interface Settings extends Written {
  /** Nodes of the network: the quickest that answers is asked first. */
  readonly rpcUrls: readonly string[]
}

export interface ExamplePerson {
  readonly name: string
  readonly address: Address
  readonly privateKey?: Hex
  readonly roles: readonly string[]
}

const MOST_DECIMALS = 36

/** What is written at a key of an object, if anything is; `read` judges it. */
function ifWritten<Key extends string, T>(
  fields: Fields,
  key: Key,
  read: (value: unknown, place: string) => T,
): { readonly [key in Key]?: T } {
  if (fields[key] === undefined) return {}
  return { [key]: read(fields[key], key) } as { [key in Key]: T }
}

function asAddress(value: unknown, place: string): Address {
  const text = asString(value, place)
  if (!isAddress(text, { strict: false })) throw new ParseError(place, 'must be an address')
  return getAddress(text)
}

/** A reader of a text that has to look in a certain way. */
const asLike =
  <T extends string>(pattern: RegExp, what: string) =>
  (value: unknown, place: string): T => {
    const text = asString(value, place)
    if (!pattern.test(text)) throw new ParseError(place, `must be ${what}`)
    return text as T
  }

const asCode = asLike(/^[A-Z]{3}$/, 'three capital letters')
const asKey = asLike<Hex>(/^0x[0-9a-fA-F]{64}$/, 'a key of 32 bytes')
const asDecimals = (value: unknown, place: string) => asCount(value, place, MOST_DECIMALS)

function asCurrency(value: unknown): Written['currency'] {
  const fields = asObject(value, 'currency')
  return {
    symbol: asText(fields.symbol, 'currency.symbol'),
    decimals: asDecimals(fields.decimals, 'currency.decimals'),
    ...ifWritten(fields, 'iso', asCode),
    ...ifWritten(fields, 'places', asDecimals),
  }
}

function asWritten(fields: Fields): Written {
  return {
    chainId: asCount(fields.chainId, 'chainId'),
    indexerUrl: asString(fields.indexerUrl, 'indexerUrl'),
    relayUrl: asString(fields.relayUrl, 'relayUrl'),
    local: fields.local === undefined ? false : asBoolean(fields.local, 'local'),
    currency: asCurrency(fields.currency),
    ...ifWritten(fields, 'chainName', asString),
    ...ifWritten(fields, 'ens', asAddress),
  }
}

/** `rpcUrls`, or `rpcUrl` for one node. */
function nodesIn({ rpcUrls, rpcUrl }: Fields): readonly string[] {
  const many = rpcUrls === undefined ? [] : asArray(rpcUrls, 'rpcUrls')
  const nodes = [...many, ...(rpcUrl === undefined ? [] : [rpcUrl])].map((node, at) =>
    asText(node, `rpcUrls[${at}]`),
  )
  if (nodes.length === 0) throw new Error('settings.json names no node: rpcUrls is missing')
  return nodes
}

function asPerson(value: unknown, place: string): ExamplePerson {
  const fields = asObject(value, place)
  const roles = fields.roles === undefined ? [] : asArray(fields.roles, at(place, 'roles'))
  return {
    name: asText(fields.name, at(place, 'name')),
    address: asAddress(fields.address, at(place, 'address')),
    roles: roles.map((role) => asString(role, at(place, 'roles'))),
    ...ifWritten(fields, 'privateKey', asKey),
  }
}

/** Relative addresses in the settings are relative to the page. */
const absolute = (url: string) => new URL(url, document.baseURI).href.replace(/\/$/, '')

export function readSettings(written: unknown): Settings {
  const fields = asObject(written, 'settings.json')
  const settings = asWritten(fields)
  return Object.freeze({
    ...settings,
    rpcUrls: [...new Set(nodesIn(fields).map(absolute))],
    indexerUrl: absolute(settings.indexerUrl),
    relayUrl: absolute(settings.relayUrl),
  })
}

export interface Env {
  readonly settings: Settings
  /** Null where nothing was deployed yet. */
  readonly deployments: Deployments | null
  readonly people: readonly ExamplePerson[]
}

async function loaded(name: keyof Told): Promise<Response> {
  const answer = await askWhatWasTold()[name]
  if (!answer.ok) throw new Error(`${name}.json: ${answer.status}`)
  return answer
}

const load = async (name: keyof Told): Promise<unknown> => (await loaded(name)).json()

export async function readEnv(): Promise<Env> {
  const written = await loaded('settings')
  noteSettings(written)
  const settings = readSettings(await written.json())
  const [deployments, people] = await Promise.all([
    load('deployments').then(asDeployments, () => null),
    load('people').then(
      (list) => asArray(list, 'people').map((one, place) => asPerson(one, at('people', place))),
      () => [],
    ),
  ])
  return { settings, deployments, people }
}
