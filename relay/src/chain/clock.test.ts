// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openClock } from './clock.ts'

const START = 1_800_000_000

function clockOf(chainId: number) {
  const at = { time: START, wall: START * 1_000 }
  const head = async () => ({ block: 1n, time: at.time })
  const clock = openClock({ chainId, head }, () => at.wall)
  return { at, clock }
}

it('knows that the next block is not before now, on a chain that lives', async () => {
  const { at, clock } = clockOf(100)
  assert.deepEqual(await clock.now(), {
    head: { block: 1n, time: START },
    next: START,
    silent: null,
  })
  at.wall += 60_000
  assert.equal((await clock.now()).next, START + 60)
  at.wall += 600_000
  assert.equal((await clock.now()).silent, 660)
  at.time = START + 660
  const { next, silent } = await clock.now()
  assert.deepEqual([next, silent], [START + 660, null])
})

it('runs on from the last block where they are made on demand', async () => {
  const { at, clock } = clockOf(31_337)
  at.time = START + 7 * 86_400
  assert.equal((await clock.now()).next, at.time)
  at.wall += 3_600_000
  assert.deepEqual(await clock.now(), {
    head: { block: 1n, time: at.time },
    next: at.time + 3_600,
    silent: null,
  })
})
