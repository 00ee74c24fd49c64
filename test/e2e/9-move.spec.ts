// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op moves to newer contracts, and the chapter that it opened itself is open there as well. */

import { CHAPTER_STATES } from '../../sdk/src/chapters/statutes/enums.ts'
import { iStatutesAbi } from '../../sdk/src/generated/abi.ts'
import { client } from './kit/chain.ts'
import { board, pass, send } from './kit/decide.ts'
import { coopCalled, decisionOf } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

/** It opened the chapter for notices by a founding rule, and writes in French. */
const COOP = 'La cagette'

test('A co-op moves, and what it decided since its founding is decided anew with it', async ({
  arrive,
}) => {
  const { page } = await arrive('Violette Noël', PHONE)
  const before = await coopCalled(COOP)
  await page.goto(`#/propose/${before.coop}?what=move`)
  await settled(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('1 chapter of its own')
  await page.getByRole('button', { name: 'Build the newer contracts' }).click()
  await expect(main).toContainText('Every member stays who they are')
  await expect(main).toContainText('the co-op opens the chapter')
  await fits(page)
  await send(page)
  await pass(page, await decisionOf(COOP, /Passer à de nouveaux contrats/))

  const after = await coopCalled(COOP)
  expect(after.statutes).not.toBe(before.statutes)
  expect(after.members).toBe(before.members)
  const state = await client.readContract({
    address: after.statutes,
    abi: iStatutesAbi,
    functionName: 'chapterStateOf',
    args: [(await board()) as `0x${string}`],
  })
  expect(CHAPTER_STATES[state]).toBe('open')
  await page.goto(`#/coops/${before.coop}`)
  await settled(page)
  await expect(main).toContainText('Closed on the last Saturday of the month')
  await expect(main).not.toContainText('contracts that this site does not know')
})
