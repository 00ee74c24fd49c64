// SPDX-License-Identifier: AGPL-3.0-or-later
/** The first job: a member votes, sees their vote counted, and what was decided is carried out. */
import { decisionOf } from './kit/overview.ts'
import {
  accessible,
  DESKTOP,
  expect,
  fits,
  go,
  PHONE,
  sendPostbox,
  settled,
  test,
  type Visitor,
} from './kit/story.ts'

const MILL_ROOM = 'Pay Moulins Dubois 18 400 euro for the mill room'
/** As the page writes it: the thousands do not break apart. */
const MILL_ROOM_SHOWN = MILL_ROOM.replace('18 400', '18\u00a0400')

test.describe.configure({ mode: 'serial' })

async function openMillRoom({ page }: Visitor): Promise<void> {
  await go(page, 'Decisions')
  await page.getByRole('link', { name: MILL_ROOM_SHOWN }).click()
  await expect(page.getByRole('heading', { level: 1, name: MILL_ROOM_SHOWN })).toBeVisible()
  await settled(page)
}

async function choose({ page }: Visitor, choice: string): Promise<void> {
  await page
    .getByRole('group', { name: /^(What do you say\?|Change your vote)$/ })
    .getByText(choice, { exact: true })
    .click()
  await expect(page.getByRole('radio', { name: choice, exact: true })).toBeChecked()
}

/** What the wallet showed last, in the words of La Louve, which are French. */
function expectBallot({ wallet }: Visitor, choice: string, change?: bigint): void {
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: change === undefined ? 'Ballot' : 'Change',
    domain: { name: 'Phyle', version: '1' },
    message: {
      cooperative: 'La Louve',
      resolution: expect.stringMatching(new RegExp(`^#\\d+ courante: ${MILL_ROOM}$`)),
      choice,
      member: expect.stringMatching(new RegExp(wallet.address, 'i')),
      motion: expect.stringMatching(/^0x[0-9a-f]{64}$/),
      ...(change !== undefined && { change: `${change}` }),
    },
  })
}

const row = ({ page }: Visitor, group: string) =>
  page.getByRole('table', { name: 'Votes by group' }).getByRole('row').filter({ hasText: group })

test('A member reads in words what a decision does, what it needs and how it stands', async ({
  arrive,
}) => {
  const ada = await arrive('Ada Moreau')
  await openMillRoom(ada)
  const main = ada.page.getByRole('main')
  await expect(main).toContainText(
    'If this passes, the co-op pays 18,400 euros from its account to Moulins Dubois, works for an invoice. Nothing else changes.',
  )
  await expect(main).toContainText('La Louve · decision')
  await expect(main).toContainText('Needs more than half, by group.')
  await expect(main).toContainText(
    /Quorum: at least 3 of the 8 members in the groups Steward and Worker must vote; \d have\./,
  )
  await expect(main).toContainText('As it stands, it passes.')
  await accessible(ada.page)
})

for (const [name, group, screen, width] of [
  ['Jules Perrin', 'Lender', PHONE, '390 px'],
  ['Delphine Garnier', 'Steward', DESKTOP, 'a desktop'],
] as const) {
  test(`A member signs a ballot, sees it counted and changes their mind, on ${width}`, async ({
    arrive,
  }) => {
    const member = await arrive(name, screen)
    const { page, wallet } = member
    await openMillRoom(member)
    await fits(page)
    await page.getByText('The same as a table').click()
    const counts = row(member, group)
    const before = await counts.textContent()

    await choose(member, 'Against')
    const card = page.getByRole('region', { name: 'Your vote' }).or(page.getByRole('main'))
    await expect(card.getByText('La Louve · #').first()).toContainText('contre')
    wallet.refuseNext()
    await page.getByRole('button', { name: 'Sign my vote' }).click()
    await expect(page.getByText('You did not confirm it in your wallet.')).toBeVisible()
    await page.getByRole('button', { name: 'Sign my vote' }).click()
    await expect(page.getByText('It waits at the postbox')).toBeVisible()
    expectBallot(member, 'contre')

    // Free as long as the postbox has it.
    await choose(member, 'Abstain')
    await expect(page.getByText(/The postbox leaves in about \d0 seconds/)).toBeVisible()
    await page.getByRole('button', { name: 'Sign my new vote' }).click()
    await expect(
      page.getByText(/You voted Abstain\. It (waits at the postbox|is counted)/),
    ).toBeVisible()
    await sendPostbox(page)
    await expect(page.getByText('You voted Abstain. It is counted.')).toBeVisible()
    expectBallot(member, 'abstention')
    expect(wallet.sent, 'a carried vote costs nothing').toEqual([])
    await expect.poll(() => counts.textContent()).not.toBe(before)

    // Counted already: one more signature changes it, and costs nothing either.
    await expect(page.getByRole('group', { name: 'Change your vote' })).toBeVisible()
    await choose(member, 'For')
    await expect(page.getByText('It also shows the number of your change')).toBeVisible()
    await page.getByRole('button', { name: 'Sign my changed vote' }).click()
    await expect(page.getByText(/You changed it to For: your change (waits|is on)/)).toBeVisible()
    await expect(page.getByText('Until it is counted, Abstain counts.')).toBeVisible()
    await sendPostbox(page)
    await expect(page.getByText('You voted For. Your change is counted.')).toBeVisible()
    expectBallot(member, 'pour', 1n)
    expect(wallet.sent, 'a change costs nothing').toEqual([])
    await fits(page)
    await accessible(page)
    if (screen === PHONE) return

    // A vote that the member sends shuts that way: only another one that they send changes it.
    await choose(member, 'Against')
    await page.getByText('Send it myself instead').first().click()
    await page.getByRole('button', { name: 'Send it myself instead' }).click()
    await expect(page.getByText('You voted Against. It is counted.')).toBeVisible()
    await expect(page.getByText('You sent your vote yourself.')).toBeVisible()
    expect(wallet.sent).toHaveLength(1)
    await choose(member, 'For')
    await page.getByRole('button', { name: 'Send my new vote' }).click()
    await expect(page.getByText('You voted For. It is counted.')).toBeVisible()
    expect(wallet.sent).toHaveLength(2)
  })
}

