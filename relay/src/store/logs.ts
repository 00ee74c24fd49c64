// SPDX-License-Identifier: AGPL-3.0-or-later
/** The logs that chores are found by, and up to which block they were read: a restart reads on. */
import type { Hex, Log } from 'viem'
import type { Database, Statement } from './database.ts'

interface Row {
  block: number
  log_index: number
  address: string
  topics: string
  data: string
}

export type LogStore = ReturnType<typeof openLogStore>

const put = ({ blockNumber, logIndex, address, topics, data }: Log): Statement => ({
  sql: `INSERT INTO seen_logs (block, log_index, address, topics, data)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (block, log_index) DO UPDATE SET
          address = excluded.address, topics = excluded.topics, data = excluded.data`,
  values: [Number(blockNumber), logIndex, address, topics.join(), data],
})

const logOf = ({ block, log_index, address, topics, data }: Row): Log => ({
  address: address as Hex,
  topics: topics.split(',') as [Hex, ...Hex[]],
  data: data as Hex,
  blockNumber: BigInt(block),
  logIndex: log_index,
  blockHash: null,
  transactionHash: null,
  transactionIndex: null,
  removed: false,
})

const note = (name: string, value: string): Statement => ({
  sql: `INSERT INTO meta (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  values: [name, value],
})

export function openLogStore(database: Database) {
  const noted = async (name: string): Promise<string | undefined> =>
    (await database.rows<{ value: string }>(`SELECT value FROM meta WHERE name = $1`, [name]))[0]
      ?.value

  return {
    /**
     * What is kept, and the last block up to which it was read; null where nothing was.
     * @param of names what is read: logs of anything else are dropped
     */
    async open(
      of: string,
    ): Promise<{ readonly logs: readonly Log[]; readonly upTo: bigint | null }> {
      if ((await noted('logs of')) !== of) {
        const sql = `DELETE FROM meta WHERE name = 'logs up to'`
        await database.run({ sql: `DELETE FROM seen_logs` }, { sql }, note('logs of', of))
        return { logs: [], upTo: null }
      }
      const rows = await database.rows<Row>(`SELECT * FROM seen_logs ORDER BY block, log_index`)
      const upTo = await noted('logs up to')
      return { logs: rows.map(logOf), upTo: upTo === undefined ? null : BigInt(upTo) }
    },

    /** Puts what was found in a stretch in the place of what was there. */
    async replace(logs: readonly Log[], from: bigint, to: bigint): Promise<void> {
      await database.run(
        {
          sql: `DELETE FROM seen_logs WHERE block >= $1`,
          values: [Number(from)],
        },
        ...logs.map(put),
        note('logs up to', `${to}`),
      )
    },

    /** Adds what was found later of blocks that were read before. */
    async add(logs: readonly Log[]): Promise<void> {
      if (logs.length > 0) await database.run(...logs.map(put))
    },
  }
}
