// SPDX-License-Identifier: AGPL-3.0-or-later
/** Figures for Prometheus: what comes in, how long it takes, what waits, what is left. */
import { HEALTH_PARTS } from '@phyle/sdk/relay-api'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { formatEther } from 'viem'
import type { HealthDesk } from './health.ts'
import type { Purse } from './purse.ts'

/** Seconds; the last is the deadline of a request. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const STATES = { ok: 1, unknown: 0, wrong: -1 } as const

export interface Request {
  readonly method: string
  /** The first part of the path, so that there are few. */
  readonly door: string
  readonly status: number
  readonly seconds: number
}

export function openMetrics(health: HealthDesk, purse: Purse) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requests = new Counter({
    name: 'phyle_relay_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'door', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'phyle_relay_request_seconds',
    help: 'From the door to the answer.',
    labelNames: ['method', 'door'],
    buckets: BUCKETS,
    registers,
  })
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `phyle_relay_${name}`, help, labelNames: [...labelNames], registers })

  const parts = gauge('part', '1 where a part is well, -1 where not, 0 unknown.', ['part'])
  const ballots = gauge('ballots', 'Ballots that are not on the chain yet.', ['state'])
  const balance = gauge('balance', 'Coin that is left.')
  const spent = gauge('spent_today', 'Coin spent since midnight UTC.')
  const block = gauge('block', 'The newest block of the node.')
  const blockTime = gauge('block_time_seconds', 'The time of the newest block.')

  const read = async (): Promise<void> => {
    const now = await health.read()
    for (const part of HEALTH_PARTS) parts.set({ part }, STATES[now.parts[part].state])
    if (now.waiting !== null) ballots.set({ state: 'waiting' }, now.waiting)
    if (now.sent !== null) ballots.set({ state: 'sent' }, now.sent)
    if (now.balance !== null) balance.set(Number(formatEther(BigInt(now.balance))))
    if (now.block !== null) block.set(now.block)
    if (now.time !== null) blockTime.set(now.time)
    const today = await purse.spentToday().catch(() => null)
    if (today !== null) spent.set(Number(formatEther(today)))
  }

  return {
    note({ method, door, status, seconds }: Request): void {
      requests.inc({ method, door, status })
      durations.observe({ method, door }, seconds)
    },

    /** In the text format of Prometheus. */
    async text(): Promise<{ readonly type: string; readonly body: string }> {
      await read()
      return { type: registry.contentType, body: await registry.metrics() }
    },
  }
}
