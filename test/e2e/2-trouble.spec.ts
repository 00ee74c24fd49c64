// SPDX-License-Identifier: AGPL-3.0-or-later
/** What goes wrong outside of the app: it is said, nothing is lost, and what still works goes on. */
import type { Page } from '@playwright/test'
import { cashOf, euro } from './kit/chain.ts'
import { coopCalled, decisionOf, told } from './kit/overview.ts'
import { expect, go, PHONE, sendPostbox, settled, test, type Visitor } from './kit/story.ts'
import { ELSEWHERE } from './kit/wallet.ts'

const MEETING = /^Meet every first Monday/

test.describe.configure({ mode: 'serial' })

async function openMeeting({ page }: Visitor): Promise<void> {
  const { assembly, id } = await decisionOf('BEES Coop', MEETING)
  await page.goto(`#/decisions/${assembly}/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: MEETING })).toBeVisible()
  await settled(page)
}

async function choose(page: Page, choice: string): Promise<void> {
  await page
    .getByRole('group', { name: /^(What do you say\?|Change your vote)$/ })
    .getByText(choice, { exact: true })
    .click()
  await expect(page.getByRole('radio', { name: choice, exact: true })).toBeChecked()
}

test('A wallet on another network is offered to switch, may refuse, and then goes on', async ({
  arrive,
}) => {
  const greet = await arrive('Greet Janssens', PHONE, ELSEWHERE)
  const { page, wallet } = greet
  const banner = page.getByText('Your wallet is on another network. This federation is on')
  const offer = page.getByRole('button', { name: 'Switch to the practice chain' })
  await expect(banner).toBeVisible()
  wallet.refuseNext()
  await offer.click()
  await expect(page.getByText('Your wallet did not switch.')).toBeVisible()
  await expect(banner).toBeVisible()

  // What needs the right network offers it by itself, and says what a refusal means.
  await openMeeting(greet)
  await choose(page, 'For')
  wallet.refuseNext()
  await page.getByRole('button', { name: 'Sign my vote' }).click()
  await expect(page.getByText('Switch it to the practice chain and try again.')).toBeVisible()
  expect(wallet.signed).toEqual([])
  await expect(page.getByRole('radio', { name: 'For', exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Sign my vote' }).click()
  await sendPostbox(page)
  await expect(page.getByText('You voted For. It is counted.')).toBeVisible()
  expect(wallet.signed).toHaveLength(1)
  await expect(banner).toHaveCount(0)
})

test('The offer to switch does it', async ({ arrive }) => {
  const { page } = await arrive('Greet Janssens', PHONE, ELSEWHERE)
  await page.getByRole('button', { name: 'Switch to the practice chain' }).click()
  await expect(page.getByText('Your wallet is on another network.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Your account: Greet Janssens' })).toBeVisible()
})

test('Whoever rejects in the wallet is told so, loses nothing, and can try again', async ({
  arrive,
}) => {
  const thomas = await arrive('Thomas Lejeune', PHONE)
  const { page, wallet } = thomas
  const rejected = page.getByText('You did not confirm it in your wallet.')
  const had = await cashOf(wallet.address)
  await go(page, 'Bonds')
  await page.getByRole('link', { name: 'A CNC router' }).click()
  await settled(page)
  await page.getByLabel('How much', { exact: true }).fill('20')
  const lend = page.getByRole('button', { name: 'Lend 20 euros' })
  // First the signature is refused, then the payment.
  wallet.refuseNext()
  await lend.click()
  await expect(rejected).toBeVisible()
  await expect(page.getByLabel('How much', { exact: true })).toHaveValue('20')
  wallet.refuseNext(2)
  await lend.click()
  await expect(rejected).toBeVisible()
  expect(wallet.signed).toHaveLength(1)
  expect(wallet.sent).toEqual([])
  expect(await cashOf(wallet.address)).toBe(had)
  await lend.click()
  await expect(page.getByText('You lent 20 euros.')).toBeVisible()
  expect(wallet.sent).toHaveLength(1)
  expect(await cashOf(wallet.address)).toBe(had - euro(20))

  const { coop } = await coopCalled('BEES Coop')
  await page.goto(`#/propose/${coop}?what=text`)
  await page.getByLabel('Title', { exact: true }).fill('Keep a box for lost gloves')
  await page.getByLabel('Text', { exact: true }).fill('Beside the door.')
  wallet.refuseNext()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(rejected).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Beside the door.')
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByText('It is proposed.')).toBeVisible()
})

/** The index says of itself what it said long ago. */
async function longAgo(page: Page): Promise<void> {
  const { asOf, data } = await told('/api/status')
  const old = { block: asOf.block - 400, time: asOf.time - 7_200 }
  const json = { asOf: old, data: { ...data, behind: 400 } }
  await page.route('**/index/api/status', (route) => route.fulfill({ json }))
}

const unanswered = (page: Page) => page.route('**/index/**', (route) => route.abort())

for (const { how, name, sends, route, says } of [
  {
    how: 'is behind',
    name: 'Jan Willems',
    sends: 'Sign my vote',
    route: longAgo,
    says: 'The overview is behind: it shows how things were 2 hours ago.',
  },
  {
    how: 'does not answer',
    // Her vote was counted before.
    name: 'Lotte Peeters',
    sends: 'Sign my changed vote',
    route: unanswered,
    says: 'The overview does not answer, so lists may be missing or old.',
  },
] as const) {
  test(`When the index ${how}, the page says so; voting and collecting still work`, async ({
    arrive,
  }) => {
    const member = await arrive(name)
    const { page, wallet } = member
    await route(page)
    await page.reload()
    const said = page.getByText(`${says} Voting and collecting money still work.`)
    await expect(said).toBeVisible()

    await openMeeting(member)
    await expect(said).toBeVisible()
    await choose(page, 'Abstain')
    await page.getByRole('button', { name: sends }).click()
    await sendPostbox(page)
    await expect(page.getByText(/You voted Abstain\. (It|Your change) is counted\./)).toBeVisible()
    expect(wallet.signed.length + wallet.sent.length).toBe(1)

    const had = await cashOf(wallet.address)
    await page.goto('#/money')
    await settled(page)
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Your equal share' })
      .getByRole('button', { name: /^Collect / })
      .click()
    await expect(page.getByText('It is in your wallet.').first()).toBeVisible()
    expect(await cashOf(wallet.address)).toBeGreaterThan(had)
  })
}
