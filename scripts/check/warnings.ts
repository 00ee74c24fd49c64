// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

interface CompilerError {
  readonly formattedMessage: string
  readonly sourceLocation?: { readonly file: string }
}

/** OpenZeppelin has warnings of its own; ours are named `project/…` by Hardhat. */
const isOurs = ({ sourceLocation }: CompilerError) =>
  sourceLocation === undefined || sourceLocation.file.startsWith('project/')

export const warnings: Check = {
  title: 'Contracts compile without a warning of their own',
  async problems() {
    const problems = new Set<string>()
    for await (const file of glob('artifacts/build-info/*.output.json', { cwd: fromRoot() })) {
      const { output } = JSON.parse(await readFile(fromRoot(file), 'utf8'))
      for (const error of (output.errors ?? []) as CompilerError[]) {
        if (isOurs(error)) problems.add(error.formattedMessage.trim())
      }
    }
    return [...problems]
  },
}
