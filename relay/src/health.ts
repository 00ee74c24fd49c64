// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tells how the relay is, part by part, each in a sentence, within a second. */
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import type { HealthPart, PartHealth, RelayHealth } from '@phyle/sdk/relay-api'
import type { Chain } from './chain/chain.ts'
import type { Clock, Now } from './chain/clock.ts'
import type { Queue } from './chapter.ts'
import { within } from './deadline.ts'
import type { Env } from './env.ts'
import type { Purse, PurseState } from './purse.ts'
import { type Database, StoreError } from './store/database.ts'

/** A part that takes longer counts as silent. */
const PATIENCE_MS = 800
const FRESH_MS = 1_000
/** So far may a block be from the future. */
const AHEAD_SECONDS = 60

const ok = (says: string): PartHealth => ({ state: 'ok', says })
const wrong = (says: string): PartHealth => ({ state: 'wrong', says })
const unknown = (says: string): PartHealth => ({ state: 'unknown', says })

/** Without these it cannot do what it is for. */
const NEEDED: readonly HealthPart[] = ['node', 'store', 'purse', 'clock']

export type HealthDesk = ReturnType<typeof openHealth>

export function openHealth(services: {
  readonly chain: Chain
  readonly queues: readonly Queue[]
  readonly database: Pick<Database, 'probe'>
  readonly purse: Pick<Purse, 'state'>
  readonly env: Pick<Env, 'executes' | 'sendsNow' | 'indexUrl'>
  readonly clock: Clock
}) {
  const { chain, queues, database, purse, env, clock } = services
  let latest: { readonly asked: number; readonly health: Promise<RelayHealth> } | undefined
  /** Why the doors are still shut; null once they are open. */
  let waitsFor: string | null = 'The relay is starting.'

  const soon = <T>(work: () => Promise<T>) =>
    within(PATIENCE_MS, work).then(
      (value) => ({ value, failed: null }),
      (failed: unknown) => ({ value: null, failed }),
    )

  const nodePart = (now: Now | null): PartHealth => {
    if (!now) {
      return wrong('The node does not answer. Look whether it runs, or name another one besides.')
    }
    return waitsFor === null ? ok('The node answers.') : wrong(waitsFor)
  }

  const storePart = (failed: unknown): PartHealth => {
    if (failed === null) return ok('What comes in is written down.')
    if (failed instanceof StoreError) return wrong(failed.message)
    return wrong('The database does not answer. Look whether it runs, and whether its disk does.')
  }

  const pursePart = (state: PurseState | null): PartHealth => {
    if (!state) return unknown('It cannot be asked while the node or the database is silent.')
    if (state.shortage === null) return ok('There is coin for what waits.')
    return state.holdsUp === 'votes' ? wrong(state.shortage) : ok(state.shortage)
  }

  const clockPart = (now: Now | null): PartHealth => {
    if (!now) return unknown('It cannot be read while the node is silent.')
    const { silent, head, next } = now
    if (silent !== null) {
      return wrong(
        `There was no block for ${silent} seconds: votes that close soon may not be carried. Compare with another node.`,
      )
    }
    if (chain.chainId === LOCAL_CHAIN) return ok('A local chain makes a block when there is need.')
    const ahead = head.time - Math.floor(clock.wall() / 1_000)
    if (ahead > AHEAD_SECONDS) {
      return wrong(`The clock of this machine is ${ahead} seconds behind the chain. Set it right.`)
    }
    return ok(`Blocks come in, the newest ${next - head.time} seconds ago.`)
  }

  const indexPart = async (): Promise<PartHealth> => {
    if (!env.indexUrl) return unknown('No index is named; the relay works without.')
    const asked = await soon(() => fetch(`${env.indexUrl}/ready`, { redirect: 'error' }))
    if (!asked.value) return wrong('The index does not answer.')
    await asked.value.body?.cancel()
    return asked.value.ok ? ok('The index is up to date.') : wrong('The index is not up to date.')
  }

  const counted = async () => {
    const counts = await Promise.all(queues.map((queue) => queue.counts()))
    const sum = (of: 'waiting' | 'sent') => counts.reduce((total, one) => total + one[of], 0)
    return { waiting: sum('waiting'), sent: sum('sent') }
  }

  const look = async (): Promise<RelayHealth> => {
    const [now, written, coin, counts, index] = await Promise.all([
      soon(() => clock.now()),
      soon(() => database.probe()),
      soon(() => purse.state()),
      soon(counted),
      indexPart(),
    ])
    const parts = {
      node: nodePart(now.value),
      store: storePart(written.failed),
      purse: pursePart(coin.value),
      index,
      clock: clockPart(now.value),
    }
    return {
      ok: NEEDED.every((part) => parts[part].state === 'ok'),
      parts,
      chainId: chain.chainId,
      relay: chain.account.address,
      block: now.value === null ? null : Number(now.value.head.block),
      time: now.value?.head.time ?? null,
      balance: coin.value?.balance.toString() ?? null,
      waiting: counts.value?.waiting ?? null,
      sent: counts.value?.sent ?? null,
      executes: env.executes,
      sendsNow: env.sendsNow,
    }
  }

  return {
    /** Says why the doors are shut, or null that they are open. */
    waitFor(reason: string | null): void {
      waitsFor = reason
    },

    isOpen: (): boolean => waitsFor === null,

    /** As it is now, or was a moment ago: it is asked by anybody, and costs questions to the node. */
    read(): Promise<RelayHealth> {
      const asked = Date.now()
      if (!latest || asked - latest.asked >= FRESH_MS) latest = { asked, health: look() }
      return latest.health
    },
  }
}
