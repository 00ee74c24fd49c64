// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is done once when Ponder has made the database of an index, before it reads anything. */
import { sql } from 'ponder'
import { standsStill } from './state.ts'

/** What of Ponder's own is used; only the process that reads the chain has `start` as its command. */
interface Within {
  readonly PONDER_COMMON?: { readonly options: { readonly command: string } }
  readonly PONDER_NAMESPACE_BUILD?: { readonly schema: string }
  readonly PONDER_DATABASE?: {
    readonly adminQB: { readonly raw: { execute(query: unknown): Promise<unknown> } }
  }
}

/** Between two looks at whether the index follows the chain. */
const LOOK_MS = 10_000

/** Tells whoever started the index when it stands still: from within nothing mends that. */
function watch(): void {
  const look = async () => {
    const still = await standsStill()
    if (still) process.send?.({ still })
  }
  setInterval(() => look().catch(console.error), LOOK_MS).unref()
}

/**
 * After an end that was not asked for, Ponder takes back what was not final, and reads it again; but
 * it goes on saying that it has read up to the last block that it ever read. Says the truth instead,
 * tells whoever started the index that its database is made, and from then on when it stands still.
 */
export async function begin(): Promise<void> {
  const { PONDER_COMMON, PONDER_DATABASE, PONDER_NAMESPACE_BUILD } = globalThis as Within
  if (PONDER_COMMON?.options.command !== 'start') return
  const checkpoints = sql.raw(
    `"${PONDER_NAMESPACE_BUILD?.schema ?? 'public'}"."_ponder_checkpoint"`,
  )
  await PONDER_DATABASE?.adminQB.raw.execute(
    sql`UPDATE ${checkpoints} SET latest_checkpoint = safe_checkpoint`,
  )
  process.send?.({ answers: true })
  watch()
}
