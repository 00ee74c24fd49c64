// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm test`: everything; `npm test -- contracts relay`: only these parts. */
import { need } from '../run.ts'
import { NONE, type Outcome, type Part, together } from './part.ts'
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
    const last = `${error instanceof Error ? error.message : error}\n`
    say(last)
    return { passed: 0, failed: 1, last }
  })
  const seconds = Math.round((Date.now() - begun) / 1000)
  say(`── ${title}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`)
  end()
  return outcome.last === undefined
    ? outcome
    : { ...outcome, last: `\n── ${title}\n${outcome.last}` }
}

/** The parts of a lane, one after another. */
async function follow(lane: readonly Part[]): Promise<Outcome> {
  let whole = NONE
  for (const part of lane.filter(isWanted)) whole = together(whole, await run(part))
  return whole
}

// What several parts read is written first. The tests in Solidity are compiled by the part that runs them.
await need('scripts/build.ts')
const outcomes = await Promise.all(LANES.map(follow))
const { passed, failed, last } = outcomes.reduce(together, NONE)
if (last !== undefined) console.log(`\n── Once more, what failed\n${last}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
