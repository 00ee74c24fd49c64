// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import type { Logger } from 'pino'
import type { Chain } from './chain/chain.ts'
import type { Chapter } from './chapter.ts'
import * as chapters from './chapters.ts'
import { type Env, SettingsError } from './env.ts'
import type { Database } from './store/database.ts'

const OF_CHAPTERS = Object.values<Chapter>(chapters).map(({ ofOneChain }) => ofOneChain)

const TABLES = [
  'transactions',
  'attempts',
  'spending',
  'seen_logs',
  ...OF_CHAPTERS.flatMap((of) => of?.tables ?? []),
]

/** What fills these is in the tables. */
const KINDS = OF_CHAPTERS.flatMap((of) => of?.kinds ?? [])

/**
 * Tells one chain from another with the same number. A local chain that began anew has its own
 * first blocks: what belonged to the old one is dropped, documents and files stay.
 * @throws SettingsError where node, deployments and database are not of one chain
 */
export async function sameChain(
  database: Database,
  { client, chainId }: Pick<Chain, 'client' | 'chainId'>,
  env: Pick<Env, 'deployment'>,
  log: Logger,
): Promise<void> {
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
  await database.run(
    ...TABLES.map((table) => ({ sql: `DELETE FROM ${table}` })),
    ...KINDS.map((kind) => ({
      sql: `UPDATE room SET entries = 0, bytes = 0 WHERE kind = $1`,
      values: [kind],
    })),
    {
      sql: `INSERT INTO meta (name, value) VALUES ('chain', $1)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      values: [mark],
    },
  )
}
