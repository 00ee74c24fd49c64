// SPDX-License-Identifier: AGPL-3.0-or-later
/** The third job: a firm pays for a permission and can show it; who earns nothing with it gets it free. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type Address, type Hex, isHex } from 'viem'
import type { LicenceGround } from '../../sdk/src/chapters/licences/enums.ts'
import { iLicencesAbi, iWorksAbi } from '../../sdk/src/generated/abi.ts'
import { groundCode } from '../../sdk/src/licence.ts'
import { cashOf, chainNow, client, house, personCalled } from './kit/chain.ts'
import { told } from './kit/overview.ts'
import { accessible, DESKTOP, expect, fits, go, PHONE, settled, test } from './kit/story.ts'

const WORK = 'CoolCrate: Cold Store for Vegetables'

test.describe.configure({ mode: 'serial' })

async function ask(page: Page, title: string | RegExp = `May I use ${WORK}?`): Promise<void> {
  await go(page, 'May I use this?')
  await page.getByLabel('What do you want to use?').fill('coolcrate')
  await page.getByRole('link', { name: `Ask for ${WORK}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await settled(page)
}

async function choose(page: Page, use: string): Promise<void> {
  await page.getByRole('group', { name: 'Who uses it, and what for?' }).getByText(use).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Yes, |You may, until )/)
}

/** What the firm keeps, for others to check. */
let receipt: Buffer

