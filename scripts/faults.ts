// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run test:faults [-- ID…]`: breaks an invariant or a rule by a small patch of `test/faults/`, runs the
 * tests that carry its id, and wants them red. A patch begins with lines for the reader: what it
 * breaks, and `Runner:` and `Tests:`, which say what to run.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, readFaults } from './faults/fault.ts'
import { fromRoot } from './paths.ts'
import { HARDHAT, need } from './run.ts'

const COPIED = ['contracts', 'test', 'scripts', 'sdk', 'bench', 'examples']
const FILES = ['package.json', 'hardhat.config.ts', 'tsconfig.json', 'tsconfig.base.json']
/**
 * The folders that compiling writes. They are put back after each fault, so that the next one
 * compiles only what it breaks.
 */
const COMPILED = ['artifacts', 'cache', 'types']

const wanted = process.argv.slice(2)
const { faults: all, problems } = readFaults()
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(2)
}
const faults = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id))
const unknown = wanted.filter((id) => !faults.some((fault) => fault.id === id))
if (unknown.length > 0) {
  console.error(`There is no fault ${unknown.join(', ')} in test/faults.`)
  process.exit(2)
}

await need(HARDHAT, 'build', '--quiet')
const folder = mkdtempSync(join(tmpdir(), 'phyle-faults-'))
let found = 0
try {
  copy()
  for (const fault of faults) {
    const begun = Date.now()
    const verdict = tryFault(fault)
    if (verdict === null) found += 1
    const seconds = Math.round((Date.now() - begun) / 1000)
    const mark = verdict === null ? '✔' : '✘'
    console.log(`${mark} ${fault.id} ${verdict ?? 'turned red'} (${seconds} s)`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${found} passed, ${faults.length - found} failed`)
process.exitCode = found === faults.length && found > 0 ? 0 : 1

function copy(): void {
  for (const name of COPIED) {
    cpSync(fromRoot(name), join(folder, name), { recursive: true, filter: (p) => !/e2e/.test(p) })
  }
  for (const name of FILES) cpSync(fromRoot(name), join(folder, name))
  symlinkSync(fromRoot('node_modules'), join(folder, 'node_modules'))
  const { status } = spawnSync('git', ['init', '-q'], { cwd: folder })
  if (status !== 0) throw new Error('git is needed to apply the patches')
}

/** Null when a test with the id in its title turned red. */
function tryFault({ id, file, runner, tests }: Fault): string | null {
  const patch = fromRoot(file)
  const applied = git('apply', patch)
  if (applied !== '') return `the patch does not apply: ${applied}`
  try {
    for (const name of COMPILED) {
      rmSync(join(folder, name), { recursive: true, force: true })
      cpSync(fromRoot(name), join(folder, name), { recursive: true })
    }
    // `invariant_I4_...` and `testFuzz_G9_...` name their id within a word
    const titled = `(^|[^A-Z0-9])${id}([^0-9]|$)`
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [HARDHAT, 'test', runner, '--grep', titled, ...tests],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, FORCE_COLOR: '0' },
      },
    )
    if (error !== undefined) return error.message
    const said = stdout + stderr
    if (/HHE910|Compilation failed/.test(said)) return 'the patched contracts do not compile'
    if (status === 0) return 'stayed green'
    const failed = said.slice(Math.max(said.search(/\n\s*\d+\) /), 0))
    return new RegExp(titled, 'm').test(failed) ? null : 'another test turned red, none with the id'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    git('apply', '-R', patch)
  }
}

function git(...args: readonly string[]): string {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  return status === 0 ? '' : stderr.trim()
}
