// SPDX-License-Identifier: AGPL-3.0-or-later
/** A federation expels a co-op, which replies while the others vote, appeals afterwards, and stays. */
import type { Page } from '@playwright/test'
import { house } from './kit/chain.ts'
import { pass, passInFederation, send } from './kit/decide.ts'
import { coopCalled, decisionOf, told } from './kit/overview.ts'
import { accessible, expect, fits, PHONE, settled, test } from './kit/story.ts'

/** Both write in French, and accept the chapters of their federation. */
const ACCUSER = 'SuperQuinquin'
const ACCUSED = 'La cagette'
const MEMBER = 'Violette Noël'
const GROUNDS = 'It has not filed its books.'
const REPLY = 'Our books were with the tax office.'
const APPEAL = 'They are back, and filed.'

test.describe.configure({ mode: 'serial' })

const toPropose = async (page: Page, coop: string, what: string) => {
  await page.goto(`#/propose/${(await coopCalled(coop)).coop}?what=${what}`)
  await settled(page)
}

/** What the co-ops of the federation decide together about the accused. */
async function theExpulsion() {
  const { root } = await house()
  const { data } = await told('/api/proposals', `/api/proposals?coop=${root}`)
  const found = data.find(({ title }) => title === `Expel ${ACCUSED} from the federation`)
  if (!found) throw new Error('the federation has no such decision')
  return found
}

test('A co-op puts before the others, with reasons, that another has to leave', async ({
  arrive,
}) => {
  const { page } = await arrive('Léa Fontaine', PHONE)
  await toPropose(page, ACCUSER, 'expel')
  await expect(page.getByText('Within these 30 days it can appeal')).toBeVisible()
  await page.getByText(ACCUSED, { exact: true }).click()
  await page.getByLabel('The reasons').fill(GROUNDS)
  await fits(page)
  await send(page)
  await pass(page, await decisionOf(ACCUSER, new RegExp(`exclure ${ACCUSED}$`)))
})

test('The accused replies by its own vote, and who decides reads it', async ({ arrive, look }) => {
  const { page } = await arrive(MEMBER)
  await toPropose(page, ACCUSED, 'answer')
  await page.getByLabel('What the co-op says').fill(REPLY)
  await accessible(page)
  await send(page)
  await pass(page, await decisionOf(ACCUSED, /reproché/))

  const reader = await look(PHONE)
  const { assembly, id } = await theExpulsion()
  await reader.goto(`#/decisions/${assembly}/${id}`)
  await settled(reader)
  const says = reader.getByRole('region', { name: `What ${ACCUSED} says` })
  await expect(says).toContainText(REPLY)
  await fits(reader)
})

test('Expelled, it reads until when it can appeal, appeals, and stays', async ({ arrive }) => {
  const { page } = await arrive(MEMBER, PHONE)
  await passInFederation(page, await theExpulsion())
  const { coop } = await coopCalled(ACCUSED)
  await page.goto(`#/coops/${coop}`)
  await settled(page)
  await expect(page.getByText(`decided to expel ${ACCUSED}. It leaves on`)).toBeVisible()
  await fits(page)
  await page.getByRole('link', { name: 'Reply or appeal' }).click()
  await page.getByLabel('What the co-op says').fill(APPEAL)
  await send(page)
  await pass(page, await decisionOf(ACCUSED, /appel de notre exclusion/))

  await page.goto(`#/coops/${coop}`)
  await settled(page)
  await expect(page.getByText(`decided to expel ${ACCUSED}, which appealed on`)).toBeVisible()
  await expect(page.getByText(APPEAL)).toBeVisible()
  expect((await coopCalled(ACCUSED)).phyles).toHaveLength(1)
})
