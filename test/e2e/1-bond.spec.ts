// SPDX-License-Identifier: AGPL-3.0-or-later
/** The second job: a cooperator lends, changes their mind, and collects what came back. */
import { cashOf, euro, everybody, house } from './kit/chain.ts'
import { lendUntilEnough } from './kit/lend.ts'
import { seriesCalled, told } from './kit/overview.ts'
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

const OFFER = 'A CNC router for Scopéli'

test.describe.configure({ mode: 'serial' })

async function openOffer({ page }: Visitor): Promise<void> {
  await go(page, 'Bonds')
  await expect(page.getByRole('heading', { name: 'You can lend now' })).toBeVisible()
  await page.getByRole('link', { name: 'A CNC router' }).click()
  await expect(page.getByRole('heading', { level: 1, name: OFFER })).toBeVisible()
  await settled(page)
}

for (const [name, screen, width] of [
  ['Hugo Serrano', PHONE, '390 px'],
  ['Aoife Byrne', DESKTOP, 'a desktop'],
] as const) {
  test(`A cooperator lends with one signature and one transaction, and changes their mind, on ${width}`, async ({
    arrive,
  }) => {
    const visitor = await arrive(name, screen)
    const { page, wallet } = visitor
    const main = page.getByRole('main')
    const had = await cashOf(wallet.address)
    await openOffer(visitor)
    await expect(main).toContainText('You could lose all of it.')
    await expect(main).toContainText('from the use fees of Scopéli')
    await expect(main).toContainText('Atelier Loire Machines')
    await expect(main).toContainText('6,000 euros maximum')

    await expect(main).toContainText(/Repaid by\s*about \d+ use fees of [\d,.]+.euros, one a.month/)
    await expect(main).toContainText('Your name and what you lend are public')
    await expect(main).toContainText(/On its account now\s*[\d,.]+.euros/)
    // One for some and a thousand for others: it is asked, and nothing can be sent before.
    const amount = page.getByLabel('How much', { exact: true })
    await amount.fill('1,000')
    await expect(page.getByText('Do you mean 1,000.00 euros or 1.00 euros?')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lend', exact: true })).toBeDisabled()
    await page.getByRole('button', { name: '1.00 euros', exact: true }).click()
    await expect(amount).toHaveValue('1')
    await expect(page.getByRole('button', { name: 'Lend 1 euro' })).toBeEnabled()
    await amount.fill('200')
    await expect(main).toContainText(/Most you can get back\s*200.euros/)
    await fits(page)
    await accessible(page)
    await page.getByRole('button', { name: 'Lend 200 euros' }).click()
    await expect(
      page.getByText('You lent 200 euros. You can change your mind below.'),
    ).toBeVisible()
    const { cash, fund } = await house()
    expect(wallet.signed).toHaveLength(1)
    expect(wallet.signed[0]).toMatchObject({
      primaryType: 'Permit',
      domain: { verifyingContract: expect.stringMatching(new RegExp(cash, 'i')) },
      message: {
        spender: expect.stringMatching(new RegExp(fund, 'i')),
        value: String(euro(200)),
      },
    })
    expect(wallet.sent).toHaveLength(1)
    expect(await cashOf(wallet.address)).toBe(had - euro(200))

    await page.getByRole('button', { name: 'Change your mind', exact: true }).click()
    await page.getByLabel('How much to take back').fill('50')
    await page.getByRole('button', { name: 'Take 50 euros back' }).click()
    await expect(page.getByText('50 euros is back in your wallet.')).toBeVisible()
    await expect(main).toContainText(/You lent\s*150.euros/)
    expect(wallet.sent).toHaveLength(2)
    expect(await cashOf(wallet.address)).toBe(had - euro(150))
  })
}

for (const [name, screen, width] of [
  ['Bastien Roux', PHONE, '390 px'],
  ['Karim Haddad', DESKTOP, 'a desktop'],
] as const) {
  test(`A cooperator collects what the grain mill paid back and their equal share, on ${width}`, async ({
    arrive,
  }) => {
    const { page, wallet } = await arrive(name, screen)
    const had = await cashOf(wallet.address)
    await go(page, 'My money')
    const main = page.getByRole('main')
    await expect(page.getByRole('heading', { level: 1, name: 'My money' })).toBeVisible()
    await expect(main).toContainText('the same for every cooperator')
    await expect(main).toContainText('You have earned it since')
    await settled(page)
    await fits(page)
    await accessible(page)

    const line = (what: string) => main.getByRole('listitem').filter({ hasText: what })
    const collect = async (what: string) => {
      const before = await cashOf(wallet.address)
      const button = line(what).getByRole('button', { name: /^Collect / })
      const amount = amountOf((await button.textContent()) ?? '')
      await button.click()
      await expect(page.getByText('It is in your wallet.').first()).toBeVisible()
      await expect(button).toHaveCount(0)
      const got = (await cashOf(wallet.address)) - before
      expect(got).toBeGreaterThan(0n)
      // The page shows cents, cut off; the chain pays what there is.
      expect(got / 10_000n).toBe(amount)
    }
    await collect('Your equal share')
    await collect('Repaid: A grain mill')
    expect(wallet.sent).toHaveLength(2)
    expect(await cashOf(wallet.address)).toBeGreaterThan(had)
    await expect(main).toContainText('Equal share')
  })
}

test('For you shows what an offer that failed refunds, with its button', async ({ arrive }) => {
  const failed = await seriesCalled('A packing machine')
  const { data } = await told('/api/series/:phyle/:id', `/api/series/${failed.phyle}/${failed.id}`)
  const [position] = data.positions.filter((one) => !one.refunded)
  const people = await everybody()
  const lender = people.find(({ address }) => address === position?.holder)
  if (!position || !lender) throw new Error('Nobody waits for a refund in the example')
  const paid = BigInt(position.units) * BigInt(failed.face)

  const { page, wallet } = await arrive(lender.name, PHONE)
  const had = await cashOf(wallet.address)
  await go(page, 'For you')
  const line = page
    .getByRole('listitem')
    .filter({ hasText: 'Refunded: A packing machine, Camilla did not go ahead' })
  await settled(page)
  await fits(page)
  await accessible(page)
  await line.getByRole('button', { name: `Collect ${paid / 1_000_000n} euros` }).click()
  await expect(line.getByText('It is in your wallet.')).toBeVisible()
  expect(await cashOf(wallet.address)).toBe(had + paid)
})

test('Two offers are read beside each other', async ({ look }) => {
  const page = await look()
  await page.goto('#/bonds')
  await page.getByRole('checkbox', { name: 'Compare A CNC router' }).check()
  await expect(page.getByText('Choose another offer to compare it with.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Compare A grain mill' }).check()
  const table = page.getByRole('table', { name: 'Offers side by side' })
  const row = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row('Repaid by')).toContainText(/\d+ use fees of .* \d+ use fees of/)
  await expect(row('On the co-op’s account now')).toContainText(/euros.*euros/)
  await expect(row('Its other offers')).toContainText('None so far')
  await accessible(page)
})

test('Others lend too, and the offer says that the minimum is reached', async ({ look }) => {
  const series = await seriesCalled('A CNC router')
  await lendUntilEnough(BigInt(series.id))
  const page = await look()
  await page.goto('#/bonds')
  await page.getByRole('link', { name: 'A CNC router' }).click()
  await expect(page.getByText('The minimum is reached. Until')).toBeVisible()
})

/** Cents of an amount as a button shows it. */
function amountOf(text: string): bigint {
  const [, whole = '0', cents = '00'] = /([\d,]+)(?:\.(\d\d))?/.exec(text) ?? []
  return BigInt(whole.replaceAll(',', '') + cents)
}
