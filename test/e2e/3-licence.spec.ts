// SPDX-License-Identifier: AGPL-3.0-or-later
/** The third job: a firm pays for a permission and can show it; who earns nothing with it gets it free. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { cashOf, house } from './kit/chain.ts'
import { accessible, DESKTOP, expect, fits, go, PHONE, settled, test } from './kit/story.ts'

const WORK = 'AgroCircle: Fruit Nut Vegetable Carer'

test.describe.configure({ mode: 'serial' })

async function ask(page: Page): Promise<void> {
  await go(page, 'May I use this?')
  await page.getByLabel('What do you want to use?').fill('agrocircle')
  await page.getByRole('link', { name: `Ask for ${WORK}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`May I use ${WORK}?`)
  await settled(page)
}

async function choose(page: Page, use: string): Promise<void> {
  await page.getByRole('group', { name: 'Who uses it, and what for?' }).getByText(use).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Yes, /)
}

/** What the firm keeps, for others to check. */
let receipt: Buffer

test('A firm sees the price and its reasons, pays, and keeps a receipt', async ({ arrive }) => {
  const { page, wallet } = await arrive('Atelier Nord GmbH')
  const main = page.getByRole('main')
  await ask(page)
  await choose(page, 'A firm that earns with it')
  await page.getByLabel('Yearly turnover').selectOption('500,000 euros to 5,000,000 euros')
  await expect(main).toContainText('Your contributions: 300 of')
  await expect(main).toContainText('When it would be free')
  await expect(main).toContainText('You earn no money with it.')
  await page.getByLabel(/Your purchase order number/).fill('PO 2026-0412')
  await accessible(page)

  const had = await cashOf(wallet.address)
  const pay = page.getByRole('button', { name: /^Pay .+ and get the permission$/ })
  const said = (await pay.textContent()) ?? ''
  const euros = /Pay ([\d,.]+)/.exec(said)?.[1]
  await pay.click()
  await expect(page.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
  const { licences } = await house()
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: 'Permit',
    message: { spender: expect.stringMatching(new RegExp(licences, 'i')) },
  })
  expect(wallet.sent).toHaveLength(1)
  const paid = had - (await cashOf(wallet.address))
  expect(paid).toBeGreaterThan(0n)
  expect(Math.trunc(Number(paid) / 10_000) / 100).toBe(Number(euros?.replaceAll(',', '')))

  await page.getByRole('link', { name: 'See the permission and its receipt' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Permission to use ${WORK}` }),
  ).toBeVisible()
  await settled(page)
  await accessible(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt (JSON)' }).first().click()
  receipt = await readFile(await (await downloading).path())
  const file = JSON.parse(receipt.toString())
  expect(file).toMatchObject({ licensee: wallet.address, entry: { amount: String(paid) } })
})

for (const [screen, width] of [
  [PHONE, '390 px'],
  [DESKTOP, 'a desktop'],
] as const) {
  test(`Anyone checks a permission without a wallet, on ${width}`, async ({ look }) => {
    const page = await look(screen)
    await page.goto('#/check')
    await settled(page)
    await page.getByLabel('Who').fill('Atelier Nord GmbH')
    const works = page.getByLabel('Which work')
    const option = works.getByRole('option', { name: /AgroCircle/ })
    await works.selectOption(await option.getAttribute('value'))
    await expect(page.getByText(/Yes: Atelier Nord GmbH may use AgroCircle/)).toBeVisible()
    await fits(page)
    await accessible(page)
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: receipt })
    await expect(page.getByText('✓ This receipt holds')).toBeVisible()
    await accessible(page)
  })
}

for (const [name, screen, width] of [
  ['Sacha Lemaire', PHONE, '390 px'],
  ['Friends of the Markets', DESKTOP, 'a desktop'],
] as const) {
  test(`Who earns nothing with it declares so, and pays nothing, on ${width}`, async ({
    arrive,
  }) => {
    const { page, wallet } = await arrive(name, screen)
    await ask(page)
    await choose(page, 'Somebody who earns nothing with it')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yes, free for a year')
    await expect(page.getByRole('main')).toContainText(
      `${name} declares to use ${WORK} without earning money with it`,
    )
    await fits(page)
    await accessible(page)
    const had = await cashOf(wallet.address)
    await page.getByRole('button', { name: 'Declare it and get the permission' }).click()
    await expect(page.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
    expect(await cashOf(wallet.address)).toBe(had)
  })
}