test('A firm sees the price and its reasons, pays, and keeps a receipt', async ({ arrive }) => {
  const { page, wallet } = await arrive('Atelier Nord GmbH')
  const main = page.getByRole('main')
  // It holds one since autumn, and buys more time.
  await ask(page, /^You may, until /)
  await choose(page, 'A firm that earns with it')
  await page.getByLabel('Yearly turnover').selectOption('500,000 euros to 5,000,000 euros')
  await expect(main).toContainText('Your contributions: 300 of')
  await expect(main).toContainText('When it would be free')
  await expect(main).toContainText('You earn no money with it.')
  await page.getByLabel(/Your purchase order number/).fill('PO 2026-0412')
  await accessible(page)

  const had = await cashOf(wallet.address)
  const pay = page.getByRole('button', { name: /^Pay .+ and get the permission$/ })
  const said = (await pay.textContent()) ?? ''
  const euros = /Pay ([\d,.]+)/.exec(said)?.[1]
  await pay.click()
  await expect(page.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
  const { licences } = await house()
  expect(wallet.signed.at(-1)).toMatchObject({
    primaryType: 'Permit',
    message: { spender: expect.stringMatching(new RegExp(licences, 'i')) },
  })
  expect(wallet.sent).toHaveLength(1)
  const paid = had - (await cashOf(wallet.address))
  expect(paid).toBeGreaterThan(0n)
  expect(Math.trunc(Number(paid) / 10_000) / 100).toBe(Number(euros?.replaceAll(',', '')))

  await page.getByRole('link', { name: 'See the permission and its receipt' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Permission to use ${WORK}` }),
  ).toBeVisible()
  await settled(page)
  await accessible(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt (JSON)' }).first().click()
  receipt = await readFile(await (await downloading).path())
  const file = JSON.parse(receipt.toString())
  expect(file).toMatchObject({ licensee: wallet.address, entry: { amount: String(paid) } })

  const print = page.getByRole('link', { name: 'Print it, or save it as PDF' }).first()
  await print.click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Receipt and invoice details' }),
  ).toBeFocused()
  await expect(page.getByRole('article')).toContainText('What was declared')
  await accessible(page)
  await page.goBack()
  await expect(
    page.getByRole('heading', { level: 1, name: `Permission to use ${WORK}` }),
  ).toBeVisible()
  await expect(print, 'back is where they left').toBeFocused()
})

test('Who holds a permission reads first that they may, with its receipt', async ({ arrive }) => {
  const { page } = await arrive('Atelier Nord GmbH', PHONE)
  await ask(page, /^You may, until /)
  await expect(page.getByRole('heading', { name: 'The permission you hold' })).toBeVisible()
  await choose(page, 'A firm that earns with it')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You may, until /)
  await expect(page.getByText(/^More time, until .+, costs .+ today\.$/)).toBeVisible()
  await fits(page)
  await accessible(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt (JSON)' }).first().click()
  expect(JSON.parse(await readFile(await (await downloading).path(), 'utf8')).fingerprint).toBe(
    JSON.parse(receipt.toString()).fingerprint,
  )
})

test('A forged receipt does not hold, and what is true is shown instead', async ({ look }) => {
  const page = await look()
  await page.goto('#/check')
  await settled(page)
  const file = JSON.parse(receipt.toString())
  const { gross } = file.invoice
  file.work.title = 'Evil Loom'
  file.invoice.gross = '1.23'
  file.note = 'checked by the ministry'
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'receipt.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(file))
  await page.getByText('Drop the file here').dispatchEvent('drop', { dataTransfer: data })
  await expect(page.getByText('✕ This receipt does not hold')).toBeVisible()
  const said = page.getByRole('region', { name: 'What the network says' })
  await expect(said).toContainText(WORK)
  await expect(said).toContainText(gross)
  await expect(said).not.toContainText('Evil Loom')
  await expect(said).not.toContainText('1.23 ')
  await expect(
    page.getByText(`work.title: the file says “Evil Loom”, the network “${WORK}”.`),
  ).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Added by whoever holds this file' }),
  ).toContainText('checked by the ministry')
  await accessible(page)
  await page.setViewportSize(PHONE)
  await fits(page)
})

test('A work that is free under its own licence is answered with that, not with a price', async ({
  arrive,
}) => {
  const { page } = await arrive('Atelier Nord GmbH')
  const { data: works } = await told('/api/works')
  const work = works.find(({ licence }) => licence === 'CERN-OHL-P-2.0')
  await page.goto(`#/may-i-use/${work?.phyle}/${work?.id}`)
  await choose(page, 'A firm that earns with it')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yes, free under CERN-OHL-P-2.0')
  await expect(page.getByRole('main')).toContainText('You need no permission for that.')
  const pay = page.getByRole('button', { name: /^Pay .+ and get the permission$/ })
  await expect(pay).toBeHidden()
  await expect(page.getByText('Its steward asks for no payment.')).toBeVisible()
  await expect(page.getByText('See the separate permission and its price')).toHaveCount(0)
})

test('A permission or a work that there is not is not found, and that is said', async ({
  look,
}) => {
  const page = await look(PHONE)
  await page.goto('#/permissions/1/0x00000000000000000000000000000000000000b1')
  await expect(page.getByRole('heading', { level: 1, name: 'No such permission' })).toBeVisible()
  await page.getByRole('link', { name: 'Check by name' }).click()
  await settled(page)
  await fits(page)
})

for (const [screen, width] of [
  [PHONE, '390 px'],
  [DESKTOP, 'a desktop'],
] as const) {
  test(`Anyone checks a permission without a wallet, on ${width}`, async ({ look }) => {
    const page = await look(screen)
    await page.goto('#/check')
    await settled(page)
    await page.getByLabel('Who').fill('Atelier Nord GmbH')
    const works = page.getByLabel('Which work')
    const option = works.getByRole('option', { name: /CoolCrate/ })
    await works.selectOption(await option.getAttribute('value'))
    await expect(page.getByText(/Yes: Atelier Nord GmbH may use CoolCrate/)).toBeVisible()
    await fits(page)
    await accessible(page)
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: receipt })
    await expect(page.getByText('✓ This receipt holds')).toBeVisible()
    await accessible(page)
  })
}

for (const [name, screen, width] of [
  ['Sacha Lemaire', PHONE, '390 px'],
  ['Friends of the Markets', DESKTOP, 'a desktop'],
] as const) {
  test(`Who earns nothing with it declares so, and pays nothing, on ${width}`, async ({
    arrive,
  }) => {
    const { page, wallet } = await arrive(name, screen)
    await ask(page)
    await choose(page, 'Somebody who earns nothing with it')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yes, free for a year')
    await expect(page.getByRole('main')).toContainText(
      `${name} declares to use ${WORK} without earning money with it`,
    )
    await fits(page)
    await accessible(page)
    const had = await cashOf(wallet.address)
    await page.getByRole('button', { name: 'Declare it and get the permission' }).click()
    await expect(page.getByText('You may use it. The receipt is yours to keep.')).toBeVisible()
    expect(await cashOf(wallet.address)).toBe(had)
  })
}

/** A receipt as its file holds it; every number that may be large is written out. */
interface ReceiptJson {
  readonly chainId: number
  readonly contract: Address
  readonly licensee: Address
  readonly family: string
  readonly fingerprint: Hex
  readonly entry: {
    readonly number: string
    readonly payer: Address
    readonly work: string
    readonly terms: string
    readonly ground: LicenceGround
    readonly tier: number
    readonly issued: number
    readonly from: number
    readonly to: number
    readonly token: Address
    readonly amount: string
    readonly purchaseOrder: Hex
    readonly statement: Hex
    readonly previous: Hex
  }
  readonly place: { readonly transaction: Hex; readonly block: string; readonly blockHash: Hex }
  readonly work: { readonly title: string; readonly sha256: Hex }
  readonly terms: { readonly hash: Hex; readonly legalText: Hex; readonly licensor: Address }
}

async function download(page: Page, place: number): Promise<ReceiptJson> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt (JSON)' }).nth(place).click()
  return JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
}

