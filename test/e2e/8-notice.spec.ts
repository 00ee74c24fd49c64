// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op opens a chapter that was not there when it was founded, and uses it by an everyday vote. */
import type { Page } from '@playwright/test'
import { board, pass, send } from './kit/decide.ts'
import { coopCalled, decisionOf } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const TITLE = 'The shop moves in May'

test.describe.configure({ mode: 'serial' })

const toPropose = async (page: Page, what: string) => {
  await page.goto(`#/propose/${(await coopCalled(COOP)).coop}?what=${what}`)
  await settled(page)
}

test('Notices of a co-op stand on its page, the newest first', async ({ look }) => {
  const page = await look(PHONE)
  await page.goto(`#/coops/${(await coopCalled('La cagette')).coop}`)
  await settled(page)
  const notices = page.locator('#notices')
  await expect(notices.getByRole('heading', { level: 3 })).toHaveText([
    'Closed on the last Saturday of the month',
    'We look for growers of sunflower and rape',
  ])
  await expect(notices).toContainText('The oil press comes in autumn.')
  await fits(page)
})

test('Who would post a notice is told that the chapter is to be opened first', async ({
  arrive,
}) => {
  const { page } = await arrive('Aoife Byrne', PHONE)
  await toPropose(page, 'notice')
  await expect(page.getByText('has not opened the chapter for notices yet')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(await board())
  await fits(page)
  await page.getByRole('link', { name: 'Open the chapter' }).click()
  await expect(page.getByLabel('Address of the chapter')).toBeVisible()
})

test('The co-op opens the chapter by a founding decision', async ({ arrive }) => {
  const { page } = await arrive('Aoife Byrne')
  await toPropose(page, 'chapter')
  await page.getByLabel('Address of the chapter').fill(await board())
  await expect(page.getByText('It calls itself “notice”.')).toBeVisible()
  await expect(page.getByText('This site knows the contract')).toBeVisible()
  await send(page)
  await pass(page, await decisionOf(COOP, /^Open the chapter notice$/))
  await page.goto(`#/coops/${(await coopCalled(COOP)).coop}`)
  await expect(page.getByText('The co-op has posted no notice yet.')).toBeVisible()
})

test('It posts a notice by an everyday vote, which stands on its page', async ({ arrive }) => {
  const { page } = await arrive('Aoife Byrne', PHONE)
  await toPropose(page, 'notice')
  await page.getByLabel('Title of the notice').fill(TITLE)
  await page.getByLabel('What it says').fill('From the first of May we are at the quay.')
  const main = page.getByRole('main')
  await expect(main).toContainText(`the co-op posts the notice ${TITLE} on its page`)
  await expect(main).toContainText('everyday')
  await fits(page)
  await send(page)
  await pass(page, await decisionOf(COOP, /^Post the notice: The shop moves in May$/))

  await page.goto(`#/coops/${(await coopCalled(COOP)).coop}`)
  await settled(page)
  const notices = page.locator('#notices')
  await expect(notices.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(notices).toContainText('From the first of May we are at the quay.')
  await fits(page)
})
