// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fromRoot } from '../paths.ts'

/** How the tests of each runner end. */
const RUNNERS = { mocha: '.test.ts', solidity: '.t.sol' } as const

type Runner = keyof typeof RUNNERS

/** A patch of `test/faults/` that breaks an invariant or a rule, and what its first lines say to run. */
export type Fault = {
  readonly id: string
  /** From the repository's root. */
  readonly file: string
  readonly runner: Runner
  readonly tests: readonly string[]
}

/** Every fault in the order of the ids, and what is wrong with those that cannot be run. */
export function readFaults(): { readonly faults: readonly Fault[]; readonly problems: string[] } {
  const names = readdirSync(fromRoot('test/faults')).filter((name) => name.endsWith('.patch'))
  const read = names
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readFault(`test/faults/${name}`))
  return {
    faults: read.filter((one) => typeof one !== 'string'),
    problems: read.filter((one) => typeof one === 'string'),
  }
}

function readFault(file: string): Fault | string {
  const text = readFileSync(fromRoot(file), 'utf8')
  const line = (key: string): string => text.match(new RegExp(`^${key}: (.*)$`, 'm'))?.[1] ?? ''
  const [id = ''] = file.split('/').at(-1)?.split('.') ?? []
  const runner = line('Runner')
  const tests = line('Tests').split(' ').filter(Boolean)
  if (line(id) === '') return `${file}: begins with no line “${id}: what it breaks”`
  if (!isRunner(runner)) return `${file}: Runner: ${Object.keys(RUNNERS).join(' or ')}`
  if (tests.length === 0) return `${file}: Tests: names no file`
  const wrong = tests.find((test) => !test.endsWith(RUNNERS[runner]) || !existsSync(fromRoot(test)))
  if (wrong !== undefined) return `${file}: Tests: ${wrong} is no test of ${runner}`
  return { id, file, runner, tests }
}

function isRunner(name: string): name is Runner {
  return Object.hasOwn(RUNNERS, name)
}
