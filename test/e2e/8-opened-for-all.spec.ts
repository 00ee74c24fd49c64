// SPDX-License-Identifier: AGPL-3.0-or-later
/** A federation that stands receives a chapter that it was not founded with, and its co-ops use it. */
import type { Page } from '@playwright/test'
import { house } from './kit/chain.ts'
import { board, pass, passInFederation, send } from './kit/decide.ts'
import { coopCalled, decisionOf, told } from './kit/overview.ts'
import { expect, fits, go, PHONE, settled, test } from './kit/story.ts'

/** It accepts the chapters of its federation, and opened none by itself. */
const COOP = 'SuperQuinquin'
const MEMBER = 'Léa Fontaine'
/** As its co-op writes it, in French. */
const ASKS = /ouvrir à toutes le chapitre notice$/
const OPENS = /^Open the chapter notice for all co-ops$/
const TITLE = 'The bakery opens at seven'

test.describe.configure({ mode: 'serial' })

const toPropose = async (page: Page, what: string) => {
  await page.goto(`#/propose/${(await coopCalled(COOP)).coop}?what=${what}`)
  await settled(page)
}

/** What the co-ops of the federation decide together. */
async function decisionInFederation(title: RegExp) {
  const { root } = await house()
  const { data } = await told('/api/proposals', `/api/proposals?coop=${root}`)
  const found = data.find((one) => title.test(one.title))
  if (!found) throw new Error(`the federation has no decision ${title}`)
  return found
}

test('A co-op puts before its federation that a chapter is opened for all', async ({ arrive }) => {
  const { page } = await arrive(MEMBER, PHONE)
  await toPropose(page, 'notice')
  await expect(page.getByText('has not opened the chapter for notices yet')).toBeVisible()

  await toPropose(page, 'chapter')
  await page.getByText('Open a chapter for all co-ops', { exact: true }).click()
  await page.getByLabel('Address of the chapter').fill(await board())
  await expect(page.getByText('It calls itself “notice”.')).toBeVisible()
  await expect(page.getByText('There each co-op has one vote.')).toBeVisible()
  await expect(page.getByText('This site knows the contract')).toBeVisible()
  await fits(page)
  await send(page)
  await pass(page, await decisionOf(COOP, ASKS))
})

test('The co-ops decide it, and it stands on the page of the federation', async ({ arrive }) => {
  const { page } = await arrive(MEMBER)
  await go(page, 'Federation')
  await settled(page)
  await page.getByRole('link', { name: OPENS }).click()
  await expect(page.getByRole('heading', { level: 1, name: OPENS })).toBeVisible()
  await expect(page.getByText('This site knows the contract')).toBeVisible()
  await passInFederation(page, await decisionInFederation(OPENS))

  await go(page, 'Federation')
  await settled(page)
  const decided = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: OPENS }) })
  await expect(decided).toContainText('Carried out')
})

test('A co-op that accepts the chapters of its federation uses it by an everyday vote', async ({
  arrive,
}) => {
  const { page } = await arrive(MEMBER, PHONE)
  await toPropose(page, 'notice')
  await page.getByLabel('Title of the notice').fill(TITLE)
  await page.getByLabel('What it says').fill('Bread is on the shelves a quarter past.')
  await expect(page.getByRole('main')).toContainText('everyday')
  await send(page)
  await pass(page, await decisionOf(COOP, new RegExp(TITLE)))

  await page.goto(`#/coops/${(await coopCalled(COOP)).coop}`)
  await settled(page)
  const notices = page.locator('#notices')
  await expect(notices.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(notices).toContainText('Bread is on the shelves a quarter past.')
})
