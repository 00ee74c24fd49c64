// SPDX-License-Identifier: AGPL-3.0-or-later
/** Relays on a chain of the tests, and the ways to ask them. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BallotReceipt, BallotStatus, SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import type { RelayRefusal } from '@phyle/sdk/relay-api'
import { pino } from 'pino'
import type { Hex } from 'viem'
import { readEnv } from '../src/env.ts'
import { type Relay, startRelay } from '../src/relay.ts'
import type { Checkpoint } from '../src/sender.ts'
import type { Ground } from './kit.ts'

export const silent = pino({ level: 'silent' })

export type Settings = Readonly<Record<string, string>>

export function settingsOf(ground: Ground, name: string, changes: Settings = {}): Settings {
  return {
    PHYLE_RPC_URL: ground.url,
    PHYLE_DEPLOYMENTS: ground.deploymentsFile,
    PHYLE_RELAY_DATA: join(ground.folder, `${name}.sqlite`),
    PHYLE_RELAY_BATCH_SECONDS: '0.5',
    PHYLE_RELAY_CHORE_SECONDS: '3600',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...changes,
  }
}

export async function relayOf(
  ground: Ground,
  name: string,
  changes: Settings = {},
  reached?: (point: Checkpoint) => void,
): Promise<Relay> {
  const relay = await startRelay(readEnv(settingsOf(ground, name, changes)), silent, reached)
  await relay.ready
  return relay
}

export interface Reply<T> {
  readonly status: number
  readonly body: T & Partial<RelayRefusal>
}

export async function ask<T>(relay: { url: string }, path: string, init?: RequestInit) {
  const answer = await fetch(relay.url + path, init)
  return { status: answer.status, body: (await answer.json()) as T & Partial<RelayRefusal> }
}

export const post = <T>(relay: { url: string }, path: string, body: unknown): Promise<Reply<T>> =>
  ask<T>(relay, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export const send = (relay: { url: string }, ballot: SignedBallot) =>
  post<BallotReceipt>(relay, '/ballots', ballot)

export async function statusOf(relay: { url: string }, id: Hex): Promise<BallotStatus> {
  return (await ask<BallotStatus>(relay, `/ballots/${id}`)).body
}

/** Asks until it is so; says what it last was if it never is. */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  isSo: (found: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const latest = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (isSo(found)) return found
    if (Date.now() > latest) throw new Error(`${what}: still ${JSON.stringify(found)}`)
    await wait(50)
  }
}

export const untilState = (relay: { url: string }, id: Hex, state: BallotStatus['state']) =>
  until(
    `ballot ${id} becomes ${state}`,
    () => statusOf(relay, id),
    (found) => found.state === state,
  )
