// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who people are to each other: names and pictures, and the files that they show to voters. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { ExamplePerson } from '../../scripts/seed/people.ts'
import { newcomer } from './kit/chain.ts'
import { caughtUp, coopCalled, decisionOf } from './kit/overview.ts'
import {
  accessible,
  DESKTOP,
  expect,
  fits,
  PHONE,
  settled,
  test,
  type Visitor,
  welcomes,
} from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const NAME = 'Orla Nic Dhonnchadha'

test.describe.configure({ mode: 'serial' })

let somebody: ExamplePerson

/** A red square, as a photograph of a face. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGM4oKAARwzEcQCqQxABtaashgAAAABJRU5ErkJggg==',
  'base64',
)

async function openCoop(page: Page): Promise<void> {
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/coops/${coop}`)
  await page.reload()
  await settled(page)
}

/** The way from their corner of the page. */
async function openTheirName({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /^Your account: / }).click()
  await page.getByRole('menuitem', { name: 'Your name and picture' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your name and picture' })).toBeVisible()
}

test('Somebody applies, and signs the name and the picture that others shall see', async ({
  arrive,
}) => {
  somebody = await newcomer()
  const { page, wallet } = await arrive(somebody, PHONE)
  const { coop } = await coopCalled(COOP)
  await page.goto(`#/coops/${coop}/join`)
  await page.getByText('User', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('0xabcd is me')
  await expect(page.getByText('A name must not look like an address or a domain.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeDisabled()
  await page.getByLabel('Name', { exact: true }).fill(NAME)
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PICTURE })
  await expect(page.getByRole('img', { name: 'Your picture' })).toBeVisible()
  await fits(page)
  await accessible(page)
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('Your name is kept.')).toBeVisible()
  await expect(page.getByRole('button', { name: `Your account: ${NAME}` })).toBeVisible()
  expect(wallet.sent, 'the name costs nothing').toHaveLength(1)
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: 'Profile',
    message: { name: NAME },
  })
})

test('Another person sees them, with the address one tap away and what the name is worth', async ({
  arrive,
}) => {
  await caughtUp()
  const { page } = await arrive('Aoife Byrne')
  await openCoop(page)
  const person = page.getByRole('button', { name: NAME }).first()
  await expect(person).toBeVisible()
  await expect(person.locator('img')).toHaveJSProperty('complete', true)
  await person.click()
  await expect(page.getByText(somebody.address)).toBeVisible()
  await expect(page.getByText('It does not prove who they are.')).toBeVisible()
  await accessible(page)
})

test('Who takes the name of another is told apart by the address', async ({ arrive }) => {
  const twin = await newcomer()
  const first = await arrive(twin, DESKTOP)
  const { coop } = await coopCalled(COOP)
  await first.page.goto(`#/coops/${coop}/join`)
  await first.page.getByText('User', { exact: true }).click()
  // With a Cyrillic O.
  await first.page.getByLabel('Name', { exact: true }).fill(NAME.replace('O', 'О'))
  await first.page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(first.page.getByText('Your name is kept.')).toBeVisible()

  await caughtUp()
  const { page } = await arrive('Aoife Byrne')
  await openCoop(page)
  for (const { name } of [somebody, twin]) {
    await expect(page.getByRole('button', { name: `(${name})` }).first()).toBeVisible()
  }
})

