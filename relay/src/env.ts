// SPDX-License-Identifier: AGPL-3.0-or-later
/** The only reader of the environment. Every setting that is missing has a value for the local chain. */
import { readFileSync } from 'node:fs'
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import { type Hex, parseEther, parseUnits } from 'viem'
import { z } from 'zod'
import { type Deployment, parseDeployment } from './chain/deployment.ts'
import { type Proxies, proxiesOf } from './senders.ts'

/** The last account (39) of the mnemonic that Hardhat publishes: worth nothing anywhere but on the local chain. */
const EXAMPLE_KEY: Hex = '0xb68ac4aa2137dd31fd0732436d8e59e959bb62b4db2e6107b15f594caf0f405f'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const seconds = z.coerce.number().positive()
const GWEI = 1_000_000_000n

/** A positive decimal number with so many places, as a whole number of its smallest unit. */
const decimal = (places: number) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,18})?$/, 'is not a number such as 0.5')
    .transform((text) => parseUnits(text, places))
    .refine((units) => units > 0n, 'is not above 0')
const gwei = decimal(9)
const coin = decimal(18)

const Settings = z.object({
  PHYLE_RPC_URL: z
    .string()
    .default('http://127.0.0.1:8545')
    .transform((text) => text.split(',').map((url) => url.trim()))
    .pipe(z.array(z.url()).min(1)),
  PHYLE_DEPLOYMENTS: z.string().min(1),
  PHYLE_RELAY_KEY: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, 'a private key has 0x and 64 hexadecimal digits')
    .transform((text) => text as Hex)
    .optional(),
  /** Postgres; without it, one SQLite file. */
  DATABASE_URL: z.string().min(1).optional(),
  PHYLE_RELAY_DATA: z.string().min(1).default('.phyle/relay.sqlite'),
  /** A folder whose documents are taken in at the start. */
  PHYLE_RELAY_DOCUMENTS: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  PHYLE_RELAY_BATCH_SECONDS: seconds.optional(),
  /** Whether anybody may have a vote's ballots sent at once, at the relay's cost. */
  PHYLE_RELAY_SEND_NOW: flag.optional(),
  PHYLE_RELAY_CHORE_SECONDS: seconds.optional(),
  PHYLE_RELAY_MAX_FEE_GWEI: gwei.default(500n * GWEI),
  /** So much may be offered for a unit of gas however cheap the chain is. */
  PHYLE_RELAY_FLOOR_FEE_GWEI: gwei.default(GWEI / 100n),
  /** In the chain's own coin, for votes and chores together; chores use half of it at most. */
  PHYLE_RELAY_BUDGET_PER_DAY: coin.optional(),
  /** So many blocks on top a transaction is watched at least, until its block is final. */
  PHYLE_RELAY_CONFIRMATIONS: z.coerce.number().int().min(0).default(64),
  /** Whose ballots are paid for: every co-op of the Registrar, or those of the federation and its root. */
  PHYLE_RELAY_SERVES: z.enum(['everyone', 'federation']).default('everyone'),
  PHYLE_RELAY_EXECUTES: flag.default(false),
  /** Proxies of one's own, addresses or networks: who comes through them is told apart. */
  PHYLE_RELAY_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text, context) => {
      try {
        return proxiesOf(text)
      } catch (error) {
        context.addIssue((error as RangeError).message)
        return z.NEVER
      }
    }),
  /** From the door to the answer; what takes longer is refused. Files get six times as long. */
  PHYLE_RELAY_REQUEST_SECONDS: seconds.default(10),
  PHYLE_RELAY_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().optional(),
  /** What members may attach to proposals in a day, all of them together. */
  PHYLE_RELAY_FILE_MEGABYTES_PER_DAY: z.coerce.number().positive().default(200),
  /** Documents, files, names and foundings, all of them together and for ever. */
  PHYLE_RELAY_STORE_MEGABYTES: z.coerce.number().positive().default(20_000),
  /** Where the index answers: the relay then says in `/health` whether it is up to date. */
  PHYLE_INDEX_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Env {
  readonly rpcUrls: readonly string[]
  readonly deployment: Deployment
  readonly key: Hex
  readonly databaseUrl: string | null
  readonly dataFile: string
  readonly documentsFolder: string | null
  readonly host: string
  readonly port: number
  readonly batchSeconds: number
  readonly sendsNow: boolean
  readonly choreSeconds: number
  /** The most and the least generous that an offer for a unit of gas may be: see `fees.ts`. */
  readonly maxFeePerGas: bigint
  readonly floorFeePerGas: bigint
  /** In the smallest unit of the coin; null where there is no limit. */
  readonly budgetPerDay: bigint | null
  readonly confirmations: number
  /** Ballots are not taken in the last seconds of a vote: they could come too late. */
  readonly closingSeconds: number
  readonly serves: 'everyone' | 'federation'
  readonly executes: boolean
  readonly proxies: Proxies
  readonly requestSeconds: number
  readonly requestsPerMinute: number
  readonly fileBytesPerDay: number
  readonly storeBytes: number
  readonly indexUrl: string | null
  readonly logLevel: string
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

export function readEnv(raw: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new SettingsError(z.prettifyError(parsed.error))
  const settings = parsed.data
  const deployment = parseDeployment(readFileSync(settings.PHYLE_DEPLOYMENTS, 'utf8'))
  const local = deployment.chainId === LOCAL_CHAIN
  const key = settings.PHYLE_RELAY_KEY ?? (local ? EXAMPLE_KEY : undefined)
  if (!key) {
    throw new SettingsError(
      `PHYLE_RELAY_KEY is missing: the relay pays for transactions on chain ${deployment.chainId}.`,
    )
  }
  return {
    rpcUrls: settings.PHYLE_RPC_URL,
    deployment,
    key,
    databaseUrl: settings.DATABASE_URL ?? null,
    dataFile: settings.PHYLE_RELAY_DATA,
    documentsFolder: settings.PHYLE_RELAY_DOCUMENTS ?? null,
    host: settings.HOST,
    port: settings.PORT,
    batchSeconds: settings.PHYLE_RELAY_BATCH_SECONDS ?? (local ? 30 : 3_600),
    sendsNow: settings.PHYLE_RELAY_SEND_NOW ?? local,
    choreSeconds: settings.PHYLE_RELAY_CHORE_SECONDS ?? (local ? 5 : 300),
    maxFeePerGas: settings.PHYLE_RELAY_MAX_FEE_GWEI,
    floorFeePerGas: settings.PHYLE_RELAY_FLOOR_FEE_GWEI,
    budgetPerDay: settings.PHYLE_RELAY_BUDGET_PER_DAY ?? (local ? null : parseEther('1')),
    confirmations: settings.PHYLE_RELAY_CONFIRMATIONS,
    closingSeconds: local ? 4 : 60,
    serves: settings.PHYLE_RELAY_SERVES,
    executes: settings.PHYLE_RELAY_EXECUTES,
    proxies: settings.PHYLE_RELAY_TRUSTED_PROXIES,
    requestSeconds: settings.PHYLE_RELAY_REQUEST_SECONDS,
    requestsPerMinute: settings.PHYLE_RELAY_REQUESTS_PER_MINUTE ?? (local ? 6_000 : 300),
    fileBytesPerDay: settings.PHYLE_RELAY_FILE_MEGABYTES_PER_DAY * 1e6,
    storeBytes: settings.PHYLE_RELAY_STORE_MEGABYTES * 1e6,
    indexUrl: settings.PHYLE_INDEX_URL?.replace(/\/$/, '') ?? null,
    logLevel: settings.LOG_LEVEL,
  }
}
