// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** See docs/style.md. */
const MOST_LINES = 400
const SOURCES = ['*.sol', '*.ts', '*.tsx']

/** `npm run words` writes these; their length is that of the catalogues. */
const isWritten = (file: string): boolean => /^frontend\/src\/words\/.*\bwords\.ts$/.test(file)

/** Tells what is wrong with the length of one source file, if anything is. */
export function lengthProblem(file: string, text: string): string | undefined {
  const lines = text.trimEnd().split('\n').length
  if (lines <= MOST_LINES || isWritten(file)) return undefined
  return `${file}: ${lines} lines, more than ${MOST_LINES}: divide it at a subject`
}

async function tracked(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', ...SOURCES], {
    cwd: fromRoot(),
  })
  return stdout.split('\0').filter(Boolean)
}

export const lengths: Check = {
  title: 'Source files have at most 400 lines',
  async problems() {
    const found = await Promise.all(
      (await tracked()).map(async (file) =>
        // A file that was just deleted is tracked until the next commit.
        lengthProblem(file, await readFile(fromRoot(file), 'utf8').catch(() => '')),
      ),
    )
    return found.filter((problem) => problem !== undefined)
  },
}
