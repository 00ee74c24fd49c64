// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run bench:gas [-- --json]`: what every job costs, from receipts, beside its peers. The jobs
 * are those of the gas tests; the results are kept in `bench/results/gas.json` and `gas.md`.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { network } from 'hardhat'
import { fromRoot } from '../scripts/paths.ts'
import { HARDHAT } from '../scripts/run.ts'
import { CEILINGS, JOBS, type Job, type PeerCost } from './jobs.ts'
import { measurePeers } from './peers/measure.ts'

const GAS_TESTS = [
  'test/cooperative/registrar.test.ts',
  'test/assembly/gas.test.ts',
  'test/bonds/gas.test.ts',
  'test/fund/gas.test.ts',
  'test/licences/gas.test.ts',
]

type Row = {
  readonly job: Job
  readonly ours: number
  readonly ceiling: number
  readonly peers: readonly PeerCost[]
  /** The same job under the experimental rules of the next hardfork; recorded, never failed. */
  readonly next: number | null
}

const json = process.argv.includes('--json')
const ours = measureOurs('osaka')
const next = measureOurs('amsterdam')
const peers = await peerCosts()
const rows: Row[] = JOBS.map((job) => {
  const gas = ours.get(job)
  if (gas === undefined) throw new Error(`no test has measured: ${job}`)
  return {
    job,
    ours: gas,
    ceiling: CEILINGS[job],
    peers: peers[job] ?? [],
    next: next.get(job) ?? null,
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
function measureOurs(hardfork: 'osaka' | 'amsterdam'): Map<Job, number> {
  const file = join(tmpdir(), `phyle-gas-${process.pid}-${hardfork}.jsonl`)
  rmSync(file, { force: true })
  writeFileSync(file, '')
  const { status } = spawnSync(
    process.execPath,
    [fromRoot(HARDHAT), 'test', 'mocha', ...GAS_TESTS],
    {
      cwd: fromRoot(),
      env: { ...process.env, PHYLE_GAS_FILE: file, PHYLE_HARDFORK: hardfork },
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  )
  if (status !== 0 && hardfork === 'osaka') console.error('a gas test failed: see npm test')
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  rmSync(file)
  const costs = new Map<Job, number>()
  for (const line of lines) {
    const { job, gas } = JSON.parse(line) as { job: Job; gas: number }
    costs.set(job, Math.max(gas, costs.get(job) ?? 0))
  }
  return costs
}

async function peerCosts() {
  const { ethers, networkHelpers } = await network.create()
  return measurePeers({
    signers: await ethers.getSigners(),
    mine: () => networkHelpers.mine(),
    moveTo: (time) => networkHelpers.time.increaseTo(time),
    now: () => networkHelpers.time.latest(),
    fuel: (address) => networkHelpers.setBalance(address, 10n ** 20n),
  })
}

function table(list: readonly Row[]): string {
  const number = (gas: number | null): string =>
    gas === null ? '–' : gas.toLocaleString('en').replaceAll(',', ' ')
  const lines = list.map(({ job, ours: gas, ceiling, peers: others, next: later }) => {
    const beside = others.map((peer) => `${number(peer.gas)} (${peer.name} ${peer.version})`)
    return `| ${job} | ${number(gas)} | ${number(ceiling)} | ${beside.join('; ') || '–'} | ${number(later)} |`
  })
  return [
    '# Gas',
    '',
    'Whole receipts, osaka rules, behind the clones, with the ERC-20 of OpenZeppelin. The last column is the same job under the experimental rules of the next hardfork, as far as the local chain has them.',
    '',
    '| Job | Ours | Ceiling | Peers | Next hardfork |',
    '| --- | ---: | ---: | --- | ---: |',
    ...lines,
    '',
  ].join('\n')
}
