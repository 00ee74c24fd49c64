// SPDX-License-Identifier: AGPL-3.0-or-later
/** The test that stories are written with: people who come with their own wallet, and pages that are watched. */
import AxeBuilder from '@axe-core/playwright'
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import type { ExamplePerson } from '../../../scripts/seed/people.ts'
import { personCalled } from './chain.ts'
import { WALLET_NAME, Wallet } from './wallet.ts'

export { expect }

export const DESKTOP = { width: 1280, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const
export const SMALL = { width: 320, height: 640 } as const

export interface Visitor {
  readonly page: Page
  readonly wallet: Wallet
}

interface Story {
  /** Somebody of the example, or a newcomer, opens the app with their own wallet, and signs in. */
  readonly arrive: (
    who: string | ExamplePerson,
    screen?: Screen,
    chain?: number,
  ) => Promise<Visitor>
  /** Somebody without a wallet opens the app. */
  readonly look: (screen?: Screen, colours?: 'light' | 'dark') => Promise<Page>
}

type Screen = { readonly width: number; readonly height: number }

/** What a browser says by itself when a request fails that a story makes fail. */
const EXPECTED = /Failed to load resource/

export const test = base.extend<Story>({
  look: async ({ browser, baseURL }, use) => {
    await watching(use, async (keep) => {
      return async (screen = DESKTOP, colours = 'light') => {
        const context = await browser.newContext({
          baseURL,
          viewport: screen,
          colorScheme: colours,
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'UTC',
          acceptDownloads: true,
        })
        return keep(context)
      }
    })
  },
  arrive: async ({ browser, baseURL }, use) => {
    await watching(use, async (keep) => {
      return async (who, screen = DESKTOP, chain) => {
        const person = typeof who === 'string' ? await personCalled(who) : who
        const wallet = new Wallet(person, chain)
        const context = await browser.newContext({
          baseURL,
          viewport: screen,
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'UTC',
          acceptDownloads: true,
        })
        await wallet.announceIn(context)
        const page = await keep(context)
        await page.goto('./')
        await signIn(page, person.name)
        return { page, wallet }
      }
    })
  },
})

/** Opens contexts for a story, closes them after it, and refuses errors that a page logged. */
async function watching<T>(
  use: (open: T) => Promise<void>,
  make: (keep: (context: BrowserContext) => Promise<Page>) => Promise<T>,
): Promise<void> {
  const contexts: BrowserContext[] = []
  const errors: string[] = []
  const keep = async (context: BrowserContext) => {
    contexts.push(context)
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    return page
  }
  await use(await make(keep))
  for (const context of contexts) await context.close()
  expect(errors, 'what the pages logged as errors').toEqual([])
}

/** By the wallet that announced itself in this browser. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await dialog.getByRole('button', { name: WALLET_NAME }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: `Your account: ${name}` })).toBeVisible()
}

/** What stands in for a wallet where somebody is one of the example people. */
export const practiceWallet = (page: Page) =>
  page.getByRole('dialog', { name: /, please confirm$/ })

/** Confirms whatever the practice wallet shows, each time that it comes up. */
async function confirming(page: Page): Promise<void> {
  const confirm = practiceWallet(page).getByRole('button', { name: 'Confirm', exact: true })
  await page.addLocatorHandler(confirm, () => confirm.click(), { noWaitAfter: true })
}

/**
 * Signs in as one of the example people, without a wallet, as a newcomer does. What they are asked
 * to sign they confirm, unless the story does it.
 */
export async function be(page: Page, name: string, confirms = true): Promise<void> {
  if (confirms) await confirming(page)
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  // Typed: what Playwright fills in, React does not hear of in Firefox.
  await dialog.getByLabel('Find a person').pressSequentially(name)
  await dialog.getByRole('button', { name }).first().click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: `Your account: ${name}` })).toBeVisible()
}

/** Goes to a page by its name in the navigation, as it is shown on this screen. */
export async function go(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  if (await menu.isVisible()) await menu.click()
  await page
    .getByRole('banner')
    .getByRole('link', { name, exact: true })
    .filter({ visible: true })
    .click()
}

/** Waits until the page that the address names stands there, and nothing on it is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = document.querySelector<HTMLElement>('main')?.dataset.page
    const asked = location.hash.replace(/^#/, '').replace(/[?#].*/, '') || '/'
    return shown !== undefined && decodeURI(shown) === decodeURI(asked)
  })
  await expect(page.getByText('Loading…')).toHaveCount(0)
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing on the page keeps people out, by what axe can see once nothing moves any more. */
export async function accessible(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const endless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY
      return playState !== 'running' || endless
    }),
  )
  // The app has no frames: what puts their results together in a page of its own is left out.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => ({ id, html, why: any[0]?.message })))
  expect(grave, `what axe finds on ${page.url()}`).toEqual([])
}

/** By day and by night nothing keeps people out, and the page fits a desktop and a phone. */
export async function welcomes(page: Page): Promise<void> {
  const screen = page.viewportSize() ?? DESKTOP
  for (const colours of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: colours })
    await accessible(page)
  }
  await page.emulateMedia({ colorScheme: null })
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    await fits(page)
  }
  await page.setViewportSize(screen)
}

/** The page is no wider than its screen, once what floats on it has found its place. */
export async function fits(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      { message: `pixels that ${page.url()} is wider than its screen` },
    )
    .toBeLessThanOrEqual(0)
}

/** Has what waits at the postbox counted without waiting until it leaves. */
export async function sendPostbox(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Send the postbox now' })
  // On a busy machine it may have left by itself meanwhile.
  const counted = page.getByText(/(It|Your change) is counted\./).first()
  for (let isOver = false; !isOver; ) {
    await expect(button.or(counted).first()).toBeVisible()
    isOver = (await counted.isVisible()) || (await clicked(button))
  }
}

const clicked = (button: Locator): Promise<boolean> =>
  button.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  )

/** Moves time on with the control at the foot of the page. */
export async function moveTime(page: Page, to: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Move time on' })
    .getByRole('button', { name: to, exact: true })
    .click()
  await expect(page.getByText(/It is now /).first()).toBeVisible()
}
