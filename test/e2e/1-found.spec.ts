// SPDX-License-Identifier: AGPL-3.0-or-later
/** Around the three jobs: people found a co-op together, somebody applies, and a founder leaves. */
import type { Page } from '@playwright/test'
import { accessible, DESKTOP, expect, fits, PHONE, settled, test, welcomes } from './kit/story.ts'

const NAME = 'The Mended Bicycle'
const PURPOSE = 'To keep the bicycles of the quarter on the road.'

test.describe.configure({ mode: 'serial' })

/** The link that the founders send each other, and then the page of their co-op. */
let link = ''
let home = ''

/** Follows a link that somebody was sent. */
async function follow(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await settled(page)
}

test('One founder starts from a model, signs, and has a link for the other', async ({ arrive }) => {
  const { page, wallet } = await arrive('Ada Moreau')
  await page.getByRole('link', { name: 'Start a co-op' }).first().click()
  await page
    .getByRole('group', { name: 'Which model suits you?' })
    .getByText(/somerset/i)
    .click()
  await page.getByLabel('Name', { exact: true }).fill(NAME)
  await page.getByLabel('What is it for?').fill(PURPOSE)
  await page.getByLabel('Language of the ballots').selectOption('English')

  // A country is chosen by name, so that Austria is not Australia.
  await page.getByLabel('Country').pressSequentially('austria')
  await page.getByRole('option', { name: 'Austria', exact: true }).click()
  await expect(page.getByLabel('Country')).toHaveValue('Austria')

  // Effects are the founders' own, not the model's.
  await expect(page.getByText('Food thrown away')).toHaveCount(0)
  await page.getByLabel('Add an effect from the list').pressSequentially('repaired')
  await page.getByRole('option', { name: /^Goods repaired/ }).click()

  // Everything that is wrong is told at once, and the first field has the keyboard.
  const share = page.getByLabel('Share of group 1')
  await share.fill('20')
  await page.getByRole('button', { name: 'Ask for the signatures' }).click()
  await expect(page.getByText('2 things must be put right first')).toBeVisible()
  await expect(page.getByText(/^Together they are 70/)).toBeFocused()
  await welcomes(page)
  await page.getByRole('button', { name: 'Effect 1', exact: true }).click()
  await expect(page.getByLabel('Figure')).toBeFocused()
  await page.keyboard.type('0.5')
  await share.fill('50')

  // A rule may leave its model, and the page says what that risks.
  await page.locator('summary', { hasText: 'Change the rule for everyday decisions' }).click()
  const rule = page.getByRole('group', { name: 'Change the rule for everyday decisions' })
  await rule.getByLabel('Time to vote').fill('7')
  await expect(page.getByText('Who is away for a while can miss a vote.')).toBeVisible()

  await page.getByRole('button', { name: 'Add a founder' }).click()
  await page.getByLabel('Founder 2', { exact: true }).selectOption({ label: 'Bo Lindqvist' })
  await page.getByLabel('Group of founder 2').selectOption('Worker')
  await page.getByRole('button', { name: 'Ask for the signatures' }).click()
  await page.getByRole('link', { name: 'Go to the signatures' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Found ${NAME}` })).toBeVisible()
  await expect(page.getByText(PURPOSE, { exact: true })).toBeVisible()
  for (const bound of [
    'It is at home in Austria.',
    'Goods repaired or passed on: at least 0.5, in pieces a year.',
    'New members are admitted when 2 members of the group they enter sponsor them.',
    'Below a major decision, at most a third of the money can leave in a year.',
    /^Voting opens 2.days after the proposal and lasts 7.days;/,
  ]) {
    await expect(page.getByText(bound)).toBeVisible()
  }
  await expect(page.getByText('2 signatures are missing.')).toBeVisible()
  await welcomes(page)
  await page.getByRole('button', { name: 'Sign as a founder' }).click()
  await expect(page.getByText('One signature is missing.')).toBeVisible()
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: 'Founding',
    message: { cooperative: NAME },
  })
  expect(wallet.sent, 'signing costs nothing').toEqual([])
  link = page.url()
})

test('The other signs by the link, on a phone, and one transaction founds it', async ({
  arrive,
}) => {
  const { page, wallet } = await arrive('Bo Lindqvist', PHONE)
  await follow(page, link)
  await expect(page.getByText(PURPOSE, { exact: true })).toBeVisible()
  await fits(page)
  await page.getByRole('button', { name: 'Sign as a founder' }).click()
  await page.getByRole('button', { name: 'Found the co-op' }).click()
  await page.getByRole('link', { name: 'Go to the co-op' }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page.getByText(PURPOSE, { exact: true }).first()).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  home = page.url()

  // What comes next, and the account that money is sent to.
  for (const step of ['Invite people', 'Decide something together', 'Receive money']) {
    await expect(page.getByRole('heading', { name: step })).toBeVisible()
  }
  await page.getByText('Show the account').click()
  await expect(page.getByRole('img', { name: /^Code with the account of/ }).first()).toBeVisible()
  await fits(page)
  await accessible(page)

  // The form of joining a federation is filled with what there is to know.
  await page.getByRole('link', { name: 'Apply to a federation' }).click()
  await expect(page.getByText(/^What it means to join the /)).toBeVisible()
  await page.getByLabel('What should they know about you?').fill('We mend bicycles.')
  await expect(page.getByRole('main')).toContainText('applies for membership of the federation')
  await fits(page)
  await accessible(page)
})

test('Somebody applies, is told whose word a small group takes, and a founder leaves', async ({
  arrive,
}) => {
  const nathan = await arrive('Nathan Weber', PHONE)
  await follow(nathan.page, home)
  await nathan.page.getByRole('link', { name: 'Apply for membership' }).click()
  await nathan.page
    .getByRole('group', { name: 'My group' })
    .getByText('Worker', { exact: true })
    .click()
  await expect(
    nathan.page.getByText('Into a group of fewer than three, only a major decision admits.'),
  ).toBeVisible()
  await nathan.page.getByLabel('About me').fill('I true wheels.')
  await fits(nathan.page)
  await nathan.page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(nathan.page.getByText('You have applied.').first()).toBeVisible()

  // A group keeps its own gate: a steward sponsors nobody for the workers.
  const ada = await arrive('Ada Moreau')
  await follow(ada.page, home)
  await ada.page.getByRole('link', { name: 'Sponsor', exact: true }).click()
  await expect(
    ada.page.getByText('Only members of the group Worker can sponsor somebody for it.'),
  ).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Sign as a sponsor' })).toBeDisabled()

  const bo = await arrive('Bo Lindqvist', DESKTOP)
  await follow(bo.page, home)
  await bo.page.getByRole('button', { name: 'Leave the co-op' }).click()
  const dialog = bo.page.getByRole('dialog', { name: `Leave ${NAME}?` })
  await expect(dialog).toContainText('You leave at once, and nobody has to agree.')
  await accessible(bo.page)
  await dialog.getByRole('button', { name: 'Leave now' }).click()
  await expect(bo.page.getByText('You have left.').first()).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(bo.page.getByText(/You left on /)).toBeVisible()
})
