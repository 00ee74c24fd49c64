// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run bench:gas [-- --json]`: what every job costs, from receipts, beside its peers; what it
 * leaves behind in the state; and what it costs under the rules of the next hardfork. The jobs are
 * those of the gas tests; the results are kept in `bench/results/gas.json` and `gas.md`. Only a
 * ceiling that is broken under the present rules makes it fail.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { network } from 'hardhat'
import { fromRoot } from '../scripts/paths.ts'
import { HARDHAT } from '../scripts/run.ts'
import { chainRules, NEXT, PRESENT, TRANSACTION_CAP } from './hardforks.ts'
import { CEILINGS, JOBS, type PeerCosts } from './jobs.ts'
import { type Cost, type Notes, readNotes } from './notes.ts'
import { type Compiled, compilePeers } from './peers/compile.ts'
import { measurePeers } from './peers/measure.ts'
import { created, type Row, table } from './report.ts'

const GAS_TESTS = [
  'test/cooperative/registrar.test.ts',
  'test/assembly/gas.test.ts',
  'test/bonds/gas.test.ts',
  'test/fund/gas.test.ts',
  'test/licences/gas.test.ts',
  'test/budget/budget.test.ts',
]
/** In the titles of the tests that measure. */
const MEASURING = 'COST|at most [0-9 ]+ gas|costs at most'

const json = process.argv.includes('--json')
const ours = measureOurs(PRESENT)
const next = measureOurs(NEXT)
const peers = compilePeers()
const theirs = await peerCosts(PRESENT, peers)
const theirsNext = await peerCosts(NEXT, peers).catch((error: unknown): PeerCosts => {
  console.error(`peers under ${NEXT}: ${error}`)
  return {}
})
const rows: Row[] = JOBS.map((job) => {
  const cost = ours.get(job)
  if (cost === undefined || 'reason' in cost) {
    throw new Error(`no test has measured: ${job}${cost ? `: ${cost.reason}` : ''}`)
  }
  return {
    job,
    ours: eachOf(cost),
    ceiling: CEILINGS[job],
    peers: (theirs[job] ?? []).map((peer, i) => ({
      ...peer,
      next: theirsNext[job]?.[i]?.gas ?? null,
    })),
    created: created(cost),
    ...underNext(next.get(job)),
  }
})
mkdirSync(fromRoot('bench/results'), { recursive: true })
writeFileSync(fromRoot('bench/results/gas.json'), `${JSON.stringify(rows, null, 2)}\n`)
writeFileSync(fromRoot('bench/results/gas.md'), table(rows))
process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows))
const over = rows.filter(({ ours: gas, ceiling }) => gas > ceiling)
for (const { job, ours: gas, ceiling } of over) {
  console.error(`${job}: ${gas} gas, above its ceiling of ${ceiling}`)
}
process.exit(over.length === 0 ? 0 : 1)

/** Runs the gas tests, which note what they measured. */
function measureOurs(hardfork: string): Notes {
  const folder = mkdtempSync(join(tmpdir(), 'phyle-gas-'))
  const file = join(folder, 'notes.jsonl')
  writeFileSync(file, '')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fromRoot(HARDHAT), 'test', 'mocha', '--grep', MEASURING, ...GAS_TESTS],
    {
      cwd: fromRoot(),
      env: { ...process.env, PHYLE_GAS_FILE: file, PHYLE_HARDFORK: hardfork },
      encoding: 'utf8',
    },
  )
  if (status !== 0) console.error(`a gas test failed under ${hardfork}\n${stdout}${stderr}`)
  const notes = readNotes(file)
  rmSync(folder, { recursive: true })
  return notes
}

async function peerCosts(
  hardfork: string,
  compiled: (name: string) => Compiled,
): Promise<PeerCosts> {
  const { ethers, networkHelpers } = await network.create({ override: chainRules(hardfork) })
  const ground = {
    signers: await ethers.getSigners(),
    mine: () => networkHelpers.mine(),
    moveTo: (time: number) => networkHelpers.time.increaseTo(time),
    now: () => networkHelpers.time.latest(),
    fuel: (address: string) => networkHelpers.setBalance(address, 10n ** 20n),
  }
  return measurePeers(ground, compiled)
}

function eachOf({ gas, times }: Cost): number {
  return Math.ceil(gas / times)
}

function underNext(cost: Cost | { readonly reason: string } | undefined) {
  if (cost === undefined)
    return { next: null, nextReason: 'what comes before it could not be done' }
  if ('reason' in cost) return { next: null, nextReason: cost.reason }
  const above =
    cost.gas > TRANSACTION_CAP ? `${cost.gas} gas in one transaction, above the cap` : null
  return { next: eachOf(cost), nextReason: above }
}
