// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm test`: everything; `npm test -- contracts relay`: only these parts. */
import { HARDHAT, need } from '../run.ts'
import type { Outcome, Part } from './part.ts'
import { LANES } from './parts.ts'
import { voices } from './voices.ts'

const parts = LANES.flat()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  const names = parts.map(({ name }) => name).join(', ')
  console.error(`There is no part ${unknown.join(', ')} of the tests. The parts are ${names}.`)
  process.exit(2)
}

const isWanted = ({ name }: Part) => wanted.length === 0 || wanted.includes(name)
const { begin } = voices((text) => process.stdout.write(text))

async function run({ title, run }: Part): Promise<Outcome> {
  const { say, end } = begin()
  say(`\n── ${title}\n`)
  const begun = Date.now()
  const outcome = await run(say).catch((error: unknown) => {
    say(`${error instanceof Error ? error.message : error}\n`)
    return { passed: 0, failed: 1 }
  })
  const seconds = Math.round((Date.now() - begun) / 1000)
  say(`── ${title}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`)
  end()
  return outcome
}

/** The parts of a lane, one after another. */
async function follow(lane: readonly Part[]): Promise<Outcome> {
  const whole = { passed: 0, failed: 0 }
  for (const part of lane.filter(isWanted)) {
    const { passed, failed } = await run(part)
    whole.passed += passed
    whole.failed += failed
  }
  return whole
}

// All is compiled first: nothing that one part reads is written while another part runs.
await need('scripts/build.ts')
if (wanted.length === 0 || wanted.includes('contracts')) await need(HARDHAT, 'build')
const outcomes = await Promise.all(LANES.map(follow))
const sum = (count: keyof Outcome) => outcomes.reduce((all, one) => all + one[count], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
