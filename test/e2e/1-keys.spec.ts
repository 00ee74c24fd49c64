// SPDX-License-Identifier: AGPL-3.0-or-later
/** Everything without a mouse: somebody signs in, opens a decision and votes, with the keys alone. */
import type { Locator, Page } from '@playwright/test'
import { expect, practiceWallet, settled, test } from './kit/story.ts'

const MOST_STOPS = 60

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement)

/** Tabs on until something has the focus, and sees there that it has. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached()
  for (let stop = 0; !(await isFocused(target)); stop++) {
    expect(stop, `stops on the way to ${target}`).toBeLessThan(MOST_STOPS)
    await page.keyboard.press('Tab')
  }
  await showsFocus(target)
}

/** Focus can be seen: on the control itself, or on the label around it. */
async function showsFocus(target: Locator): Promise<void> {
  const seen = await target.evaluate((element) =>
    [element, element.closest('label')].some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    }),
  )
  expect(seen, `the focus on ${target} can be seen`).toBe(true)
}

test('A member signs in, opens a decision and votes with the keys alone', async ({ look }) => {
  const page = await look()
  const main = page.getByRole('main')
  await page.goto('./')
  await settled(page)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('button', { name: 'Skip to the page' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(main).toBeFocused()

  await page.reload()
  await settled(page)
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Sign in' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByLabel('Find a person'))
  await page.keyboard.type('awa')
  await tabTo(page, dialog.getByRole('button', { name: /Awa Ndiaye/ }))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const corner = page.getByRole('button', { name: 'Your account: Awa Ndiaye' })
  await expect(corner).toBeFocused()

  const pages = page.getByRole('navigation', { name: 'Pages' })
  await tabTo(page, pages.getByRole('link', { name: 'Decisions', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Decisions' })).toBeFocused()
  await settled(page)
  await tabTo(page, main.getByRole('link', { name: /first Monday/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /first Monday/ })).toBeFocused()
  await settled(page)

  const choice = (name: string) => page.getByRole('radio', { name, exact: true })
  await tabTo(page, choice('For'))
  await page.keyboard.press('Space')
  await expect(choice('For')).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(choice('Against')).toBeChecked()
  await showsFocus(choice('Against'))
  await page.keyboard.press('ArrowLeft')
  await expect(choice('For')).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Sign my vote' }))
  await page.keyboard.press('Enter')
  const wallet = practiceWallet(page)
  await expect(wallet).toContainText('Awa Ndiaye, please confirm')
  await tabTo(page, wallet.getByRole('button', { name: 'Confirm' }))
  await page.keyboard.press('Enter')
  await expect(wallet).toBeHidden()
  const send = page.getByRole('button', { name: 'Send the postbox now' })
  const counted = page.getByText('You voted For. It is counted.')
  await expect(send.or(counted)).toBeVisible()
  // On a busy machine the postbox may leave by itself on the way to the button.
  await tabTo(page, send).catch(async (error: unknown) => {
    if (!(await counted.isVisible())) throw error
  })
  await page.keyboard.press('Enter')
  await expect(counted).toBeVisible()
})
