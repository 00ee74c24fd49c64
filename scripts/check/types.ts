// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import { type Check, tool } from './check.ts'

const PROJECTS = ['.', 'sdk', 'relay', 'indexer', 'frontend', 'test/e2e', 'bench/app']

/** TypeScript takes a project without a source file for a mistake. */
async function hasSources(project: string): Promise<boolean> {
  const files = glob('**/*.ts', {
    cwd: fromRoot(project),
    exclude: (name) => name === 'node_modules',
  })
  for await (const _file of files) return true
  return false
}

export const types: Check = {
  title: 'Types',
  async problems() {
    const problems: string[] = []
    for (const project of PROJECTS) {
      if (!(await hasSources(project))) continue
      problems.push(...(await tool('typescript/bin/tsc', '-p', project)))
    }
    return problems
  },
}
