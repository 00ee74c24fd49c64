// SPDX-License-Identifier: AGPL-3.0-or-later
/** The life of a bond to its end: bought, at work, paid back by use fees, and then everybody's. */
import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import { iCommonsBondsAbi, iCommonsFundAbi, iPhyleAbi } from '../../sdk/src/generated/abi.ts'
import { cashOf, chainNow, client, euro, house, passTo, personCalled } from './kit/chain.ts'
import { mint } from './kit/lend.ts'
import { caughtUp, decisionOf, othersVote, seriesCalled, told } from './kit/overview.ts'
import { DESKTOP, expect, fits, moveTime, PHONE, settled, test } from './kit/story.ts'

const ROUTER = 'A CNC router'
/** In the language of Scopéli. */
const PAY = /^Payer EUR.180\.00 de redevance d’usage pour A CNC router$/
const PAYS = /Scopéli pays 180.euros of use fee for A CNC router/

test.describe.configure({ mode: 'serial' })

async function openRouter(page: Page): Promise<void> {
  await page.goto('#/bonds')
  await page.getByRole('link', { name: ROUTER }).click()
  await settled(page)
}

async function openMachine(page: Page): Promise<void> {
  await page.goto('#/commons')
  await settled(page)
  await page.getByRole('main').getByRole('link', { name: ROUTER }).click()
  await settled(page)
}

async function dueOf(holder: Address): Promise<bigint> {
  const { bonds } = await house()
  const { id } = await seriesCalled(ROUTER)
  return client.readContract({
    address: bonds,
    abi: iCommonsBondsAbi,
    functionName: 'dueOf',
    args: [BigInt(id), holder],
  })
}

test('When it closes, the machine is bought and stands in the commons', async ({ arrive }) => {
  const { page, wallet } = await arrive('Hugo Serrano', PHONE)
  const before = await seriesCalled(ROUTER)
  if ((await chainNow()) <= before.closes) await passTo(before.closes + 1)
  await openRouter(page)
  // Anyone may have it bought; mostly the relay was quicker.
  await expect(page.getByText('Bought and at work')).toBeVisible()
  await expect(page.getByText('It belongs to all cooperators and is at work.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/You lent\s*150.euros/)
  const supplier = await personCalled('Atelier Loire Machines')
  expect(await cashOf(supplier.address)).toBe(BigInt(before.price))
  expect(await dueOf(wallet.address)).toBeGreaterThanOrEqual(0n)
  await caughtUp()
  await openMachine(page)
  await expect(page.getByRole('heading', { level: 1, name: ROUTER })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('lent to Scopéli')
  await fits(page)
})

test('The co-op decides to pay a use fee, and who lent collects their part', async ({ arrive }) => {
  const { id } = await routerNow()
  const { page: proposing } = await arrive('Gisèle Prévost', DESKTOP)
  await openMachine(proposing)
  await proposing.getByRole('link', { name: 'Propose to pay it' }).click()
  await proposing.getByLabel('How much?').fill('180')
  await expect(proposing.getByRole('main')).toContainText(PAYS)
  await proposing.getByRole('button', { name: 'Propose it' }).click()
  await proposing.getByRole('link', { name: 'Go to the decision' }).click()
  await expect(proposing.getByRole('heading', { level: 1, name: PAY })).toBeVisible()
  await caughtUp()
  const decision = await decisionOf('Scopéli', PAY)
  await passTo(decision.votingStarts + 1)
  await othersVote(decision, 'for')

  const { page, wallet } = await arrive('Hugo Serrano', PHONE)
  await page.goto(`#/decisions/${decision.assembly}/${decision.id}`)
  await expect(page.getByRole('main')).toContainText(PAYS)
  await moveTime(page, 'To the close of this vote')
  await moveTime(page, 'To the moment it can be carried out')
  await page.getByRole('button', { name: 'Carry it out' }).click()
  await expect(page.getByText('Carried out: ')).toBeVisible()

  const due = await dueOf(wallet.address)
  const units = BigInt((await seriesCalled(ROUTER)).pledgedUnits)
  const { paid } = await ledgerOf(id)
  expect(due).toBe((paid * 150n) / units)
  const had = await cashOf(wallet.address)
  await openRouter(page)
  await page.getByRole('button', { name: /^Collect / }).click()
  await expect(page.getByText('It is in your wallet.')).toBeVisible()
  expect(await cashOf(wallet.address)).toBe(had + due)
  await fits(page)
})

test('Paid back in full, what it earns becomes the equal share, which says why it is so', async ({
  arrive,
}) => {
  const { id } = await routerNow()
  const { capDue, paid } = await ledgerOf(id)
  const cent = 10_000n
  // What is paid is typed, so it ends with a whole cent.
  const over = euro(720) + ((cent - ((capDue - paid) % cent)) % cent)
  const fee = capDue - paid + over
  const { page, wallet } = await arrive('Karim Haddad', PHONE)
  await mint(wallet.address, fee)
  // What was earned until now is collected, so that what comes is known.
  await page.goto('#/money')
  await settled(page)
  const share = page
    .getByRole('listitem')
    .filter({ hasText: 'Your equal share' })
    .getByRole('button', { name: /^Collect / })
  if (await share.isVisible()) {
    await share.click()
    await expect(share).toHaveCount(0)
  }

  await openMachine(page)
  const paying = page.getByLabel('How much')
  await paying.fill(String(Number(fee) / 1e6))
  await page.getByRole('button', { name: /^Pay / }).click()
  await expect(page.getByText('It went on to those it belongs to at once.')).toBeVisible()
  await caughtUp()
  await openRouter(page)
  await expect(page.getByText('Those who lent have been repaid.')).toBeVisible()

  const { phyle, fund } = await house()
  const month = { address: phyle, abi: iPhyleAbi } as const
  const epoch = await client.readContract({ ...month, functionName: 'epoch' })
  const heads = await client.readContract({
    ...month,
    functionName: 'earningHeads',
    args: [epoch],
  })
  await moveTime(page, 'To the end of the earning month')
  await page.goto('#/money')
  await settled(page)
  await expect(share).toBeVisible()
  await expect(page.getByRole('main')).toContainText('the same for every cooperator')
  await expect(page.getByRole('main')).toContainText('You have earned it since')
  await expect(page.getByRole('table', { name: 'Your equal share' })).toBeVisible()
  const due = await client.readContract({
    address: fund,
    abi: iCommonsFundAbi,
    functionName: 'due',
    args: [wallet.address],
  })
  // Nine tenths of what the machine earned beyond the bonds, for each person the same.
  expect(due).toBeGreaterThanOrEqual((over * 9n) / 10n / heads)
  const had = await cashOf(wallet.address)
  await share.click()
  await expect(page.getByText('It is in your wallet.').first()).toBeVisible()
  await expect(share).toHaveCount(0)
  expect((await cashOf(wallet.address)) - had).toBe(due)
  await fits(page)

  // Whoever lent has the rest to collect as well, and nothing more ever comes.
  const hugo = await personCalled('Hugo Serrano')
  expect(await dueOf(hugo.address as Address)).toBeGreaterThan(0n)
})

async function routerNow(): Promise<{ id: bigint; machine: bigint }> {
  const { phyle, id } = await seriesCalled(ROUTER)
  const { data } = await told('/api/series/:phyle/:id', `/api/series/${phyle}/${id}`)
  return { id: BigInt(id), machine: BigInt(data.machine ?? 0) }
}

async function ledgerOf(series: bigint) {
  const { fund } = await house()
  return client.readContract({
    address: fund,
    abi: iCommonsFundAbi,
    functionName: 'ledgerOf',
    args: [series],
  })
}
