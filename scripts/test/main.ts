// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm test`: everything; `npm test -- contracts relay`: only these parts. */
import { need } from '../run.ts'
import { PARTS } from './parts.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name))
if (unknown.length > 0) {
  const names = PARTS.map(({ name }) => name).join(', ')
  console.error(`There is no part ${unknown.join(', ')} of the tests. The parts are ${names}.`)
  process.exit(2)
}

await need('scripts/build.ts')
let passed = 0
let failed = 0
for (const { name, title, run } of PARTS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n── ${title}`)
  const begun = Date.now()
  const outcome = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(`── ${title}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`)
  passed += outcome.passed
  failed += outcome.failed
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
