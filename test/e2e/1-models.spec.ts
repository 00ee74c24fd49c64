// SPDX-License-Identifier: AGPL-3.0-or-later
/** Somebody looks for the model that suits their co-op, and starts from it. */
import { expect, fits, PHONE, settled, test } from './kit/story.ts'

test('A founder compares models, reads one, and starts from it', async ({ look }) => {
  const page = await look()
  await page.goto('./#/found')
  await settled(page)
  await page.getByRole('link', { name: 'Compare the models side by side' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Models of co-ops' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('Everyday decision, with 12 people')

  await page.getByLabel('Third model').selectOption('French SCIC')
  // Its workers have four tenths, so that no group carries what the others are against.
  await expect(main).toContainText('Worker 40%, Beneficiary 35% and Partner 25%')
  await page.getByLabel('First model').selectOption('Enspiral foundation')
  await expect(main).toContainText('One objection with its reason stops it.')

  await main.getByRole('link', { name: 'French SCIC' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'French SCIC' })).toBeVisible()
  await expect(main).toContainText('Spread evenly: 4 Worker, 4 Beneficiary and 4 Partner.')
  await expect(main).toContainText('Not from the model itself')
  await page.getByRole('link', { name: 'Start from this model' }).click()
  await expect(page.getByRole('radio', { name: /^French SCIC/ })).toBeChecked()
  await expect(page.getByLabel('Name of group 2')).toHaveValue('Beneficiary')

  await page.getByText('Worker co-op', { exact: true }).click()
  await expect(page.getByLabel('Name of group 1')).toHaveValue('Worker')
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Worker co-op/ })).toBeChecked()
})

test('A model that there is not is said to be missing', async ({ look }) => {
  const page = await look(PHONE)
  await page.goto('./#/models/nobodys')
  await expect(page.getByText('There is no such model.')).toBeVisible()
  await page.getByRole('link', { name: 'All models' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Side by side' })).toBeVisible()
  await fits(page)
})
