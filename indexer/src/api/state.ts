// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finds out how far the index has read, and whether it still reads the same chain. */

import { db } from 'ponder:api'
import { coop } from 'ponder:schema'
import type { AsOf } from '@phyle/sdk/answer'
import type { IndexStatus } from '@phyle/sdk/index-api'
import { asc, sql } from 'ponder'
import type { Hex } from 'viem'
import { env } from '../env.ts'
import { client } from '../node.ts'
import { isWritten, Progress, Standstill } from './progress.ts'

const FRESH_MS = 1_500

/** An answer that the chain gave for one reader serves the others for so long. */
const HEAD_MS = 500

const progress = new Progress(performance.now())

/** Ponder's own tables; their names are fixed. */
const CHECKPOINT = sql.raw('"_ponder_checkpoint"')
const META = sql.raw('"_ponder_meta"')

/** A checkpoint begins with the time in 10 digits, the chain in 16 and the block in 16. */
export function decodeCheckpoint(checkpoint: string): AsOf {
  return { time: Number(checkpoint.slice(0, 10)), block: Number(checkpoint.slice(26, 42)) }
}

interface Rows {
  readonly rows: readonly Record<string, unknown>[]
}

let asking: Promise<AsOf> | undefined

/** Everybody who asks while the chain is being asked gets the same answer. */
export function asOf(): Promise<AsOf> {
  asking ??= readAsOf().finally(() => {
    asking = undefined
  })
  return asking
}

async function readAsOf(): Promise<AsOf> {
  const { rows } = (await db.execute(
    sql`SELECT latest_checkpoint FROM ${CHECKPOINT} LIMIT 1`,
  )) as unknown as Rows
  const checkpoint = rows[0]?.latest_checkpoint
  return typeof checkpoint === 'string' ? decodeCheckpoint(checkpoint) : { block: 0, time: 0 }
}

/** The part of Ponder's own status that is used here. */
interface Meta {
  readonly is_ready?: number
  /** When the process that writes last lived, in milliseconds of the unix clock. */
  readonly heartbeat_at?: number
}

async function metaNow(): Promise<Meta> {
  const { rows } = (await db.execute(sql`SELECT value FROM ${META} LIMIT 1`)) as unknown as Rows
  const value = rows[0]?.value
  return (typeof value === 'string' ? JSON.parse(value) : (value ?? {})) as Meta
}

let firstSeen: Hex | undefined
let last: { readonly asked: number; readonly same: Promise<boolean> } | undefined

async function deploymentBlock(): Promise<Hex | null> {
  const block = await client.getBlock({ blockNumber: BigInt(env.startBlock) }).catch(() => null)
  return block?.hash ?? null
}

async function stillSame(): Promise<boolean> {
  const hash = await deploymentBlock()
  if (hash !== null) firstSeen ??= hash
  if (hash !== null && hash !== firstSeen) return false
  const [oldest] = await db.select().from(coop).orderBy(asc(coop.block)).limit(1)
  if (!oldest) return true
  try {
    const founding = await client.getTransactionReceipt({ hash: oldest.tx })
    return Number(founding.blockNumber) === oldest.block
  } catch (error) {
    // A chain that does not answer is not another one.
    return !(error instanceof Error && error.name === 'TransactionReceiptNotFoundError')
  }
}

/** False when the chain below began anew: everything known here is of the old one. */
export function isSameChain(): Promise<boolean> {
  const now = Date.now()
  if (last && now - last.asked < FRESH_MS) return last.same
  last = { asked: now, same: stillSame().catch(() => true) }
  return last.same
}

interface Head {
  readonly number: number | null
  readonly deployment: Hex | null
}

let head: { readonly asked: number; readonly told: Promise<Head> } | undefined

async function askHead(): Promise<Head> {
  const [number, deployment] = await Promise.all([
    client.getBlockNumber().catch(() => null),
    deploymentBlock(),
  ])
  return { number: number === null ? null : Number(number), deployment }
}

function headNow(): Promise<Head> {
  const now = performance.now()
  if (head && now - head.asked < HEAD_MS) return head.told
  head = { asked: now, told: askHead() }
  return head.told
}

const standstill = new Standstill(env.standstill * 1_000)

/** Where the index stands still while the chain goes on; null where it follows, or reads the history. */
export async function standsStill(): Promise<{ block: number; head: number } | null> {
  const [{ block }, meta, { number: head }] = await Promise.all([asOf(), metaNow(), headNow()])
  if (meta.is_ready !== 1) return null
  const isStill = standstill.see({ head, block, now: performance.now() })
  return isStill && head !== null ? { block, head } : null
}

export async function statusAt(at: AsOf): Promise<IndexStatus> {
  const [meta, { number, deployment }] = await Promise.all([metaNow(), headNow()])
  const isLate = progress.see({ head: number, block: at.block, now: performance.now() })
  const isStuck = isLate || !isWritten(meta.heartbeat_at ?? 0, Date.now())
  return {
    chainId: env.chainId,
    deploymentBlockHash: deployment,
    ready: meta.is_ready === 1 && progress.hasReached && !isStuck,
    stuck: isStuck,
    chainBlock: number,
    behind: number === null ? null : Math.max(0, number - at.block),
  }
}
