// SPDX-License-Identifier: AGPL-3.0-or-later
/** What becomes of money that is on its way: it is said as it is, and nothing is paid twice. */
import type { Hex } from 'viem'
import { cashOf, euro, record, whileBusy } from './kit/chain.ts'
import {
  accessible,
  DESKTOP,
  expect,
  fits,
  go,
  PHONE,
  settled,
  test,
  type Visitor,
} from './kit/story.ts'

const NAME = 'Jan Willems'
const NOTHING_SENT = /Nothing was sent/

test.describe.configure({ mode: 'serial' })

/** They have opened the offer; `had` is what they could lend then. */
async function atTheOffer(jan: Visitor) {
  const { page, wallet } = jan
  const had = await cashOf(wallet.address)
  await go(page, 'Bonds')
  await page.getByRole('link', { name: 'A CNC router' }).click()
  await settled(page)
  return { jan, page, wallet, had }
}

async function lend({ page }: Visitor): Promise<void> {
  await page.getByLabel('How much', { exact: true }).fill('20')
  await page.getByRole('button', { name: 'Lend 20 euros' }).click()
}

/** It is sent, and while the chain is busy it waits. */
async function lendAndSend(visitor: Visitor): Promise<void> {
  await lend(visitor)
  await expect(visitor.page.getByText('Sent. Waiting for the network to record it…')).toBeVisible()
}

const lastOf = ({ wallet }: Visitor): Hex => wallet.sent.at(-1) as Hex

/** The page has heard from the network of what was sent last, and so knows its number. */
async function seen(visitor: Visitor): Promise<void> {
  const hash = lastOf(visitor)
  await visitor.page.waitForResponse(
    async (answer) =>
      answer.url().endsWith('/rpc') && (await answer.text()).includes(`"hash":"${hash}"`),
  )
}

const list = ({ page }: Visitor) => page.getByRole('region', { name: 'Under way' })

test('A node that answers 429 after the money was sent makes nobody pay twice', async ({
  arrive,
}) => {
  const { jan, page, wallet, had } = await atTheOffer(await arrive(NAME, DESKTOP))
  await whileBusy(async () => {
    await lendAndSend(jan)
    await page.route('**/rpc', (route) => route.fulfill({ status: 429, body: 'Too many' }))
    await expect(page.getByText('It is sent, but the network does not answer now.')).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByText(lastOf(jan))).toBeVisible()
    await expect(page.getByText(NOTHING_SENT)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Lend 20 euros' })).toBeDisabled()
    await record()
  })
  await page.unroute('**/rpc')
  await expect(page.getByText('You lent 20 euros.')).toBeVisible({ timeout: 60_000 })
  expect(wallet.sent).toHaveLength(1)
  expect(await cashOf(wallet.address)).toBe(had - euro(20))
})

test('A payment whose answer was lost on the way back is found', async ({ arrive }) => {
  const { jan, page, wallet, had } = await atTheOffer(await arrive(NAME, PHONE))
  wallet.meetNext('answer lost')
  await lend(jan)
  await expect(page.getByText('You lent 20 euros.')).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  expect(await cashOf(wallet.address)).toBe(had - euro(20))
})

test('A payment stands under way after a reload, and the same is not sent again', async ({
  arrive,
}) => {
  const { jan, page, wallet, had } = await atTheOffer(await arrive(NAME, PHONE))
  await whileBusy(async () => {
    await lendAndSend(jan)
    await page.reload()
    await settled(page)
    await expect(list(jan)).toContainText('Lending')
    await expect(list(jan)).toContainText('It is sent. The network has not recorded it yet.')
    await fits(page)
    await accessible(page)
    await lend(jan)
    await expect(page.getByText('You have sent exactly this already')).toBeVisible()
    await go(page, 'Decisions')
    await expect(list(jan)).toContainText('Lending')
    await record()
  })
  await expect(list(jan)).toContainText('It is done, and recorded.')
  await list(jan).getByRole('button', { name: 'Take off the list' }).click()
  await expect(list(jan)).toHaveCount(0)
  expect(wallet.sent).toHaveLength(1)
  expect(await cashOf(wallet.address)).toBe(had - euro(20))
})

test('A payment that was cancelled in the wallet is not called done', async ({ arrive }) => {
  const { jan, page, wallet, had } = await atTheOffer(await arrive(NAME, DESKTOP))
  await whileBusy(async () => {
    await lendAndSend(jan)
    await seen(jan)
    await wallet.cancel(lastOf(jan))
    await record()
  })
  await expect(page.getByText('Another transaction took its place')).toBeVisible()
  await expect(page.getByText('You lent 20 euros.')).toHaveCount(0)
  expect(await cashOf(wallet.address)).toBe(had)
})

test('Only what the network has no trace of can be sent again, and it is paid once', async ({
  arrive,
}) => {
  const { jan, page, wallet, had } = await atTheOffer(await arrive(NAME, PHONE))
  wallet.meetNext('lost before')
  await lend(jan)
  await expect(page.getByText('It may have been sent. Asking the network')).toBeVisible()
  await expect(page.getByText('The network has no trace of it.')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'It was not sent: let me try again' }).click()
  await lend(jan)
  await expect(page.getByText('You lent 20 euros.')).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  expect(await cashOf(wallet.address)).toBe(had - euro(20))
})
