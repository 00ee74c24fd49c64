// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inTime, Late, mustBeInTime, within } from './deadline.ts'

const never = () => new Promise<never>(() => undefined)

it('ends what takes too long, and everything inside that waits', async () => {
  const ended: string[] = []
  const work = async () => {
    await inTime(never()).catch((error: unknown) => {
      ended.push((error as Error).name)
      assert.throws(mustBeInTime, Late)
    })
    await never()
  }
  await assert.rejects(within(5, work), Late)
  await new Promise(setImmediate)
  assert.deepEqual(ended, ['Late'])
})

it('leaves alone what is in time, and what no request waits for', async () => {
  assert.equal(await within(1_000, async () => inTime(Promise.resolve(7))), 7)
  assert.equal(await inTime(Promise.resolve(8)), 8)
  mustBeInTime()
})
