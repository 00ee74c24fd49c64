// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the README tells a newcomer to do, word for word: as one of the example people, without a
 * wallet, with a desktop and a phone side by side.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { cashOf, euro, personCalled } from './kit/chain.ts'
import {
  be,
  DESKTOP,
  expect,
  fits,
  go,
  moveTime,
  PHONE,
  sendPostbox,
  settled,
  test,
} from './kit/story.ts'

test.describe.configure({ mode: 'serial' })

type Look = (screen: typeof DESKTOP | typeof PHONE) => Promise<Page>

/** The same person at a desktop and with a phone. */
async function devices(look: Look, name: string): Promise<{ desk: Page; phone: Page }> {
  const [desk, phone] = [await look(DESKTOP), await look(PHONE)]
  for (const page of [desk, phone]) {
    await page.goto('./')
    await be(page, name)
  }
  return { desk, phone }
}

const choose = (page: Page, choice: string) =>
  page
    .getByRole('group', { name: /^(What do you say\?|Change your vote)$/ })
    .getByText(choice, { exact: true })
    .click()

test('1. Vote: sign, see it counted, change your mind, recount, and carry it out', async ({
  look,
}) => {
  const { desk, phone } = await devices(look, 'Ada Moreau')
  const both = [desk, phone]
  for (const page of both) {
    await go(page, 'Decisions')
    await page.getByRole('link', { name: /mill room/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /mill room/ })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(
      'If this passes, the co-op pays 18,400 euros from its account to Moulins Dubois, works',
    )
    await settled(page)
    await fits(page)
  }
  await choose(phone, 'Against')
  await phone.getByRole('button', { name: 'Sign my vote' }).click()
  await expect(phone.getByText('It waits at the postbox')).toBeVisible()
  await sendPostbox(phone)
  for (const page of both) {
    await expect(page.getByText('You voted Against. It is counted.')).toBeVisible()
  }
  await choose(desk, 'For')
  await desk.getByRole('button', { name: 'Sign my changed vote' }).click()
  await expect(desk.getByText('You changed it to For')).toBeVisible()
  await sendPostbox(desk)
  for (const page of both) {
    await expect(page.getByText('You voted For. Your change is counted.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Recount it yourself' })).toBeVisible()
    await page.getByRole('button', { name: 'Recount now' }).click()
    await expect(page.getByText('Same as the official count.')).toBeVisible()
    await fits(page)
  }

  const supplier = await personCalled('Moulins Dubois, works')
  expect(await cashOf(supplier.address)).toBe(0n)
  await moveTime(desk, 'To the close of this vote')
  for (const page of both) await expect(page.getByText('It passed.', { exact: true })).toBeVisible()
  await moveTime(phone, 'To the moment it can be carried out')
  await phone.getByRole('button', { name: 'Carry it out' }).click()
  // The phone first: its wallet is confirmed while the story looks there.
  for (const page of [phone, desk]) await expect(page.getByText('Carried out: ')).toBeVisible()
  expect(await cashOf(supplier.address)).toBe(euro(18_400))
})

test('2. Buy a bond: lend, change your mind, and collect', async ({ look }) => {
  const { desk, phone } = await devices(look, 'Ada Moreau')
  const ada = await personCalled('Ada Moreau')
  for (const page of [desk, phone]) {
    await go(page, 'Bonds')
    await page.getByRole('link', { name: 'A CNC router' }).click()
    await settled(page)
    await fits(page)
  }
  await phone.getByLabel('How much', { exact: true }).fill('60')
  await phone.getByRole('button', { name: 'Lend 60 euros' }).click()
  await expect(phone.getByText('You lent 60 euros.')).toBeVisible()
  await desk.getByRole('button', { name: 'Change your mind', exact: true }).click()
  await desk.getByLabel('How much to take back').fill('40')
  await desk.getByRole('button', { name: 'Take 40 euros back' }).click()
  await expect(desk.getByText('40 euros is back in your wallet.')).toBeVisible()

  for (const page of [desk, phone]) {
    await go(page, 'My money')
    await settled(page)
    await expect(page.getByRole('main')).toContainText('the same for every cooperator')
    await expect(page.getByRole('main')).toContainText('You have earned it since')
    await fits(page)
  }
  const had = await cashOf(ada.address)
  const collect = async (page: Page, what: string) => {
    const line = page.getByRole('listitem').filter({ hasText: what })
    const button = line.getByRole('button', { name: /^Collect / })
    await button.click()
    await expect(page.getByText('It is in your wallet.').first()).toBeVisible()
    await expect(button).toHaveCount(0)
  }
  await collect(phone, 'Repaid: A grain mill')
  const between = await cashOf(ada.address)
  expect(between).toBeGreaterThan(had)
  await collect(desk, 'Your equal share')
  expect(await cashOf(ada.address)).toBeGreaterThan(between)
})

test('3. Use a design: see the price, pay, download the receipt, and check it', async ({
  look,
}) => {
  const { desk, phone } = await devices(look, 'Atelier Nord GmbH')
  const both = [desk, phone]
  for (const page of both) {
    await go(page, 'May I use this?')
    await page.getByLabel('What do you want to use?').fill('CoolCrate')
    await page.getByRole('link', { name: /^Ask for CoolCrate/ }).click()
    await page
      .getByRole('group', { name: 'Who uses it, and what for?' })
      .getByText('A firm that earns with it')
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You may, until /)
    await expect(page.getByText(/^More time, until .+, costs .+ today\.$/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'How this price is worked out' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'When it would be free' })).toBeVisible()
    await fits(page)
  }
  for (const page of both) {
    await page.getByRole('button', { name: /^Pay .+ and get the permission$/ }).click()
    await expect(page.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
    await page.getByRole('link', { name: 'See the permission and its receipt' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Permission to use/ })).toBeVisible()
    await settled(page)
    await fits(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the receipt (JSON)' }).first().click()
    const buffer = await readFile(await (await downloading).path())

    // Somebody else, without a wallet.
    const auditor = await look(page === phone ? PHONE : DESKTOP)
    await auditor.goto('#/check')
    await auditor
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer })
    await expect(auditor.getByText('✓ This receipt holds')).toBeVisible()
    await fits(auditor)
  }
})
