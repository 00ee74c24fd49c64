// SPDX-License-Identifier: AGPL-3.0-or-later
/** Two years on, a co-op parts from a member of whom nobody has heard, and keeps one who answers. It is the last story. */
import type { Page } from '@playwright/test'
import { chainNow, passTo } from './kit/chain.ts'
import { caughtUp, coopCalled } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const [ANSWERS, SILENT] = ['Úna Gallagher', 'Seán Farrell']
const DAY = 86_400

test.describe.configure({ mode: 'serial' })

async function openCoop(page: Page): Promise<void> {
  await page.goto(`#/coops/${(await coopCalled(COOP)).coop}`)
  await settled(page)
}

const silentIn = (page: Page) =>
  page.getByRole('main').locator('section', {
    has: page.getByRole('heading', { name: 'Members nobody has heard from' }),
  })

test('Anybody gives notice to members who were not heard from for two years', async ({
  arrive,
}) => {
  await passTo((await chainNow()) + 731 * DAY)
  await caughtUp()
  const { page } = await arrive('Eoin Walsh', PHONE)
  await openCoop(page)
  const card = silentIn(page)
  for (const name of [ANSWERS, SILENT]) {
    await card.getByLabel('Who has gone silent?').selectOption({ label: name })
    await card.getByRole('button', { name: 'Give notice' }).click()
    await expect(page.getByText('Notice is given.')).toBeVisible()
    await caughtUp()
    await expect(card.getByText('can answer until').last()).toBeVisible()
    await page.reload()
    await settled(page)
  }
  await expect(card.getByText('can answer until')).toHaveCount(2)
  await fits(page)
})

test('One of them says that they are there, and stays', async ({ arrive }) => {
  const { page } = await arrive(ANSWERS, PHONE)
  await openCoop(page)
  await page.getByRole('button', { name: 'I am here' }).click()
  await expect(page.getByText('You have answered. The notice is over.')).toBeVisible()
  await caughtUp()
  await page.reload()
  await settled(page)
  await expect(page.getByRole('button', { name: 'I am here' })).toHaveCount(0)
  await expect(silentIn(page).getByText('can answer until')).toHaveCount(1)
})

test('After sixty days the other is struck off, without a vote', async ({ arrive }) => {
  await passTo((await chainNow()) + 61 * DAY)
  await caughtUp()
  const { page, wallet } = await arrive('Eoin Walsh', PHONE)
  await openCoop(page)
  const card = silentIn(page)
  await expect(card).toContainText(SILENT)
  await card.getByRole('button', { name: 'Strike off' }).click()
  await expect(page.getByText('They are struck off.')).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  await caughtUp()
  await openCoop(page)
  const people = page.getByRole('main')
  await expect(people).toContainText(ANSWERS)
  await expect(silentIn(page)).not.toContainText(SILENT)
})
