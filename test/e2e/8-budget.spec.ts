// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op names a budget, adopts its lines, and pays from one by an everyday vote. */
import type { Page } from '@playwright/test'
import { chainNow, passTo } from './kit/chain.ts'
import { caughtUp, coopCalled, decisionOf, othersVote } from './kit/overview.ts'
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'

test.describe.configure({ mode: 'serial' })

const toPropose = async (page: Page, what: string) => {
  await page.goto(`#/propose/${(await coopCalled(COOP)).coop}?what=${what}`)
  await settled(page)
}

const toCoop = async (page: Page, name: string) => {
  await page.goto(`#/coops/${(await coopCalled(name)).coop}`)
  await settled(page)
}

const send = async (page: Page) => {
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'Go to the decision' }).click()
  await caughtUp()
}

/** Everybody votes for it, and somebody presses the button. */
async function pass(page: Page, title: RegExp): Promise<void> {
  const decision = await decisionOf(COOP, title)
  if ((await chainNow()) <= decision.votingStarts) await passTo(decision.votingStarts + 1)
  await othersVote(decision, 'for')
  await passTo(decision.executableFrom + 1)
  await caughtUp()
  await page.goto(`#/decisions/${decision.assembly}/${decision.id}`)
  await page.getByRole('button', { name: 'Carry it out' }).click()
  await expect(page.getByText('Carried out: ')).toBeVisible()
  await caughtUp()
}

test('The budget of a co-op stands on its page: planned, on its way, spent and left', async ({
  look,
}) => {
  const page = await look(PHONE)
  await toCoop(page, 'La Osa')
  const budget = page.locator('#budget')
  await expect(budget.getByRole('heading', { level: 3 })).toHaveText([
    /^Wages/,
    /^Rent of the shop/,
    /^Travel/,
  ])
  await expect(budget).toContainText(/1.850.euros spent/)
  await expect(budget).toContainText(/20.350.euros left of/)
  await fits(page)
})

test('The co-op names a budget by a founding decision', async ({ arrive }) => {
  const { page } = await arrive('Aoife Byrne')
  await toPropose(page, 'budget')
  await expect(page.getByText('has no budget in its statutes yet')).toBeVisible()
  await send(page)
  await pass(page, /^Pay from a budget from now on$/)
  await toCoop(page, COOP)
  await expect(page.getByText('The co-op has no budget now.')).toBeVisible()
})

test('It adopts lines by a major decision, whose title says what they come to', async ({
  arrive,
}) => {
  const { page } = await arrive('Aoife Byrne', PHONE)
  await toPropose(page, 'budget')
  await page.getByLabel('What for?').fill('Wages')
  await page.getByLabel('How much at most?').fill('30000')
  const main = page.getByRole('main')
  await expect(main).toContainText(/Budget until .*: 30.000 EURd/)
  await expect(main).toContainText('the co-op adopts this budget')
  await expect(main).toContainText('major')
  await fits(page)
  await send(page)
  await pass(page, /^Budget until /)
  await toCoop(page, COOP)
  await expect(page.locator('#budget')).toContainText('Wages')
})

test('It pays more than a third of its account from a line, by an everyday vote', async ({
  arrive,
}) => {
  const { page } = await arrive('Aoife Byrne')
  await toPropose(page, 'pay')
  await page.getByLabel('Who gets it?').selectOption({ label: 'Aoife Byrne' })
  await page.getByLabel('How much?').fill('15000')
  await page.getByLabel('On what ground?').selectOption('Wage')
  const main = page.getByRole('main')
  await expect(main).toContainText('This is everyday business, because the budget covers it')
  await expect(main).toContainText('It comes from line 1 of the budget')
  await send(page)
  await pass(page, /^Pay Aoife Byrne EUR/)
  await toCoop(page, COOP)
  await expect(page.locator('#budget')).toContainText(/15.000.euros spent/)
  await expect(page.locator('#money')).toContainText('budget line 1')
})