/** Every word of a receipt that the chain knows of is the chain's. */
async function holds({ entry, place, work, terms, ...file }: ReceiptJson): Promise<void> {
  const { licences, works } = await house()
  const family = BigInt(file.family)
  const desk = { address: licences, abi: iLicencesAbi } as const
  const register = { address: works, abi: iWorksAbi } as const
  const version = [family, BigInt(entry.terms)] as const
  const [fingerprint, block, [event], kept, hash, offered] = await Promise.all([
    client.readContract({
      ...desk,
      functionName: 'receiptHash',
      args: [
        file.licensee,
        family,
        {
          ...entry,
          number: BigInt(entry.number),
          work: BigInt(entry.work),
          terms: BigInt(entry.terms),
          ground: groundCode(entry.ground),
          amount: BigInt(entry.amount),
        },
      ],
    }),
    client.getBlock({ blockHash: place.blockHash }),
    client.getContractEvents({
      ...desk,
      eventName: 'Receipt',
      args: { licensee: file.licensee, family, fingerprint: file.fingerprint },
      blockHash: place.blockHash,
      strict: true,
    }),
    client.readContract({ ...register, functionName: 'workOf', args: [BigInt(entry.work)] }),
    client.readContract({ ...register, functionName: 'termsHash', args: version }),
    client.readContract({ ...register, functionName: 'termsOf', args: version }),
  ])
  expect(file.contract).toBe(licences)
  expect(file.chainId).toBe(await client.getChainId())
  expect(file.fingerprint).toBe(fingerprint)
  expect(`${block.number}`).toBe(place.block)
  expect(Number(block.timestamp)).toBe(entry.issued)
  expect(event?.transactionHash).toBe(place.transaction)
  expect(event?.args.entry.amount).toBe(BigInt(entry.amount))
  expect(work.sha256).toBe(kept.digest)
  expect(terms).toEqual({ hash, legalText: offered.legalText, licensor: offered.licensor })
}

test('A permission is renewed, and each receipt names the one before it', async ({ arrive }) => {
  const { page, wallet } = await arrive('Atelier Nord GmbH', PHONE)
  const { licences } = await house()
  const args = [1n, wallet.address] as const
  const grant = () =>
    client.readContract({
      address: licences,
      abi: iLicencesAbi,
      functionName: 'grantOf',
      args,
    })
  const before = await grant()
  await page.goto(`#/permissions/1/${wallet.address}`)
  await settled(page)
  const renew = page.getByRole('button', { name: /^Pay .+ for another year$/ })
  await fits(page)
  const had = await cashOf(wallet.address)
  await renew.click()
  await expect(page.getByText('The new receipt is below.')).toBeVisible()
  expect(await cashOf(wallet.address)).toBeLessThan(had)
  const after = await grant()
  expect(after.to).toBe(before.to + 365 * 86_400)
  expect(after.receipts).toBe(before.receipts + 1n)

  const buttons = page.getByRole('button', { name: 'Download the receipt (JSON)' })
  await expect(buttons).toHaveCount(Number(after.receipts))
  let expected = await client.readContract({
    address: licences,
    abi: iLicencesAbi,
    functionName: 'newestReceipt',
    args,
  })
  for (let place = 0; place < Number(after.receipts); place++) {
    const file = await download(page, place)
    await holds(file)
    expect(file.fingerprint, 'newest first, each named by the one after it').toBe(expected)
    expected = file.entry.previous
  }
  expect(isHex(expected) && BigInt(expected) === 0n, 'the first names none').toBe(true)
})

