// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finding, sharing and taking away; and what a newcomer is told. */
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { coopCalled, told } from './kit/overview.ts'
import { expect, PHONE, settled, test, welcomes } from './kit/story.ts'

const found = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

async function rowsOf(download: Download): Promise<readonly string[]> {
  const text = await readFile(await download.path(), 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  return text.trimEnd().split('\r\n').slice(1)
}

test('Decisions are searched and filtered by the address of the page, so that Back and a link lead there', async ({
  look,
}) => {
  const page = await look()
  await page.goto('#/decisions')
  await settled(page)
  await page.getByLabel('State', { exact: true }).selectOption('Did not pass')
  const { data: lost } = await told('/api/proposals', '/api/proposals?state=lost')
  await found(page, new RegExp(`^${lost.length} decision`))
  const [first] = lost
  if (!first) throw new Error('the example has no decision that was lost')
  await page.getByLabel('Search titles, co-ops and numbers').fill(first.title.toUpperCase())
  await expect(page).toHaveURL(/state=lost.*q=|q=.*state=lost/)
  await found(page, /^1 decision$/)
  const link = page.url()
  await page.getByRole('link', { name: first.title }).click()
  await expect(page.getByRole('heading', { level: 1, name: first.title })).toBeVisible()
  await page.goBack()
  await found(page, /^1 decision$/)
  await welcomes(page)

  const other = await look(PHONE)
  await other.goto(link)
  await found(other, /^1 decision$/)
  await expect(other.getByLabel('State', { exact: true })).toHaveValue('lost')
  await other.getByLabel('Search titles, co-ops and numbers').fill('no such decision anywhere')
  await expect(other.getByText('No decision fits these filters.')).toBeVisible()
  await welcomes(other)
  await other.getByRole('main').getByRole('button', { name: 'Clear all filters' }).last().click()
  await expect(other).toHaveURL(/#\/decisions$/)
})

test('Offers, works and people are narrowed down as well', async ({ look }) => {
  const page = await look()
  await page.goto('#/bonds')
  await page.getByLabel('State', { exact: true }).selectOption('Repaid')
  const { data: repaid } = await told('/api/series', '/api/series?state=repaid')
  await found(page, new RegExp(`^${repaid.length} offer`))
  await expect(page.getByRole('link', { name: repaid[0]?.title ?? '' })).toBeVisible()

  await page.goto('#/commons')
  const { data: licences } = await told('/api/licences')
  const licence = licences[0] ?? ''
  await page.getByLabel('Licence', { exact: true }).selectOption(licence)
  const { data: works } = await told('/api/works', `/api/works?licence=${licence}`)
  await found(page, new RegExp(`^${works.length} work`))
  await welcomes(page)

  const { coop } = await coopCalled('La Louve')
  await page.goto(`#/coops/${coop}`)
  await page.getByLabel('Search by name or address').fill('moreau')
  await found(page, /^1 person$/)
  await expect(page.getByRole('button', { name: 'Ada Moreau' }).first()).toBeVisible()
})

test('A link by the name of a co-op leads to it and to its decisions; a dead link offers a way', async ({
  look,
}) => {
  const { slug, coop, assembly } = await coopCalled('La Louve')
  expect(slug).toBe('la-louve')
  const page = await look(PHONE)
  await page.goto('#/la-louve')
  await expect(page.getByRole('heading', { level: 1, name: 'La Louve' })).toBeVisible()
  const { data } = await told('/api/proposals', `/api/proposals?coop=${coop}`)
  const [newest] = data
  if (!newest) throw new Error('La Louve has decided nothing')
  await page.goto(`#/la-louve/decisions/${newest.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(newest.title)
  await page.getByRole('button', { name: 'Share or print' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this page' })
  await expect(dialog).toContainText(`#/la-louve/decisions/${newest.id}`)
  await welcomes(page)
  await page.keyboard.press('Escape')

  const dead = [
    [`#/decisions/${assembly}/9999`, 'There is no decision 9999 here', 'Search all decisions'],
    [`#/decisions/${coop}/1`, 'There is no decision 1 here', 'Search all decisions'],
    ['#/decisions/0x12/1', 'There is no decision 1 here', 'Search all decisions'],
    [`#/coops/${assembly}`, 'There is no such co-op here', 'See all co-ops'],
    ['#/la-louvre', 'There is no such co-op here', 'See all co-ops'],
  ] as const
  for (const [path, says, way] of dead) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: says })).toBeVisible()
    await expect(page.getByRole('link', { name: way })).toBeVisible()
  }
  await welcomes(page)
})

test('The member list and the votes of a decision are taken away as whole tables', async ({
  look,
}) => {
  const { slug, coop, assembly } = await coopCalled('La Louve')
  const page = await look()
  await page.goto(`#/${slug}`)
  const roll = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the member list (CSV)' }).click()
  const { data: members } = await told('/api/coops/:coop/members', `/api/coops/${coop}/members`)
  const rows = await rowsOf(await roll)
  expect(rows).toHaveLength(members.length)
  for (const { wallet } of members) expect(rows.some((row) => row.includes(wallet))).toBe(true)

  await page.goto(`#/decisions/${assembly}/1`)
  const votes = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download all counted votes (CSV)' }).click()
  const { data: ballots } = await told(
    '/api/proposals/:assembly/:id/votes',
    `/api/proposals/${assembly}/1/votes`,
  )
  const cast = await rowsOf(await votes)
  expect(cast).toHaveLength(ballots.length)
  for (const { voter, tx } of ballots) {
    expect(cast.some((row) => row.includes(voter) && row.includes(tx))).toBe(true)
  }
})

test('A table is not saved when the overview fails midway', async ({ look }) => {
  const page = await look()
  await page.goto('#/la-louve')
  await settled(page)
  await page.route('**/members**', (route) => route.fulfill({ status: 503, json: { error: 'x' } }))
  let isSaved = false
  page.on('download', () => {
    isSaved = true
  })
  await page.getByRole('button', { name: 'Download the member list (CSV)' }).click()
  await expect(page.getByText('Nothing was downloaded')).toBeVisible()
  expect(isSaved).toBe(false)
})

test('A word that one may not know opens its meaning by keyboard, and all stand under Help', async ({
  look,
}) => {
  const page = await look(PHONE)
  await page.goto('#/bonds')
  const term = page.getByRole('main').getByRole('button', { name: 'use fees' })
  await term.focus()
  await page.keyboard.press('Enter')
  const meaning = page.getByRole('dialog', { name: 'use fee' })
  await expect(meaning).toContainText('It repays the lenders.')
  await welcomes(page)
  await meaning.getByRole('link', { name: 'All words explained' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await expect(page.getByText('postbox', { exact: true })).toBeVisible()
  await welcomes(page)
})
