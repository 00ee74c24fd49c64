// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { findRunning, noteRunning } from '../../scripts/running.ts'
import { readManifest } from '../../scripts/works-import/manifest.ts'
import { readOptions, UsageError } from '../../scripts/works-import/options.ts'
import { findDelegation, registerWork } from '../../scripts/works-import/register.ts'
import { Works__factory } from '../../types/ethers-contracts/index.ts'
import { DAY, ethers, loadFixture, time } from '../kit/chain.ts'
import { house } from '../licences/house.ts'

const MAIN = join(import.meta.dirname, '../../scripts/works-import/main.ts')
const MANIFEST =
  'title: Sieve\nversion: 1\nlicense: MIT\nlicensor: Ada\ndescription: Sifts.\nproject-link: https://sieve.example\n'

function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], (error, out, err) => {
      resolve({ status: Number(error?.code ?? 0), out, err })
    })
  })
}

describe('works:import', () => {
  let folder: string
  let good: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phyle-works-'))
    good = join(folder, 'okh.yml')
    await writeFile(good, MANIFEST)
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('prints one object a line with --json', async () => {
    const { status, out, err } = await run('--dry-run', '--json', good, good)
    expect([status, err]).to.deep.equal([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines).to.have.length(2)
    const object = JSON.parse(lines[0] ?? '')
    expect(Object.keys(object)).to.deep.equal([
      'file',
      'title',
      'version',
      'license',
      'right',
      'licensor',
      'sha256',
      'cid',
      'warnings',
    ])
    expect(object).to.deep.include({
      file: good,
      title: 'Sieve',
      version: '1',
      license: 'MIT',
      right: 'FREE',
      licensor: 'Ada',
      warnings: [],
    })
  })

  it('says in words what it found', async () => {
    const { out } = await run('--dry-run', good)
    expect(out).to.include('Sieve 1, MIT, Ada')
  })

  it('names what is no manifest in one line each, goes on, and ends with 1', async () => {
    const bad = join(folder, 'note.txt')
    await writeFile(bad, 'hello')
    const missing = join(folder, 'missing.yml')
    const { status, out, err } = await run('--dry-run', '--json', bad, missing, folder, good)
    expect(status).to.equal(1)
    expect(err.trimEnd().split('\n')).to.deep.equal([
      `${bad}:1:1: is no Open Know-How manifest: it is a text`,
      `${missing}: there is no such file`,
      `${folder}: is a folder; name the files in it`,
    ])
    expect(out.trimEnd().split('\n')).to.have.length(1)
  })

  it('writes out patterns that the shell left', async () => {
    await writeFile(join(folder, 'b.yml'), MANIFEST)
    const none = join(folder, '*.toml')
    const { status, out, err } = await run('--dry-run', '--json', join(folder, '*.yml'), none)
    expect([status, err]).to.deep.equal([1, `${none}: no file is called so\n`])
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file)
    expect(files).to.deep.equal([join(folder, 'b.yml'), good])
  })

  it('says in one line where no chain answers', async () => {
    for (const [args, line] of [
      [['--rpc', 'http://127.0.0.1:1'], 'no chain answers at http://127.0.0.1:1: '],
      [['--network', 'nowhere'], 'The network "nowhere" is not defined'],
      [['--rpc', 'nowhere'], '--rpc nowhere is no web address'],
    ] as const) {
      const { status, out, err } = await run(...args, good)
      expect([status, out, err.trimEnd().split('\n').length]).to.deep.equal([2, '', 1])
      expect(err).to.include(line)
    }
  })

  it('finds what runs, and nothing that ran', async () => {
    const note = join(folder, 'running.json')
    const running = { chain: 'http://127.0.0.1:8546', relay: 'http://127.0.0.1:8788', app: '' }
    expect(findRunning(note)).to.equal(undefined)
    const noted = await noteRunning(running, note)
    expect(findRunning(note)).to.deep.include(running)
    noted[Symbol.dispose]()
    expect(findRunning(note)).to.equal(undefined)
    await writeFile(note, JSON.stringify({ ...running, process: 2 ** 22 + 1 }))
    expect(findRunning(note), 'its process is no more').to.equal(undefined)
  })

  it('explains itself where it is called wrongly', async () => {
    const { status, err } = await run('--dry-run')
    expect(status).to.equal(2)
    expect(err).to.include('npm run works:import')
    expect(() => readOptions(['--coop', '0x12', 'a.yml'])).to.throw(UsageError)
    expect(() => readOptions(['--colour', 'a.yml'])).to.throw(UsageError)
    const coop = '0xd8da6bf26964af9d7eed9e03e53415d37aa96045'
    expect(readOptions(['--coop', coop, 'a.yml'])).to.deep.include({
      coop: '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045',
      network: 'localhost',
      dryRun: false,
    })
  })

  it('registers with the key that a co-op named, and skips what is there', async () => {
    const it_ = await loadFixture(house)
    const { who } = it_
    const works = Works__factory.connect(await it_.works.getAddress(), ethers.provider)
    const keys = [who.firm, who.ann]
    expect(await findDelegation(works, keys, undefined, 0)).to.equal(undefined)
    const until = (await time.latest()) + DAY
    await it_.works.connect(who.farm).nameDelegate(who.firm.address, until)
    await it_.works.connect(who.mill).nameDelegate(who.ann.address, until)
    const last = await findDelegation(works, keys, undefined, 0)
    expect([last?.coop, await last?.signer.getAddress()]).to.deep.equal([
      who.mill.address,
      who.ann.address,
    ])
    const chosen = await findDelegation(works, keys, who.farm.address, 0)
    if (!chosen) throw new Error('the farm named the firm')
    const manifest = readManifest('okh.yml', new TextEncoder().encode(MANIFEST))
    expect(await registerWork(works, chosen, manifest)).to.deep.equal({ id: 2n, before: false })
    expect(await registerWork(works, chosen, manifest)).to.deep.equal({ id: 2n, before: true })
    expect((await works.workOf(2)).digest).to.equal(`0x${manifest.sha256}`)
    const itself = await findDelegation(works, [who.farm], who.farm.address, 0)
    expect(itself?.coop).to.equal(who.farm.address)
    await time.increaseTo(until)
    expect(await findDelegation(works, keys, undefined, 0)).to.equal(undefined)
  })
})
