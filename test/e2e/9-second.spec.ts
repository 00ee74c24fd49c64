// SPDX-License-Identifier: AGPL-3.0-or-later
/** What was lost only because nobody came is voted on once more, and then those who vote decide. */

import { CHOICES } from '../../sdk/src/chapters/assembly/enums.ts'
import { iAssemblyAbi } from '../../sdk/src/generated/abi.ts'
import { chainNow, client, keyOf, passTo, personCalled } from './kit/chain.ts'
import { send } from './kit/decide.ts'
import { caughtUp, coopCalled, decisionOf } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const TITLE = 'Paint the door green'
const WEEK = 7 * 86_400

test.describe.configure({ mode: 'serial' })

test('A proposal on which nobody votes is lost, and any member calls a second vote after a week', async ({
  arrive,
}) => {
  const { page } = await arrive('Deirdre Nolan', PHONE)
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/propose/${coop}?what=text`)
  await settled(page)
  await page.getByLabel('Title').fill(TITLE)
  await page.getByRole('textbox', { name: 'Text' }).fill('A dark green, as it was.')
  await send(page)
  const first = await decisionOf(COOP, TITLE)
  await passTo(first.votingEnds + 1)
  await caughtUp()
  await page.goto(`#/decisions/${first.assembly}/${first.id}`)
  await settled(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('Too few voted for it to count. It was not voted down')
  await expect(main).toContainText('It can be called from')
  await fits(page)

  await passTo(first.votingEnds + WEEK + 1)
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: 'Call a second vote' }).click()
  await expect(main).toContainText('This is the second vote on the same')
  await caughtUp()
  const second = await decisionOf(COOP, TITLE)
  expect(second.id).not.toBe(first.id)
  expect(second.state).toBe('pending')
})

test('Those who vote the second time decide, from the least number on', async ({ arrive }) => {
  const { page } = await arrive('Deirdre Nolan', PHONE)
  const { assembly, id, votingStarts, votingEnds } = await decisionOf(COOP, TITLE)
  if ((await chainNow()) <= votingStarts) await passTo(votingStarts + 1)
  for (const name of ['Aoife Byrne', 'Deirdre Nolan', 'Grainne Doyle']) {
    const hash = await keyOf(await personCalled(name)).writeContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'castVote',
      args: [BigInt(id), CHOICES.indexOf('for')],
      chain: null,
    })
    await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  }
  await passTo(votingEnds + 1)
  await caughtUp()
  expect((await decisionOf(COOP, TITLE)).state).toBe('succeeded')
  await page.goto(`#/decisions/${assembly}/${id}`)
  await settled(page)
  await expect(page.getByRole('main')).toContainText('It passed.')
  await fits(page)
})
