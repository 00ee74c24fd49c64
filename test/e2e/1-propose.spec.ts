// SPDX-License-Identifier: AGPL-3.0-or-later
/** A member makes a proposal with every form; the app writes the titles. 6-decide goes on with them. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { fromRoot } from '../../scripts/paths.ts'
import { caughtUp, coopCalled, decisionOf } from './kit/overview.ts'
import { DESKTOP, expect, fits, PHONE, settled, test, type Visitor } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'

test.describe.configure({ mode: 'serial' })

interface Form {
  readonly what: string
  readonly title: RegExp
  readonly says: RegExp
  readonly fill: (page: Page) => Promise<void>
}

const put = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(text)
  }
}

/** What the statutes of the example ask a social account to tell. */
async function effects(): Promise<readonly string[]> {
  const charter = await readFile(fromRoot('examples/charters/fairshares.json'), 'utf8')
  const { effects = [] } = JSON.parse(charter) as { effects?: { name: string }[] }
  return effects.map(({ name }) => name)
}

const FORMS: readonly Form[] = [
  {
    what: 'Pay somebody',
    title: /^Pay Liffey Refrigeration EUR.120\.50 for a door seal$/,
    says: /the co-op pays 120\.50.euros from its account to Liffey Refrigeration/,
    fill: async (page) => {
      await page.getByLabel('Who gets it?').selectOption({ label: 'Liffey Refrigeration' })
      await page.getByLabel('How much?').fill('120.50')
      await page.getByLabel('What for?').fill('a door seal')
    },
  },
  {
    what: 'Admit a member',
    title: /^Admit Karel De Smet as User$/,
    says: /Karel De Smet becomes a member, in the group User/,
    fill: async (page) => {
      await page.getByText('Karel De Smet, as User').click()
    },
  },
  {
    what: 'Change a rule',
    title: /^Change the everyday rule: waiting time from 2.days to 3.days$/,
    says: /the rule for everyday decisions changes: waiting time from 2.days to 3.days\./,
    fill: (page) => put(page, { 'Waiting time after the vote': '3' }),
  },
  {
    what: 'Offer bonds',
    title: /^Offer bonds: A dough mixer$/,
    says: /bonds for A dough mixer are offered: up to 2,000.euros, of which 1,500.euros is for/,
    fill: async (page) => {
      await page.getByLabel('Who sells it?').selectOption({ label: 'Liffey Refrigeration' })
      await put(page, {
        'What is bought?': 'A dough mixer',
        'Say what it is and what it is for': 'For forty loaves at a time.',
        Price: '1500',
        'Minimum to raise': '1500',
        'Maximum to raise': '2000',
        'Use fee a month': '60',
      })
    },
  },
  {
    what: 'File the social account',
    title: /^File the social account of \d{4}$/,
    says: /the social account of \d{4} is filed\./,
    fill: async (page) => {
      for (const name of await effects()) await page.getByLabel(name).fill('12')
      await page.getByLabel(/^Report/).fill('A year of shared meals.')
      await page.getByLabel('Who checked the figures?').selectOption({ label: 'Marius Colin' })
    },
  },
  {
    what: 'Change how members are admitted',
    title: /^Admit new members by 2 sponsors$/,
    says: /new members are admitted .*sponsors.* from now on/,
    fill: (page) => page.getByText('By sponsors', { exact: true }).click(),
  },
  {
    what: 'Change the purpose',
    title: /^Change the purpose$/,
    says: /the purpose of the co-op is replaced by another document/,
    fill: (page) => put(page, { 'The new purpose': 'To feed Dublin well, together.' }),
  },
  {
    what: 'Decide a text',
    title: /^Keep the shop open on Thursdays$/,
    says: /the co-op adopts the text below/,
    fill: (page) =>
      put(page, { Title: 'Keep the shop open on Thursdays', Text: 'Until eight in the evening.' }),
  },
]

test('Somebody asks to join', async ({ arrive }) => {
  const { page } = await arrive('Karel De Smet', PHONE)
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/coops/${coop}/join`)
  await page.getByText('User', { exact: true }).click()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('You have applied.').first()).toBeVisible()
})

async function propose({ page }: Visitor, { what, title, says, fill }: Form): Promise<void> {
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/propose/${coop}`)
  await settled(page)
  await page
    .getByRole('group', { name: 'What is it about?' })
    .getByText(what, { exact: true })
    .click()
  await fill(page)
  await expect(page.getByRole('main')).toContainText(says)
  await fits(page)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'Go to the decision' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(says)
  await expect(page.getByText(/^Voting opens /).first()).toBeVisible()
  await caughtUp()
  expect((await decisionOf(COOP, title)).state).toBe('pending')
}

for (const [name, screen, forms] of [
  // A member has three proposals open at most.
  ['Fiadh Kelly', DESKTOP, FORMS.slice(0, 3)],
  ['Cian Murphy', PHONE, FORMS.slice(3, 6)],
  ['Grainne Doyle', PHONE, FORMS.slice(6)],
] as const) {
  test(`${forms.map(({ what }) => what).join(', ')}, at ${screen.width} px`, async ({ arrive }) => {
    const visitor = await arrive(name, screen)
    for (const form of forms) await test.step(form.what, () => propose(visitor, form))
  })
}

test('A payment that the account cannot make asks for a major decision, and warns who proposes and who votes', async ({
  arrive,
}) => {
  const { coop } = await coopCalled(COOP)
  const { page } = await arrive('Aoife Byrne')
  await page.goto(`#/propose/${coop}?what=pay`)
  await settled(page)
  await page.getByLabel('Who gets it?').selectOption({ label: 'Liffey Refrigeration' })
  await page.getByLabel('How much?').fill('900,000.00')
  await page.getByLabel('What for?').fill('a cold store')
  await expect(page.getByText('If it were carried out now, it would fail.')).toBeVisible()
  await expect(page.getByLabel('Under which rule?').locator('option:checked')).toHaveText(/^major/i)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'Go to the decision' }).click()
  await expect(page.getByRole('main')).toContainText('As things stand, this cannot be carried out.')
  await expect(page.getByRole('main')).toContainText(/900,000.euros would be needed/)
  await expect(page.getByRole('region', { name: 'What the account can bear' })).toContainText(
    'not enough',
  )
  await fits(page)
})
