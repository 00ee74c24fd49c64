// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The main jobs in Firefox, as people do them who have no wallet yet. The stories in Chromium went
 * before and moved time: what is voted on and lent to here is proposed here. They type into fields,
 * because React does not hear of it when Playwright fills one in Firefox.
 */
import type { Page } from '@playwright/test'
import { cashOf, chainNow, euro, passTo, personCalled } from '../kit/chain.ts'
import { mint } from '../kit/lend.ts'
import {
  caughtUp,
  coopCalled,
  decisionOf,
  othersVote,
  seriesCalled,
  told,
} from '../kit/overview.ts'
import { be, DESKTOP, expect, fits, PHONE, sendPostbox, settled, test } from '../kit/story.ts'

const COOP = 'Dublin FoodCoop'
const WORK = 'CoolCrate: Cold Store for Vegetables'

test.describe.configure({ mode: 'serial' })

/** What the co-op is to buy: named after the moment, so that it is no other proposal again. */
let machine: string

async function openDecision(page: Page): Promise<void> {
  const { assembly, id } = await decisionOf(COOP, machine)
  await page.goto(`#/decisions/${assembly}/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: machine })).toBeVisible()
  await settled(page)
}

test('Firefox: the front page says what this is', async ({ look, browser }) => {
  expect(browser.browserType().name()).toBe('firefox')
  for (const screen of [DESKTOP, PHONE]) {
    const page = await look(screen)
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await settled(page)
    await expect(page.getByRole('button', { name: 'Sign in', exact: true }).first()).toBeVisible()
    await fits(page)
  }
})

test('Firefox: a member proposes an offer of bonds, and another votes for it', async ({ look }) => {
  machine = `A dough mixer, no. ${await chainNow()}`
  const aoife = await look()
  await aoife.goto('./')
  await be(aoife, 'Aoife Byrne')
  await aoife.goto(`#/propose/${(await coopCalled(COOP)).coop}`)
  await settled(aoife)
  await aoife
    .getByRole('group', { name: 'What is it about?' })
    .getByText('Offer bonds', { exact: true })
    .click()
  await aoife.getByLabel('Who sells it?').selectOption({ label: 'Liffey Refrigeration' })
  for (const [label, text] of Object.entries({
    'What is bought?': machine,
    'Say what it is and what it is for': 'For forty loaves at a time.',
    Price: '1500',
    'Minimum to raise': '1500',
    'Maximum to raise': '2000',
    'Use fee a month': '60',
  })) {
    await aoife.getByLabel(label, { exact: true }).pressSequentially(text)
  }
  await aoife.getByRole('button', { name: 'Propose it' }).click()
  await aoife.getByRole('link', { name: 'Go to the decision' }).click()
  await expect(aoife.getByRole('heading', { level: 1, name: machine })).toBeVisible()

  await caughtUp()
  await passTo((await decisionOf(COOP, machine)).votingStarts + 1)
  const eoin = await look(PHONE)
  await eoin.goto('./')
  await be(eoin, 'Eoin Walsh')
  await openDecision(eoin)
  await fits(eoin)
  await eoin
    .getByRole('group', { name: 'What do you say?' })
    .getByText('For', { exact: true })
    .click()
  await eoin.getByRole('button', { name: 'Sign my vote' }).click()
  await expect(eoin.getByText('You voted For. It waits at the postbox')).toBeVisible()
  await sendPostbox(eoin)
  await expect(eoin.getByText('You voted For. It is counted.')).toBeVisible()
  await eoin.getByRole('button', { name: 'Recount now' }).click()
  await expect(eoin.getByText('Same as the official count.')).toBeVisible()
})

test('Firefox: what passed is carried out, and a cooperator lends', async ({ look }) => {
  const decision = await decisionOf(COOP, machine)
  await othersVote(decision, 'for')
  await caughtUp()
  await passTo((await decisionOf(COOP, machine)).executableFrom + 1)
  const page = await look()
  await page.goto('./')
  await be(page, 'Aoife Byrne')
  await openDecision(page)
  await page.getByRole('button', { name: 'Carry it out' }).click()
  await expect(page.getByText('Carried out: ')).toBeVisible()
  await caughtUp()

  const { address } = await personCalled('Aoife Byrne')
  await mint(address as `0x${string}`, euro(100))
  const offer = await seriesCalled(machine)
  await passTo(offer.opens + 1)
  const had = await cashOf(address)
  await page.goto('#/bonds')
  await page.getByRole('link', { name: machine }).click()
  await expect(page.getByRole('heading', { level: 1, name: machine })).toBeVisible()
  await settled(page)
  await fits(page)
  await page.getByLabel('How much', { exact: true }).pressSequentially('60')
  await page.getByRole('button', { name: 'Lend 60 euros' }).click()
  await expect(page.getByText('You lent 60 euros.')).toBeVisible()
  expect(await cashOf(address)).toBe(had - euro(60))
})

test('Firefox: a firm sees the price and pays, and anyone checks the permission', async ({
  look,
}) => {
  const { data: works } = await told('/api/works')
  const work = works.find(({ title }) => title === WORK)
  const { name, address } = await personCalled('Atelier Nord GmbH')
  await mint(address as `0x${string}`, euro(10_000))
  const firm = await look()
  await firm.goto('./')
  await be(firm, name)
  await firm.goto(`#/may-i-use/${work?.phyle}/${work?.id}`)
  await firm
    .getByRole('group', { name: 'Who uses it, and what for?' })
    .getByText('A firm that earns with it')
    .click()
  // Of the years that a permission may last the stories before this one have bought most.
  await firm.getByLabel('For how long').selectOption('1 month')
  await expect(firm.getByRole('heading', { name: 'How this price is worked out' })).toBeVisible()
  const had = await cashOf(address)
  await firm.getByRole('button', { name: /^Pay .+ and get the permission$/ }).click()
  await expect(firm.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
  expect(await cashOf(address)).toBeLessThan(had)

  await firm.getByRole('link', { name: 'See the permission and its receipt' }).click()
  await expect(
    firm.getByRole('heading', { level: 1, name: `Permission to use ${WORK}` }),
  ).toBeVisible()
  await settled(firm)
  await expect(
    firm.getByRole('button', { name: 'Download the receipt (JSON)' }).first(),
  ).toBeVisible()

  const auditor = await look(PHONE)
  await auditor.goto('#/check')
  await settled(auditor)
  await auditor.getByLabel('Who').pressSequentially(name)
  const option = auditor.getByLabel('Which work').getByRole('option', { name: /CoolCrate/ })
  await auditor.getByLabel('Which work').selectOption(await option.getAttribute('value'))
  await expect(auditor.getByText(`Yes: ${name} may use CoolCrate`)).toBeVisible()
  await fits(auditor)
})
