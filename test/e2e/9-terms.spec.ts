// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op offers terms for a work whose author is somebody else, and after the notice a firm sees the price. */
import { chainNow, passTo } from './kit/chain.ts'
import { pass, send } from './kit/decide.ts'
import { caughtUp, coopCalled, decisionOf, told } from './kit/overview.ts'
import { accessible, expect, fits, PHONE, settled, test } from './kit/story.ts'

const COOP = 'Dublin FoodCoop'
const WORK = 'MeditationBench'
const AUTHOR = 'Deirdre Nolan'
const DAY = 86_400

test.describe.configure({ mode: 'serial' })

async function theWork() {
  const { data } = await told('/api/works')
  const work = data.find(({ title }) => title === WORK)
  if (!work) throw new Error(`There is no work ${WORK} in the example`)
  return work
}

test('A member writes terms, the author signs them by a link, and they are put to the vote', async ({
  arrive,
}) => {
  const { page } = await arrive('Aoife Byrne')
  await page.goto(`#/propose/${(await coopCalled(COOP)).coop}?what=terms`)
  await settled(page)
  const main = page.getByRole('main')
  await main.getByText('Braille Signage Generator').click()
  await expect(main).toContainText('already allows firms everything, so nothing can be sold')
  await main.getByText(WORK).click()
  await expect(main).toContainText('What you sell is a second licence')
  await page.getByLabel('Price of a year').fill('240')
  await page.getByLabel('Legal text of the permission').fill('You may build and sell the bench.')
  const seen = page.getByRole('region', { name: 'What a firm will see for 12 months' })
  await expect(seen).toContainText('more than 5,000,000 euros')
  await expect(seen).toContainText('240 euros')
  await expect(seen).toContainText('They are the first terms of this work')

  await main.getByText('Somebody else').click()
  await page.getByLabel('Their account').selectOption({ label: AUTHOR })
  await page.getByRole('button', { name: 'Make a link for the licensor' }).click()
  const link = await page.getByLabel('Send this link to the licensor').inputValue()
  await accessible(page)

  const author = await arrive(AUTHOR, PHONE)
  await author.page.goto(`#${link.split('#')[1]}`)
  await settled(author.page)
  await expect(author.page.getByRole('main')).toContainText('240 euros')
  await author.page.getByText('Read the legal text').click()
  await expect(author.page.getByRole('main')).toContainText('You may build and sell the bench.')
  await fits(author.page)
  await author.page.getByRole('button', { name: 'Sign these terms' }).click()
  const signature = await author.page.getByLabel('Your signature').inputValue()
  expect(author.wallet.signed.at(-1)).toMatchObject({
    primaryType: 'LicensorConsent',
    message: { pricePerYear: '240000000' },
  })

  await page.getByLabel('What the licensor sends back').fill(signature)
  await expect(page.getByText('The licensor signed exactly these terms.')).toBeVisible()
  await send(page)
  await expect(page.getByRole('heading', { name: `The terms of ${WORK}` })).toBeVisible()
  await pass(page, await decisionOf(COOP, `Offer terms for ${WORK}`))
})

test('A firm sees the price once the notice is over, and no earlier', async ({ arrive }) => {
  const { page } = await arrive('Atelier Nord GmbH', PHONE)
  const { phyle, id } = await theWork()
  const ask = async () => {
    await page.goto(`#/may-i-use/${phyle}/${id}`)
    await settled(page)
    await page
      .getByRole('group', { name: 'Who uses it, and what for?' })
      .getByText('A firm that earns with it')
      .click()
  }
  await ask()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('euros')
  await passTo((await chainNow()) + 31 * DAY)
  await caughtUp()
  await page.reload()
  await ask()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Yes, for 240 euros')
  await expect(page.getByRole('main')).toContainText('What is offered here is a second licence')
  await fits(page)
})
