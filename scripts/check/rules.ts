// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { gaps, rules as readRules } from '../docs/rules.ts'
import { rulesPage } from '../docs/rulesPage.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

export const rules: Check = {
  title: 'Every rule has a line, a test and a page, and docs/rules.md says so',
  async problems() {
    const all = await readRules()
    const written = await readFile(fromRoot('docs/rules.md'), 'utf8')
    return [
      ...(await gaps(all)),
      ...(written === rulesPage(all)
        ? []
        : ['docs/rules.md is out of date: npm run docs -- --write']),
    ]
  },
}
