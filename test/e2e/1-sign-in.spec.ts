// SPDX-License-Identifier: AGPL-3.0-or-later
/** Ways to sign in: as somebody of the example, by a wallet that only is there, from a phone. */
import type { Page } from '@playwright/test'
import { personCalled } from './kit/chain.ts'
import { decisionOf } from './kit/overview.ts'
import { be, expect, fits, PHONE, practiceWallet, settled, test } from './kit/story.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Sign in' })

async function openSignIn(page: Page): Promise<void> {
  await page.goto('./')
  await settled(page)
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click()
}

test('The example people stand by co-op, are found, and come first when one was them', async ({
  look,
}) => {
  const page = await look(PHONE)
  await openSignIn(page)
  const dialog = dialogOf(page)
  await expect(dialog.getByText('Ada Moreau')).toBeHidden()
  await dialog.locator('summary', { hasText: 'La Louve' }).click()
  await expect(dialog.getByRole('button', { name: /Ada Moreau/ })).toBeVisible()
  await fits(page)
  await dialog.getByLabel('Find a person').fill('nobody at all')
  await expect(dialog.getByText('Nobody here matches “nobody at all”.')).toBeVisible()
  await dialog.getByLabel('Find a person').fill('ada')
  await dialog.getByRole('button', { name: /Ada Moreau/ }).click()
  const corner = page.getByRole('button', { name: 'Your account: Ada Moreau' })
  await expect(corner).toBeFocused()

  await corner.click()
  await page.getByRole('menuitem', { name: 'Switch person' }).click()
  await expect(dialog.locator('summary').first()).toHaveText(/^Recent/)
  await expect(dialog.getByRole('button', { name: /Ada Moreau/ }).first()).toBeVisible()
})

test('Before an example person signs, they are shown what it is, and may reject it', async ({
  look,
}) => {
  const page = await look(PHONE)
  await page.goto('./')
  await be(page, 'Jan Willems', false)
  const { assembly, id } = await decisionOf('BEES Coop', /^Meet every first Monday/)
  await page.goto(`#/decisions/${assembly}/${id}`)
  await settled(page)
  await page.getByRole('group', { name: 'What do you say?' }).getByText('For').first().click()
  const sign = page.getByRole('button', { name: 'Sign my vote' })
  await sign.click()
  const wallet = practiceWallet(page)
  await expect(wallet).toContainText('Jan Willems, please confirm')
  await expect(wallet).toContainText('BEES Coop')
  await expect(wallet).toContainText('Meet every first Monday in the shop')
  // The ballot is in the language of the co-op.
  await expect(wallet).toContainText('pour')
  await fits(page)
  await wallet.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText('You did not confirm it in your wallet.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'For', exact: true })).toBeChecked()
  await sign.click()
  await expect(wallet).toContainText('Jan Willems, please confirm')
  await page.keyboard.press('Escape')
  await expect(page.getByText('You did not confirm it in your wallet.')).toBeVisible()
})

test('A browser that only has a wallet in it offers that', async ({ look }) => {
  const page = await look(PHONE)
  const { address } = await personCalled('Ada Moreau')
  await page.addInitScript((account) => {
    const answers: Record<string, unknown> = {
      eth_requestAccounts: [account],
      eth_accounts: [account],
      eth_chainId: '0x7a69',
      wallet_requestPermissions: [{ parentCapability: 'eth_accounts' }],
    }
    const ethereum = {
      request: async ({ method }: { method: string }) => answers[method] ?? null,
      on() {},
      removeListener() {},
    }
    Object.defineProperty(window, 'ethereum', { value: ethereum })
  }, address)
  await openSignIn(page)
  await dialogOf(page).getByRole('button', { name: 'The wallet of this browser' }).click()
  await expect(page.getByRole('button', { name: 'Your account: Ada Moreau' })).toBeFocused()
})

test('A phone without a wallet is shown the way into one', async ({ look }) => {
  const page = await look(PHONE)
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', {
      get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) Mobile/15E148',
    })
  })
  await openSignIn(page)
  const dialog = dialogOf(page)
  await expect(dialog).not.toContainText('as an extension')
  await expect(dialog.getByRole('link', { name: 'MetaMask' })).toHaveAttribute(
    'href',
    /^https:\/\/link\.metamask\.io\/dapp\/localhost/,
  )
  await expect(dialog.getByRole('link', { name: 'Base' })).toBeVisible()
  await fits(page)
})
