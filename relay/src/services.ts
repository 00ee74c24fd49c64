// SPDX-License-Identifier: AGPL-3.0-or-later
/** Everything a relay is made of, put together once. */
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import type { Logger } from 'pino'
import { openAssemblies } from './assembly/assemblies.ts'
import { openBallots } from './assembly/ballotStore.ts'
import { openCarrier } from './assembly/carrier.ts'
import { openDepartures } from './assembly/departures.ts'
import { openIntake } from './assembly/intake.ts'
import { openReasonStore } from './assembly/reasonStore.ts'
import { openReasons } from './assembly/reasons.ts'
import { openChain } from './chain/chain.ts'
import { openClock } from './chain/clock.ts'
import type { Chapter } from './chapter.ts'
import * as chapters from './chapters.ts'
import { openChores } from './chores/chores.ts'
import { openFoundingStore } from './cooperative/foundingStore.ts'
import { openFoundings } from './cooperative/foundings.ts'
import { type Env, SettingsError } from './env.ts'
import { openFiles } from './files.ts'
import { openHealth } from './health.ts'
import { openProfileStore } from './membership/profileStore.ts'
import { openProfiles } from './membership/profiles.ts'
import { openSponsorshipStore } from './membership/sponsorshipStore.ts'
import { openSponsorships } from './membership/sponsorships.ts'
import { openMetrics } from './metrics.ts'
import { openPurse } from './purse.ts'
import { type Checkpoint, openSender } from './sender.ts'
import type { Database } from './store/database.ts'
import { openDocuments } from './store/documents.ts'
import { openFileStore } from './store/files.ts'
import { openLogStore } from './store/logs.ts'
import { type Kind, openRoom } from './store/room.ts'
import { openSpending } from './store/spending.ts'
import { openTransactions } from './store/transactions.ts'

/** The most entries of each kind, and the part of the whole that they may fill. */
const KINDS: Readonly<Record<Kind, { readonly entries: number; readonly share: number }>> = {
  documents: { entries: 500_000, share: 0.2 },
  files: { entries: 200_000, share: 0.6 },
  profiles: { entries: 1_000_000, share: 0.18 },
  foundings: { entries: 20_000, share: 0.02 },
}

export type Services = ReturnType<typeof openServices>

export function openServices(
  env: Env,
  database: Database,
  log: Logger,
  reached?: (point: Checkpoint) => void,
  wall: () => number = Date.now,
) {
  const roomFor = (kind: Kind) => {
    const { entries, share } = KINDS[kind]
    return openRoom(database, kind, { entries, bytes: Math.floor(env.storeBytes * share) })
  }
  const chain = openChain(env)
  const clock = openClock(chain, wall)
  const assemblies = openAssemblies(chain, env)
  const ballots = openBallots(database)
  const documents = openDocuments(database, roomFor('documents'))
  const transactions = openTransactions(database, chain.account.address)
  const spending = openSpending(database, chain.account.address)
  const purse = openPurse({ chain, spending, env })
  const sender = openSender({
    ...{ chain, transactions, spending, purse, env, log },
    ...(reached ? { reached } : {}),
  })
  const departures = openDepartures({ clock, ballots, env })
  const intake = openIntake({ chain, assemblies, ballots, departures, clock, env })
  const carrier = openCarrier({
    chain,
    assemblies,
    ballots,
    database,
    sender,
    departures,
    clock,
    env,
    log,
  })
  const foundings = openFoundings({
    ...{ chain, assemblies, env },
    store: openFoundingStore(database, roomFor('foundings')),
  })
  const profiles = openProfiles({
    chain,
    assemblies,
    foundings,
    store: openProfileStore(database, roomFor('profiles')),
  })
  const files = openFiles({
    chain,
    assemblies,
    store: openFileStore(database, roomFor('files')),
    env,
  })
  const sponsorships = openSponsorships({
    chain,
    assemblies,
    store: openSponsorshipStore(database),
  })
  const reasons = openReasons({ chain, assemblies, store: openReasonStore(database) })
  const chores = openChores({
    ...{ chain, sender, logs: openLogStore(database), env, log },
    chores: Object.values<Chapter>(chapters).flatMap((one) => one.chores ?? []),
  })
  const health = openHealth({ chain, ballots, database, purse, env, clock })
  const metrics = openMetrics(health, purse)
  return {
    chain,
    assemblies,
    ballots,
    departures,
    documents,
    purse,
    sender,
    intake,
    carrier,
    foundings,
    profiles,
    files,
    sponsorships,
    reasons,
    chores,
    health,
    metrics,
  }
}

/**
 * Tells one chain from another with the same number. A local chain that began anew has its own
 * first blocks: what belonged to the old one is dropped, documents and files stay.
 */
export async function sameChain(
  database: Database,
  services: Pick<Services, 'chain'>,
  env: Pick<Env, 'deployment'>,
  log: Logger,
): Promise<void> {
  const { client, chainId } = services.chain
  const asked = await client.getChainId()
  if (asked !== chainId) {
    throw new SettingsError(
      `PHYLE_RPC_URL leads to chain ${asked}, the contracts are on ${chainId}.`,
    )
  }
  const block = await client.getBlock({ blockNumber: BigInt(env.deployment.block) })
  const mark = `${chainId}/${block.hash}`
  const [kept] = await database.rows<{ value: string }>(
    `SELECT value FROM meta WHERE name = 'chain'`,
  )
  if (kept?.value === mark) return
  if (kept && chainId !== LOCAL_CHAIN) {
    throw new SettingsError(`The database is of ${kept.value}, the contracts are on ${mark}.`)
  }
  if (kept) log.warn('the local chain began anew: dropped what waited for the old one')
  const tables = [
    'ballots',
    'transactions',
    'attempts',
    'spending',
    'foundings',
    'founding_signatures',
    'profiles',
    'sponsorships',
    'reasons',
    'seen_logs',
  ]
  const emptied = `UPDATE room SET entries = 0, bytes = 0 WHERE kind IN ('profiles', 'foundings')`
  await database.run(
    ...tables.map((table) => ({ sql: `DELETE FROM ${table}` })),
    { sql: emptied },
    {
      sql: `INSERT INTO meta (name, value) VALUES ('chain', $1)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      values: [mark],
    },
  )
}
