// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { fromRoot } from '../paths.ts'
import type { Say } from './voices.ts'

export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** What a runner said last of what failed: it is said once more when everything is over. */
  readonly last?: string
}

/** How many lines a runner needs to tell what failed. */
const LAST_LINES = 150

/** Two outcomes as one. */
export function together(one: Outcome, other: Outcome): Outcome {
  const last = `${one.last ?? ''}${other.last ?? ''}`
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    ...(last === '' ? {} : { last }),
  }
}

export const NONE: Outcome = { passed: 0, failed: 0 }

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
  let everything = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    everything += text
    say(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    everything += text
    say(text)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const plain = stripVTControlCharacters(output)
      const named = lastCount(plain, COUNTS.failed)
      const failed = status === 0 ? named : Math.max(named, 1)
      const last = everything.split('\n').slice(-LAST_LINES).join('\n')
      resolve({
        passed: lastCount(plain, COUNTS.passed),
        failed,
        ...(failed === 0 ? {} : { last: `${last}\n` }),
      })
    })
  })
}
