// SPDX-License-Identifier: AGPL-3.0-or-later
/** What was voted down rests, and members can ask to vote on it again. Told before the stories that move time. */
import {
  accessible,
  DESKTOP,
  expect,
  fits,
  go,
  PHONE,
  settled,
  test,
  type Visitor,
} from './kit/story.ts'

const SUNDAYS = 'Open on Sunday mornings'

test.describe.configure({ mode: 'serial' })

async function openSundays({ page }: Visitor) {
  await go(page, 'Decisions')
  await page.getByRole('link', { name: SUNDAYS }).click()
  await expect(page.getByRole('heading', { level: 1, name: SUNDAYS })).toBeVisible()
  await settled(page)
  return page.getByRole('main')
}

/** Fills in the same text as was voted down, and sends it. */
async function proposeSundays({ page }: Visitor) {
  await page
    .getByRole('group', { name: 'What is it about?' })
    .getByText('Decide a text', { exact: true })
    .click()
  await page.getByLabel('Title').fill(SUNDAYS)
  await page.getByLabel('Text', { exact: true }).fill('From nine to one.')
  await page.getByRole('button', { name: 'Propose it' }).click()
}

test('Who wants to put it again is told how long it rests and who can end that', async ({
  arrive,
}) => {
  const alma = await arrive('Alma Ortega')
  const { page } = alma
  await openSundays(alma)
  const lost = new URL(page.url()).hash.split('/').at(-1)
  await page.getByRole('link', { name: /^La Osa · decision/ }).click()
  await page.getByRole('link', { name: 'Propose something' }).first().click()
  await proposeSundays(alma)
  await expect(page.getByRole('alert')).toContainText(
    `A tenth of the members, two at least, can ask for it on the page of proposal ${lost}.`,
  )
  await accessible(page)
  await page.getByRole('link', { name: `Go to proposal ${lost}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: SUNDAYS })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('Nobody has asked yet; 2 are needed.')
  await page.getByRole('button', { name: 'Ask to vote on it again' }).click()
  await expect(main).toContainText('1 of the 2 needed has asked.')
  await expect(main).toContainText('You have asked.')
  await accessible(page)
})

test('The next who asks makes it enough, on 390 px', async ({ arrive }) => {
  const berta = await arrive('Berta Cano', PHONE)
  const main = await openSundays(berta)
  await berta.page.getByRole('button', { name: 'Ask to vote on it again' }).click()
  await expect(main).toContainText('2 of the 2 needed have asked.')
  await expect(main).toContainText('Enough members ask')
  await fits(berta.page)
  await accessible(berta.page)
})

test('Then any member can put the same again', async ({ arrive }) => {
  const carmen = await arrive('Carmen Rubio', DESKTOP)
  const { page } = carmen
  const main = await openSundays(carmen)
  await main.getByRole('link', { name: 'Propose it again' }).click()
  await proposeSundays(carmen)
  await expect(page.getByText('It is proposed.')).toBeVisible()
})
