// SPDX-License-Identifier: AGPL-3.0-or-later
/** Every page, by day and by night, large and small: readable, keyboard-able, no wider than the screen. */
import type { Page } from '@playwright/test'
import { personCalled } from './kit/chain.ts'
import { coopCalled } from './kit/overview.ts'
import {
  accessible,
  DESKTOP,
  expect,
  fits,
  PHONE,
  SMALL,
  settled,
  test,
  welcomes,
} from './kit/story.ts'

interface Place {
  readonly name: string
  readonly path: string
  /** Where a page is about one of several, the way to the first of them. */
  readonly first?: string | RegExp
}

const PLACES: readonly Place[] = [
  { name: 'What needs me', path: '#/' },
  { name: 'Decisions', path: '#/decisions' },
  { name: 'A decision', path: '#/decisions', first: /mill room/ },
  { name: 'Co-ops', path: '#/coops' },
  { name: 'A co-op', path: '#/coops', first: 'La Louve' },
  { name: 'Start a co-op', path: '#/found' },
  { name: 'Models of co-ops', path: '#/models' },
  { name: 'A model', path: '#/models/scic' },
  { name: 'Bonds', path: '#/bonds' },
  { name: 'An open offer', path: '#/bonds', first: 'A CNC router' },
  { name: 'A bond that is paid back', path: '#/bonds', first: 'A grain mill' },
  { name: 'My money', path: '#/money' },
  { name: 'Commons', path: '#/commons' },
  { name: 'A work', path: '#/commons', first: /CoolCrate/ },
  { name: 'A machine', path: '#/commons', first: 'A grain mill' },
  { name: 'May I use this?', path: '#/may-i-use' },
  { name: 'Check a permission', path: '#/check' },
  { name: 'Federation', path: '#/federation' },
]

/** Pages about somebody or something that only the index can name. */
async function more(): Promise<readonly Place[]> {
  const [{ coop }, firm] = await Promise.all([
    coopCalled('La Louve'),
    personCalled('Atelier Nord GmbH'),
  ])
  return [
    { name: 'A permission', path: `#/permissions/1/${firm.address}` },
    { name: 'Joining', path: `#/coops/${coop}/join` },
    ...['pay', 'admit', 'rule', 'bond', 'social', 'leave', 'text'].map((what) => ({
      name: `Proposing: ${what}`,
      path: `#/propose/${coop}?what=${what}`,
    })),
  ]
}

async function open(page: Page, { path, first }: Place): Promise<void> {
  await page.goto(path)
  await settled(page)
  if (first !== undefined) {
    const link = page.getByRole('main').getByRole('link', { name: first })
    await link.first().click()
    await expect(page).not.toHaveURL(new RegExp(`${path}$`))
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await settled(page)
}

test('Every page is readable by day and by night, and no wider than a desktop or a phone', async ({
  look,
}) => {
  test.slow()
  const page = await look(DESKTOP)
  for (const place of [...PLACES, ...(await more())]) {
    await test.step(place.name, async () => {
      await page.setViewportSize(DESKTOP)
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page, place)
      await accessible(page)
      await fits(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(PHONE)
      await settled(page)
      await accessible(page)
      for (const screen of [PHONE, SMALL]) {
        await page.setViewportSize(screen)
        await fits(page)
      }
    })
  }
})

test('A newcomer signs in as one of the example people, without a wallet', async ({ look }) => {
  const page = await look()
  await page.goto('./')
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await expect(dialog).toContainText('No wallet was found in this browser.')
  await welcomes(page)
  await dialog.getByLabel('Find a person').fill('ada')
  await dialog.getByRole('button', { name: /Ada Moreau/ }).click()
  await expect(page.getByRole('button', { name: 'Your account: Ada Moreau' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Your account: Ada Moreau' })).toBeVisible()
})
