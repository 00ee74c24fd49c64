// SPDX-License-Identifier: AGPL-3.0-or-later
/** The app in another language than English, and in one that is longer than any. */
import type { Page } from '@playwright/test'
import { decisionOf } from './kit/overview.ts'
import { accessible, expect, fits, PHONE, settled, test } from './kit/story.ts'

const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

test('A member reads in French, and the ballot stays in the language of the co-op', async ({
  arrive,
}) => {
  const { page, wallet } = await arrive('Salomé Girard')
  await page.goto('./#/decisions')
  await settled(page)
  await page.getByLabel('Language').selectOption('Français')
  await expect(page.getByRole('heading', { level: 1, name: 'Décisions' })).toBeVisible()
  expect(await languageOf(page)).toBe('fr')
  await expect(page).toHaveTitle(/^Décisions/)
  await accessible(page)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Décisions' })).toBeVisible()
  await expect(page.getByLabel('Langue')).toHaveValue('fr')

  const { assembly, id } = await decisionOf('SuperQuinquin', /^Admit Sacha Lemaire/)
  await page.goto(`./#/decisions/${assembly}/${id}`)
  const main = page.getByRole('main')
  await expect(main).toContainText('Si la décision est adoptée')
  await main
    .getByRole('group', { name: /^Quel est votre avis/ })
    .getByText('Pour', { exact: true })
    .click()
  // The same page in Spanish says what the French ballot means, and the choice is still there.
  await page.getByLabel('Langue').selectOption('Español')
  await expect(main).toContainText('significa «a favor»')
  await main.getByRole('button', { name: 'Firmar mi voto' }).click()
  await expect(main).toContainText('Ha votado «A favor»')
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: 'Ballot',
    message: {
      cooperative: 'SuperQuinquin',
      resolution: expect.stringMatching(/^#\d+ courante: Admit Sacha Lemaire as User$/),
      choice: 'pour',
    },
  })
})

test('What somebody is writing is still there in another language', async ({ look }) => {
  const page = await look()
  await page.goto('./#/may-i-use')
  await settled(page)
  await page.getByLabel('What do you want to use?').fill('mou')
  await page.getByLabel('Language').selectOption('Italiano')
  await expect(page.getByLabel('Che cosa vuoi usare?')).toHaveValue('mou')
  await page.getByLabel('Lingua').selectOption('Español')
  await expect(page.getByLabel('¿Qué quiere usar?')).toHaveValue('mou')
})

test('The browser says which language is spoken first', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'es-AR' })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cooperativas que deciden/)
  expect(await languageOf(page)).toBe('es')
  await context.close()
})

const PAGES = [
  '/',
  '/decisions',
  '/coops',
  '/bonds',
  '/money',
  '/commons',
  '/may-i-use',
  '/federation',
  '/check',
  '/found',
  '/models',
  '/models/quebec-solidarity',
  '/help',
  '/your-name',
] as const

/** Words that end where their box ends, although they go on: of buttons, links, tags and headings. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, h1, h2, h3, label, legend, th, dt')]
      .filter((one): one is HTMLElement => one instanceof HTMLElement)
      .filter((one) => {
        const { overflowX, textOverflow } = getComputedStyle(one)
        const isHidden = one.closest('.sr-only') !== null || one.offsetParent === null
        const cuts = overflowX !== 'visible' || textOverflow === 'ellipsis'
        return !isHidden && cuts && one.scrollWidth > one.clientWidth + 1
      })
      .map((one) => one.textContent),
  )

test('Words that are four tenths longer fit a phone', async ({ look }) => {
  const page = await look(PHONE)
  await page.addInitScript(() => localStorage.setItem('phyle.language', 'xx'))
  for (const path of PAGES) {
    await page.goto(`./#${path}`)
    // The English that is longer has no "Loading…" to wait for.
    await page.waitForFunction(
      (asked) => document.querySelector<HTMLElement>('main')?.dataset.page === asked,
      path,
    )
    // The page of the one federation is headed by its name.
    const level = path === '/federation' ? 2 : 1
    await expect(page.getByRole('heading', { level }).first()).toContainText(/[áéïöüñç]/)
    await fits(page)
    expect(await cutOff(page), path).toEqual([])
  }
})