test('A recount on the member’s own device says the same as the official count', async ({
  arrive,
}) => {
  const hana = await arrive('Hana Kobayashi')
  await openMillRoom(hana)
  await hana.page.getByRole('button', { name: 'Recount now' }).click()
  await expect(hana.page.getByText('Same as the official count.')).toBeVisible()
  await expect(
    hana.page.getByText('One vote was changed by another signature after being counted.'),
  ).toBeVisible()
  await expect(
    hana.page.getByText(/\d+ signatures? and \d+ votes? sent in person checked/),
  ).toBeVisible()
})

test('A recount says how far it is, and stops when it is told to', async ({ arrive }) => {
  const hana = await arrive('Hana Kobayashi')
  await openMillRoom(hana)
  const { page } = hana
  // The overview takes the question and does not answer it yet.
  const held = Promise.withResolvers<void>()
  await page.context().route('**/api/proposals/*/*/ballots*', async (route) => {
    await held.promise
    await route.fallback()
  })
  await page.getByRole('button', { name: 'Recount now' }).click()
  await expect(page.getByText('Fetching the ballots…', { exact: true })).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Fetching the ballots…' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop counting' }).click()
  await expect(page.getByText('You stopped it: nothing was counted.')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  held.resolve()

  await page.getByRole('button', { name: 'Recount now' }).click()
  await expect(page.getByText('Same as the official count.')).toBeVisible()
  await page.locator('summary').filter({ hasText: 'All ballots' }).click()
  await expect(
    page.getByRole('table', { name: 'All ballots' }).getByRole('row').nth(1),
  ).toBeVisible()
})

test('A member may send their vote themself when the postbox does not answer', async ({
  arrive,
}) => {
  const hana = await arrive('Hana Kobayashi')
  const { page, wallet } = hana
  await page.route('**/relay/**', (route) => route.abort())
  await page.reload()
  await openMillRoom(hana)
  await expect(
    page.getByText('The postbox that carries votes for free does not answer.'),
  ).toBeVisible()
  await choose(hana, 'For')
  await page.getByRole('button', { name: 'Send it myself instead' }).first().click()
  await expect(page.getByText('You voted For. It is counted.')).toBeVisible()
  expect(wallet.signed).toEqual([])
  expect(wallet.sent).toHaveLength(1)
})

test('A vote that is counted stays so after a reload, while the index is late', async ({
  arrive,
}) => {
  const member = await arrive('Odile Mercier')
  const { page } = member
  const { assembly, id } = await decisionOf('SuperQuinquin', /^Admit Sacha Lemaire/)
  await page.goto(`#/decisions/${assembly}/${id}`)
  await settled(page)
  // The overview goes on saying what it said before she voted.
  const before = new Map<string, string>()
  await page.route('**/index/api/proposals/**', async (route) => {
    const url = route.request().url()
    const body = before.get(url) ?? (await (await route.fetch()).text())
    before.set(url, body)
    await route.fulfill({ contentType: 'application/json', body })
  })
  await page.reload()
  await settled(page)
  await choose(member, 'For')
  await page.getByRole('button', { name: 'Sign my vote' }).click()
  await expect(page.getByText('You voted For. It waits at the postbox')).toBeVisible()
  await page.reload()
  await expect(page.getByText('You voted For. It waits at the postbox')).toBeVisible()
  await sendPostbox(page)
  const counted = page.getByText('You voted For. It is counted. The figures below do not show it')
  await expect(counted).toBeVisible()
  await page.reload()
  await expect(counted).toBeVisible()
  // Also where the postbox is gone.
  await page.route('**/relay/**', (route) => route.abort())
  await page.reload()
  await expect(counted).toBeVisible()
})
