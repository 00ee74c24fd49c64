// SPDX-License-Identifier: AGPL-3.0-or-later
/** The command that founds a co-op from a file, as `npm run found -- <charter file>` runs it. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fromRoot } from '../../scripts/paths.ts'
import { caughtUp } from './kit/overview.ts'
import { expect, settled, test } from './kit/story.ts'

const run = promisify(execFile)

const found = (charter: string) =>
  run(process.execPath, ['scripts/found/main.ts', charter], {
    cwd: fromRoot(),
  })

test('A charter in a file becomes a co-op that stands in the app', async ({ look }) => {
  const { stdout } = await found('examples/charters/fairshares.json')
  const [, name, account] = /✔ (.+) is founded: (0x[0-9a-fA-F]{40})/.exec(stdout) ?? []
  expect(account, stdout).toBeDefined()
  await caughtUp()
  const page = await look()
  await page.goto(`#/coops/${account}`)
  await settled(page)
  await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Ada Moreau')
  await expect(page.getByRole('main')).toContainText('You and this co-op')
})