test('A payment is taken back within the window: exactly what was paid, and nothing is covered', async ({
  arrive,
  look,
}) => {
  const { page, wallet } = await arrive('Atelier Nord GmbH')
  const { data: works } = await told('/api/works')
  const tag = works.find(({ title }) => title === 'ShelfTag')
  const had = await cashOf(wallet.address)
  await page.goto(`#/may-i-use/${tag?.phyle}/${tag?.id}`)
  await choose(page, 'A firm that earns with it')
  await page.getByRole('button', { name: /^Pay .+ and get the permission$/ }).click()
  await page.getByRole('link', { name: 'See the permission and its receipt' }).click()
  await settled(page)
  expect(await cashOf(wallet.address)).toBeLessThan(had)

  const back = page.getByRole('button', { name: /^Take .+ back$/ })
  await expect(back).toBeDisabled()
  await page.getByText('I have understood it').click()
  await back.click()
  await expect(page.getByText('The money is back in your wallet.')).toBeVisible()
  expect(await cashOf(wallet.address)).toBe(had)
  await expect(page.getByRole('heading', { name: /^Receipt \d+, of a refund$/ })).toBeVisible()
  await accessible(page)

  const auditor = await look()
  await checkOf(auditor, 'Atelier Nord GmbH', /^ShelfTag/)
  await expect(
    auditor.getByText(/No: Atelier Nord GmbH has no permission for ShelfTag/),
  ).toBeVisible()
})

/** Fills in the page that checks a permission. */
async function checkOf(page: Page, who: string, work: RegExp, day?: string): Promise<void> {
  await page.goto('#/check')
  await settled(page)
  await page.getByLabel('Who').fill(who)
  const works = page.getByLabel('Which work')
  const option = works.getByRole('option', { name: work })
  await works.selectOption(await option.getAttribute('value'))
  if (day) await page.getByLabel('On which day').fill(day)
}

const isoDay = (time: number) => new Date(time * 1000).toISOString().slice(0, 10)
const DAY = 86_400

test('Whether a day before, within or after its period was covered, is said', async ({ look }) => {
  const { licences } = await house()
  const { address } = await personCalled('Makers of Lyon 7, a club')
  const { from, to } = await client.readContract({
    address: licences,
    abi: iLicencesAbi,
    functionName: 'grantOf',
    args: [1n, address as Address],
  })
  const page = await look(PHONE)
  const name = 'Makers of Lyon 7, a club'
  const other = 'Chi Nwosu'
  await checkOf(page, other, /^CoolCrate/, isoDay(from + 2 * DAY))
  await expect(page.getByText(`No: ${other} had no permission for CoolCrate`)).toBeVisible()
  // Before its first terms held, the work was free for everybody.
  await checkOf(page, name, /^CoolCrate/, isoDay(from - 2 * DAY))
  await expect(page.getByText(`Yes: ${name} was allowed to use CoolCrate`)).toBeVisible()
  await page.getByLabel('On which day').fill(isoDay(from + 2 * DAY))
  await expect(page.getByText(`Yes: ${name} was allowed to use CoolCrate`)).toBeVisible()
  await page.getByLabel('On which day').fill(isoDay((await chainNow()) + 5 * DAY))
  await expect(page.getByText(`Yes: ${name} may use CoolCrate`)).toBeVisible()
  await page.getByLabel('On which day').fill(isoDay(to + 2 * DAY))
  await expect(page.getByText(`No: ${name} has no permission for CoolCrate`)).toBeVisible()
  await fits(page)
})
