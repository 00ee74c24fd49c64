// SPDX-License-Identifier: AGPL-3.0-or-later
/** Browsers that keep nothing, speak no language, or lack what newer ones have: a member still votes. */
import { decisionOf } from './kit/overview.ts'
import { be, expect, PHONE, settled, test } from './kit/story.ts'

/** Each of these runs in the page before anything else there. */
const browsers: readonly { name: string; member: string; spoil: () => void }[] = [
  {
    name: 'that names its language "C"',
    member: 'Maxime Dubois',
    spoil: () => {
      Object.defineProperty(navigator, 'languages', { get: () => ['C', 'en-US@posix'] })
      Object.defineProperty(navigator, 'language', { get: () => 'C' })
    },
  },
  {
    name: 'that blocks site data',
    member: 'Karel De Smet',
    spoil: () => {
      const blocked = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, { get: blocked })
      }
      Object.defineProperty(Document.prototype, 'cookie', { get: blocked, set: blocked })
    },
  },
  {
    name: 'that lacks what the language got of late',
    member: 'Thomas Lejeune',
    spoil: () => {
      const late: readonly (readonly [object, readonly string[]])[] = [
        [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast']],
        [String.prototype, ['isWellFormed', 'toWellFormed']],
        [Array, ['fromAsync']],
        [Object, ['groupBy']],
        [Map, ['groupBy']],
        [Promise, ['withResolvers', 'try']],
        [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
        [URL, ['parse', 'canParse']],
        [AbortSignal, ['any', 'timeout']],
        [globalThis, ['Iterator', 'structuredClone', 'requestIdleCallback', 'scheduler']],
        [Document.prototype, ['startViewTransition']],
        [Element.prototype, ['checkVisibility']],
      ]
      for (const [owner, names] of late) {
        for (const name of names) Reflect.deleteProperty(owner, name)
      }
    },
  },
]

for (const { name, member, spoil } of browsers) {
  test(`In a browser ${name} a member reads, signs in and votes`, async ({ look }) => {
    const page = await look()
    await page.addInitScript(spoil)
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await settled(page)
    await be(page, member)
    const { assembly, id } = await decisionOf('BEES Coop', /^Meet every first Monday/)
    await page.goto(`#/decisions/${assembly}/${id}`)
    await settled(page)
    await page
      .getByRole('group', { name: 'What do you say?' })
      .getByText('For', { exact: true })
      .click()
    await page.getByRole('button', { name: 'Sign my vote' }).click()
    await expect(page.getByText('You voted For. It is counted.')).toBeVisible()
    await page.getByRole('button', { name: 'Recount now' }).click()
    await expect(page.getByText('Same as the official count.')).toBeVisible()
  })
}

test('Without scripts the page says what it is and what to do', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('./')
  const main = page.locator('#plain')
  await expect(main).toContainText('members of open co-operatives vote, lend and share')
  await expect(main).toContainText('This page needs JavaScript, and it is switched off here.')
  await expect(page.getByText('The app could not start')).toBeHidden()
  await context.close()
})

test('When the app cannot be loaded, or breaks, the page says what helps, and why', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, viewport: PHONE })
  const page = await context.newPage()
  const main = page.locator('#plain')
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('./')
  await expect(main).toContainText('The app could not start in this browser.')
  await expect(main).toContainText('Bring the browser up to date')
  await page.getByText('Technical details').click()
  await expect(main).toContainText('not loaded')

  await page.unrouteAll()
  await page.getByRole('link', { name: 'Load the page again' }).click()
  await settled(page)
  await expect(page.getByText('The app could not start')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Menu' })).toBeVisible()

  // A browser in which the app itself ends in an error.
  await page.addInitScript(() => {
    Object.defineProperty(Array.prototype, 'flatMap', { value: null })
  })
  await page.reload()
  await expect(main).toContainText('The app could not start in this browser.')
  await context.close()
})
