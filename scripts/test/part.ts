// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { fromRoot } from '../paths.ts'
import type { Say } from './voices.ts'

export interface Outcome {
  readonly passed: number
  readonly failed: number
}

/** One group of tests, run by one runner. */
export interface Part {
  readonly name: string
  readonly title: string
  readonly run: (say: Say) => Promise<Outcome>
}

/** How a runner states its counts: `5 passing`, `ℹ pass 5`, `Tests  5 passed`, `5 passed, 1 failed`. */
const COUNTS = {
  passed: [/^\s*(\d+) passing/gm, /^ℹ pass (\d+)/gm, /^\s*(?:Tests\s+.*?)?(\d+) passed/gm],
  failed: [
    /^\s*(\d+) failing/gm,
    /^ℹ fail (\d+)/gm,
    /^\s*(?:Tests\s+|\d+ passed, )?(\d+) failed/gm,
  ],
}

function lastCount(output: string, patterns: readonly RegExp[]): number {
  const counts = patterns.map((pattern) => [...output.matchAll(pattern)].at(-1)?.[1])
  return Number(counts.find((count) => count !== undefined) ?? 0)
}

/** What a runner needs beside its arguments. */
interface Surroundings {
  readonly say: Say
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/**
 * Runs this Node with arguments, says what it prints, and reads its counts.
 * A program that ends badly without naming a failed test counts as one failure.
 */
export function counted(
  args: readonly string[],
  { say, cwd = '.', env = {} }: Surroundings,
): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    cwd: fromRoot(cwd),
    env: {
      ...process.env,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    say(text)
  })
  child.stderr.setEncoding('utf8').on('data', say)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const plain = stripVTControlCharacters(output)
      const failed = lastCount(plain, COUNTS.failed)
      resolve({
        passed: lastCount(plain, COUNTS.passed),
        failed: status === 0 ? failed : Math.max(failed, 1),
      })
    })
  })
}
