// SPDX-License-Identifier: AGPL-3.0-or-later
/** A member died, their co-op says so, and the heir collects; who lives stops it with one call. */
import type { Page } from '@playwright/test'
import { cashOf, chainNow, passTo, personCalled } from './kit/chain.ts'
import { pass, send } from './kit/decide.ts'
import { caughtUp, coopCalled, decisionOf } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const [LIVES, DIED, HEIR] = ['Oisín Brennan', 'Róisín Keane', 'Aoife Byrne']
const DAY = 86_400
const STOP = 'I live: stop it'

test.describe.configure({ mode: 'serial' })

async function names(page: Page, person: string): Promise<void> {
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/propose/${coop}?what=heir`)
  await settled(page)
  await page.getByLabel('Who died').selectOption({ label: person })
  await page.getByLabel('Who inherits').selectOption({ label: HEIR })
  await page.getByLabel('What proves it').fill(`The probate office on ${person}, no. 4711.`)
  await fits(page)
  await send(page)
  await pass(page, await decisionOf(COOP, `Let the heirs of ${person} take over`))
}

async function forYou(page: Page): Promise<void> {
  await caughtUp()
  await page.goto('#/')
  await settled(page)
}

test('A co-op decides who inherits, and the person who lives is told in red and stops it', async ({
  arrive,
}) => {
  const { page } = await arrive('Deirdre Nolan', PHONE)
  await names(page, LIVES)
  const { page: theirs, wallet } = await arrive(LIVES, PHONE)
  await forYou(theirs)
  const main = theirs.getByRole('main')
  await expect(main).toContainText('An heir of yours is named')
  await expect(main).toContainText(HEIR)
  await fits(theirs)
  await theirs.getByRole('button', { name: STOP }).click()
  await expect(theirs.getByText('It is stopped.')).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  await forYou(theirs)
  await expect(theirs.getByRole('button', { name: STOP })).toHaveCount(0)
})

test('Thirty days on, the heir of who died collects what they had earned', async ({ arrive }) => {
  const { page } = await arrive('Deirdre Nolan', PHONE)
  await names(page, DIED)
  const { address } = await personCalled(HEIR)
  const { page: heirs } = await arrive(HEIR, PHONE)
  await forYou(heirs)
  const main = heirs.getByRole('main')
  await expect(main).toContainText('You inherit')
  await expect(main).toContainText('unless they answer until then')
  await expect(heirs.getByRole('button', { name: 'Have it passed on' })).toHaveCount(0)

  await passTo((await chainNow()) + 30 * DAY)
  await forYou(heirs)
  const passOn = heirs.getByRole('button', { name: 'Have it passed on' })
  // The relay may have come first.
  if (await passOn.isVisible()) await passOn.click()
  await expect(main).toContainText('You hold bonds, collect what they pay', { timeout: 60_000 })
  const before = await cashOf(address)
  const theirs = main.locator('section', {
    has: heirs.getByRole('heading', { name: 'You inherit' }),
  })
  await theirs.getByRole('button', { name: /^Collect/ }).click()
  await expect(heirs.getByText('It is yours now.')).toBeVisible()
  expect(await cashOf(address)).toBeGreaterThan(before)
  await fits(heirs)
})
