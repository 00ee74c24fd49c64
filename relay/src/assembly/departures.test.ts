// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Address, numberToHex } from 'viem'
import type { Clock } from '../chain/clock.ts'
import { openSqlite } from '../store/sqlite.ts'
import { type Ballot, openBallots } from './ballotStore.ts'
import { openDepartures } from './departures.ts'

const addressOf = (number: number): Address => numberToHex(number, { size: 20 })
const waiting = (id: number, queued: number, change: string | null): Ballot => ({
  ...{ id: numberToHex(id, { size: 32 }), assembly: addressOf(1), proposal: '1' },
  ...{ member: addressOf(id), memberId: id, choice: 'for', change, state: 'waiting' },
  ...{ because: null, received: 1, tx: null, signature: '0x11', reason: null, account: false },
  ...{ queued, ends: 2_000_000_000, takenBack: false },
})

it('ASM-12 says of changes when they leave, which is not when ballots do', async () => {
  const database = openSqlite(':memory:')
  const ballots = openBallots(database)
  await ballots.put(waiting(1, 1_000, null), undefined)
  await ballots.put(waiting(2, 601_000, '1'), undefined)
  const now = { head: { time: 999 }, next: 1_000, silent: null }
  const clock = { now: async () => now, wall: () => 601_000 } as unknown as Clock
  const env = { batchSeconds: 3_600, closingSeconds: 60, sendsNow: false }
  const departures = openDepartures({ clock, ballots, env })
  assert.equal(await departures.of(addressOf(1), '1', 'ballots'), 4_000)
  assert.equal(await departures.of(addressOf(1), '1', 'changes'), 4_600)
  await database.close()
})
