// SPDX-License-Identifier: AGPL-3.0-or-later
/** What was decided is carried out by anyone, and is there to be seen: somebody belongs, a rule changes. */
import type { Page } from '@playwright/test'
import { chainNow, passTo } from './kit/chain.ts'
import { caughtUp, coopCalled, decisionOf, othersVote, told } from './kit/overview.ts'
import { expect, go, PHONE, sendPostbox, settled, test, type Visitor } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const RULE = /^Change the everyday rule/
const ACCOUNT = /^File the social account/
const MADE = [
  /^Pay Liffey Refrigeration EUR.120\.50/,
  /^Admit Karel De Smet/,
  RULE,
  /^Offer bonds: A dough mixer/,
  ACCOUNT,
  /^Keep the shop open/,
]

test.describe.configure({ mode: 'serial' })

async function openDecision(page: Page, coop: string, title: RegExp): Promise<void> {
  const { assembly, id } = await decisionOf(coop, title)
  await page.goto(`#/decisions/${assembly}/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await settled(page)
}

/** Anyone presses the button, once the waiting time is over. */
async function tryToCarryOut(page: Page, coop: string, title: RegExp): Promise<void> {
  const { executableFrom } = await decisionOf(coop, title)
  if ((await chainNow()) <= executableFrom) await passTo(executableFrom + 1)
  await openDecision(page, coop, title)
  await page.getByRole('button', { name: 'Carry it out' }).click()
}

async function carryOut({ page }: Visitor, coop: string, title: RegExp): Promise<void> {
  await tryToCarryOut(page, coop, title)
  await expect(page.getByText('Carried out: ')).toBeVisible()
}

/** On the roll of a co-op's page. */
async function belongs(page: Page, coop: string, name: string): Promise<void> {
  await page.goto(`#/coops/${(await coopCalled(coop)).coop}`)
  await settled(page)
  await expect(page.getByRole('main')).toContainText(name)
}

test('Somebody of another co-op finds a decision and carries it out: a member is admitted', async ({
  arrive,
}) => {
  const bo = await arrive('Bo Lindqvist', PHONE)
  const { page, wallet } = bo
  await go(page, 'Decisions')
  const whose = page.getByLabel('Show decisions of')
  await expect(whose.getByRole('option', { selected: true })).toHaveText('BEES Coop')
  await whose.selectOption('All co-ops')
  await expect(page.getByRole('link', { name: 'Admit Sacha Lemaire as User' })).toBeVisible()
  await carryOut(bo, 'SuperQuinquin', /^Admit Sacha Lemaire as User$/)
  expect(wallet.sent).toHaveLength(1)
  await belongs(page, 'SuperQuinquin', 'Sacha Lemaire')
})

test('What was proposed with the forms is open for votes, and what passes is carried out', async ({
  arrive,
}) => {
  const aoife = await arrive('Aoife Byrne')
  const { page } = aoife
  const rule = await decisionOf(COOP, RULE)
  await passTo(rule.votingStarts + 1)
  await caughtUp()
  for (const title of MADE) expect((await decisionOf(COOP, title)).state).toBe('active')
  await page.goto('#/decisions')
  await settled(page)
  const open = page.getByRole('main').locator('section', {
    has: page.getByRole('heading', { name: 'Open now' }),
  })
  for (const title of MADE) await expect(open.getByRole('link', { name: title })).toBeVisible()

  await openDecision(page, COOP, RULE)
  await page
    .getByRole('group', { name: 'What do you say?' })
    .getByText('For', { exact: true })
    .click()
  await page.getByRole('button', { name: 'Sign my vote' }).click()
  await sendPostbox(page)
  await expect(page.getByText('You voted For. It is counted.')).toBeVisible()
  const admission = await decisionOf(COOP, /^Admit Karel De Smet/)
  const account = await decisionOf(COOP, ACCOUNT)
  for (const decision of [rule, admission, account]) await othersVote(decision, 'for')
  await expect(page.getByText('As it stands, it passes.')).toBeVisible()

  await carryOut(aoife, COOP, /^Admit Karel De Smet/)
  await belongs(page, COOP, 'Karel De Smet')
})

test('A new rule is in force when it is carried out, and stands on the co-op’s page', async ({
  arrive,
}) => {
  const eoin = await arrive('Eoin Walsh', PHONE)
  const { coop } = await coopCalled(COOP)
  const timelock = async () =>
    (await told('/api/coops/:coop', `/api/coops/${coop}`)).data.rules.ORDINARY?.timelock
  expect(await timelock()).toBe(2 * 86_400)
  await carryOut(eoin, COOP, RULE)
  await caughtUp()
  expect(await timelock()).toBe(3 * 86_400)
  await eoin.page.goto(`#/coops/${coop}`)
  await settled(eoin.page)
  await expect(
    eoin.page.getByText(/14.days to vote and a waiting time of 3.days/).first(),
  ).toBeAttached()
})

test('Whoever was named reads a social account and vouches for it, and then it can be filed', async ({
  arrive,
}) => {
  const checker = await arrive('Marius Colin', PHONE)
  const { page, wallet } = checker
  await tryToCarryOut(page, COOP, ACCOUNT)
  await expect(page.getByRole('main')).toContainText(
    /Marius Colin has not vouched for this social account of \d{4} yet/,
  )
  await go(page, 'For you')
  const asked = page.getByRole('main').locator('section', {
    has: page.getByRole('heading', { name: 'Social accounts to check' }),
  })
  await expect(asked).toContainText(`${COOP} asks you to vouch for its social account`)
  await asked.getByText('Read the account').click()
  await expect(asked).toContainText('A year of shared meals.')
  await asked.getByRole('button', { name: /vouch for it$/ }).click()
  await expect(asked).toContainText('You vouched for it. It can be filed now.')
  expect(wallet.sent).toHaveLength(1)
  await carryOut(checker, COOP, ACCOUNT)
  await caughtUp()
  await page.goto(`#/coops/${(await coopCalled(COOP)).coop}`)
  await settled(page)
  await expect(page.getByText(/^Social account of \d{4}$/).first()).toBeAttached()
})
