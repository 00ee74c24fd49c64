// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op that everybody has left: half a year later what is left goes to the body that its charter names. */
import { iMembershipAbi } from '../../sdk/src/generated/abi.ts'
import { cashOf, chainNow, client, everybody, keyOf, passTo } from './kit/chain.ts'
import { caughtUp, coopCalled, told } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Camilla'
const DAY = 86_400

test.describe.configure({ mode: 'serial' })

test('The page of a co-op that everybody has left says where its money goes, and when', async ({
  arrive,
}) => {
  const { coop, membership } = await coopCalled(COOP)
  const { data } = await told('/api/coops/:coop', `/api/coops/${coop}`)
  if (data.body === null) throw new Error('the co-ops of the example name a body')
  const path = `/api/coops/${coop}/members?left=false` as const
  const { data: members } = await told('/api/coops/:coop/members', path)
  const people = await everybody()
  for (const { wallet } of members) {
    const person = people.find(({ address }) => address.toLowerCase() === wallet.toLowerCase())
    if (!person) throw new Error(`Nobody in the example has the wallet ${wallet}`)
    const hash = await keyOf(person).writeContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'resign',
      chain: null,
    })
    await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  }
  await caughtUp()
  const { page } = await arrive('Eoin Walsh', PHONE)
  await page.goto(`#/coops/${coop}`)
  await settled(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('Nobody is a member any more')
  await expect(main).toContainText('What is left goes to:')
  await expect(page.getByRole('button', { name: /^Send .* on$/ })).toHaveCount(0)
  await fits(page)
})

test('Half a year later anybody sends it there', async ({ arrive }) => {
  const { coop } = await coopCalled(COOP)
  const { data } = await told('/api/coops/:coop', `/api/coops/${coop}`)
  const body = data.body ?? coop
  const [held, before] = [await cashOf(coop), await cashOf(body)]
  expect(held).toBeGreaterThan(0n)
  await passTo((await chainNow()) + 181 * DAY)
  await caughtUp()
  const { page } = await arrive('Eoin Walsh', PHONE)
  await page.goto(`#/coops/${coop}`)
  await settled(page)
  await page
    .getByRole('button', { name: /^Send .* on$/ })
    .first()
    .click()
  await expect(page.getByText('Sent on', { exact: true })).toBeVisible()
  expect(await cashOf(coop)).toBe(0n)
  expect(await cashOf(body)).toBe(before + held)
  await fits(page)
})
