// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { rules } from '../docs/rules.ts'
import { type Fault, readFaults } from '../faults/fault.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'
import { idsInTitles } from './titles.ts'

/** What keeps a patch from going onto the tree as it is. */
function misfit({ file }: Fault): string | undefined {
  const { status, stderr, error } = spawnSync('git', ['apply', '--check', file], {
    cwd: fromRoot(),
    encoding: 'utf8',
    // A checkout around this folder would have git pass over every path of the patch.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(fromRoot()) },
  })
  if (error !== undefined) return `git is needed to try the patches: ${error.message}`
  return status === 0 ? undefined : `${file} does not apply: ${stderr.trim()}`
}

function untold({ id, file, tests }: Fault): string | undefined {
  const told = tests.some((test) => idsInTitles(readFileSync(fromRoot(test), 'utf8')).includes(id))
  return told ? undefined : `${file}: none of its tests has ${id} in a title`
}

/** The patches are only read and tried here; `npm run test:faults` runs the tests on them. */
export const faults: Check = {
  title: 'Every invariant has a fault; every fault applies and names its tests',
  async problems() {
    const { faults: found, problems } = readFaults()
    const ids = (await rules()).map(({ id }) => id)
    const broken = new Set(found.map(({ id }) => id))
    return [
      ...problems,
      ...ids
        .filter((id) => /^[GILP]\d/.test(id) && !broken.has(id))
        .map((id) => `${id}: test/faults has no patch for it that can be run`),
      ...found
        .filter(({ id }) => !ids.includes(id))
        .map(({ id, file }) => `${file}: docs/rules.md has no ${id}`),
      ...found.flatMap((fault) => [misfit(fault), untold(fault)]),
    ].filter((problem) => problem !== undefined)
  },
}