test('They erase it, and others see the address again', async ({ arrive }) => {
  const visitor = await arrive({ ...somebody, name: NAME })
  const { page, wallet } = visitor
  await openTheirName(visitor)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(NAME)
  await expect(page.getByRole('img', { name: 'Your picture' })).toBeVisible()
  await welcomes(page)
  await page.getByRole('button', { name: 'Erase my name and picture' }).click()
  await page.getByRole('button', { name: 'Sign and erase' }).click()
  await expect(page.getByText('Erased.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
  expect(wallet.sent).toEqual([])

  const other = await arrive('Aoife Byrne')
  await openCoop(other.page)
  const person = other.page.getByRole('button', { name: somebody.name, exact: true })
  await expect(person.first()).toBeVisible()
})

test('A quote goes along with a proposal, and a voter reads what was attached', async ({
  arrive,
}) => {
  const QUOTE = Buffer.from('%PDF-1.4\n% A quote for shelves: 840 euros.\n%%EOF\n')
  const { coop } = await coopCalled(COOP)
  const { page, wallet } = await arrive('Aoife Byrne')
  await page.goto(`#/propose/${coop}`)
  await page
    .getByRole('group', { name: 'What is it about?' })
    .getByText('Decide a text', { exact: true })
    .click()
  await page.getByLabel('Title', { exact: true }).fill('Have new shelves built')
  await page.getByLabel('Text', { exact: true }).fill('By the workshop next door.')
  const choose = page.getByLabel('Choose files')
  await choose.setInputFiles({
    name: 'quote.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<script>'.padEnd(40, '\u0001')),
  })
  await expect(page.getByText('quote.pdf is of a kind that is not kept.')).toBeVisible()
  await choose.setInputFiles([
    { name: 'quote.pdf', mimeType: 'application/pdf', buffer: QUOTE },
    { name: 'shelves.png', mimeType: 'image/png', buffer: PICTURE },
  ])
  await expect(page.getByRole('button', { name: 'Remove quote.pdf' })).toBeVisible()
  await welcomes(page)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'Go to the decision' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Have new shelves built' }),
  ).toBeVisible()
  expect(wallet.signed.at(-1)).toMatchObject({ primaryType: 'Upload' })

  await caughtUp()
  const { assembly, id } = await decisionOf(COOP, 'Have new shelves built')
  const voter = await arrive('Cian Murphy', PHONE)
  await voter.page.goto(`#/decisions/${assembly}/${id}`)
  await expect(voter.page.getByText('By the workshop next door.')).toBeVisible()
  await expect(voter.page.getByText('sha256:')).toHaveCount(0)
  const [saved] = await Promise.all([
    voter.page.waitForEvent('download'),
    voter.page.getByRole('button', { name: 'Save quote.pdf' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('quote.pdf')
  expect(await readFile(await saved.path())).toEqual(QUOTE)
  await voter.page.getByRole('button', { name: 'Show shelves.png' }).click()
  await expect(voter.page.getByRole('img', { name: 'shelves.png' })).toBeVisible()
  await fits(voter.page)
  await accessible(voter.page)

  // A postbox that gives another file is found out before anything is saved.
  const doubter = await arrive('Cian Murphy')
  await doubter.page.route('**/relay/files/0x*', (route) =>
    route.fulfill({ body: '%PDF-1.4 another', contentType: 'application/pdf' }),
  )
  await doubter.page.goto(`#/decisions/${assembly}/${id}`)
  await doubter.page.getByRole('button', { name: 'Save quote.pdf' }).click()
  await expect(
    doubter.page.getByText('The postbox gave another file than the proposal names.'),
  ).toBeVisible()
})

test('Sponsors sign one after another, no link goes round, and the newcomer is admitted', async ({
  arrive,
}) => {
  const someone = await newcomer()
  const { coop } = await coopCalled('La Louve')
  const applicant = await arrive(someone, PHONE)
  await applicant.page.goto(`#/coops/${coop}/join`)
  // Whoever sponsors belongs to the group that is entered.
  await applicant.page.getByText('Steward', { exact: true }).click()
  await applicant.page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(applicant.page.getByText('You have applied.').first()).toBeVisible()
  await caughtUp()

  const row = (page: Page) => page.getByRole('listitem').filter({ hasText: someone.name })
  const sponsor = async ({ page, wallet }: Visitor, have: number) => {
    await page.goto(`#/coops/${coop}`)
    await settled(page)
    await expect(row(page)).toContainText(`${have} of 2 sponsors.`)
    await row(page).getByRole('link', { name: 'Sponsor', exact: true }).click()
    await expect(page.getByText(`${have} of 2 sponsors have signed.`)).toBeVisible()
    await page.getByRole('button', { name: 'Sign as a sponsor' }).click()
    await expect(page.getByText(`${have + 1} of 2 sponsors have signed.`)).toBeVisible()
    expect(wallet.sent, 'sponsoring costs nothing').toEqual([])
    expect(wallet.signed.at(-1)).toMatchObject({ primaryType: 'Sponsorship' })
  }
  await sponsor(await arrive('Ada Moreau'), 0)
  const second = await arrive('Bastien Roux', PHONE)
  await sponsor(second, 1)
  await fits(second.page)
  await accessible(second.page)
  await second.page.getByRole('button', { name: 'Admit now' }).click()
  await expect(second.page.getByText(`${someone.name} is now a member.`).first()).toBeVisible()
})
