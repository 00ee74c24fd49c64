// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { network } from 'hardhat'
import type { Chapter } from '../../scripts/deploy/chapter.ts'
import { CHAPTERS } from '../../scripts/deploy/chapters.ts'
import { CodeDiffers, deploy } from '../../scripts/deploy/deploy.ts'
import { codeMade, DEPLOYER } from '../../scripts/deploy/deployer.ts'

const MEMBER_OF_A_CHAPTER_THAT_BREAKS: Chapter = {
  title: 'A chapter in which the machine stops',
  async deploy() {
    throw new Error('the machine stopped')
  },
}

/** A new chain with nothing on it, and a place for its deployments file. */
async function emptyChain() {
  const { ethers, provider } = await network.create()
  const [signer] = await ethers.getSigners()
  if (!signer) throw new Error('the chain has no accounts')
  const folder = await mkdtemp(join(tmpdir(), 'phyle-deploy-'))
  const file = join(folder, '31337.json')
  const lines: string[] = []
  const run = (chapters: readonly Chapter[] = CHAPTERS) =>
    deploy({ signer, chapters, file, log: (line) => lines.push(line) })
  const end = () => rm(folder, { recursive: true })
  return { ethers, provider, signer, file, lines, run, end }
}

describe('Deploying', () => {
  let chain: Awaited<ReturnType<typeof emptyChain>>
  beforeEach(async () => {
    chain = await emptyChain()
  })
  afterEach(() => chain.end())

  it('sets up the deterministic deployer where it is missing', async () => {
    const { ethers, run } = chain
    expect(await ethers.provider.getCode(DEPLOYER)).to.equal('0x')
    await run([])
    expect(ethers.keccak256(await ethers.provider.getCode(DEPLOYER))).to.equal(
      '0x2fa86add0aed31f33a762c9d88e807c475bd51d0f52bd0955754b2608f7e4989',
    )
  })

  it('puts every contract in its place and writes down where', async () => {
    const { ethers, file, run } = chain
    const { implementations, registrars, demo } = await run()
    expect(Object.keys(registrars)).to.deep.equal(['Registrar', 'PhyleRegistrar'])
    for (const deployed of Object.values({ ...implementations, ...registrars, ...demo })) {
      const code = await ethers.provider.getCode(deployed.address)
      expect(ethers.keccak256(code)).to.equal(deployed.codeHash)
      const before = await ethers.provider.getCode(deployed.address, deployed.block - 1)
      expect(before).to.equal('0x')
    }
    const written = JSON.parse(await readFile(file, 'utf8'))
    expect(written).to.deep.include({ chainId: 31337, implementations, registrars, demo })
  })

  it('changes nothing when done twice', async () => {
    const { ethers, file, lines, run } = chain
    await run()
    const [record, block, said] = [
      await readFile(file, 'utf8'),
      await ethers.provider.getBlockNumber(),
      lines.length,
    ]
    await run()
    expect(await readFile(file, 'utf8')).to.equal(record)
    expect(await ethers.provider.getBlockNumber()).to.equal(block)
    expect(lines).to.have.length(said)
  })

  it('goes on where it was broken off', async () => {
    const { run, lines } = chain
    const begun = CHAPTERS.slice(0, 3)
    let refused = ''
    await run([...begun, MEMBER_OF_A_CHAPTER_THAT_BREAKS]).catch((error: Error) => {
      refused = error.message
    })
    expect(refused).to.equal('the machine stopped')
    const said = [...lines]
    const { implementations } = await run()
    expect(lines.slice(0, said.length)).to.deep.equal(said)
    expect(new Set(lines).size).to.equal(lines.length)
    expect(Object.keys(implementations)).to.include.members(['Cooperative', 'Assembly'])
  })

  it('finds again what is there when its file is lost', async () => {
    const { file, run, ethers } = chain
    const first = await run()
    await rm(file)
    const block = await ethers.provider.getBlockNumber()
    expect(await run()).to.deep.equal(first)
    expect(await ethers.provider.getBlockNumber()).to.equal(block)
  })

  it('gives the same addresses on every chain', async () => {
    const other = await emptyChain()
    await other.signer.sendTransaction({ to: other.signer.address })
    const addresses = async ({ run }: typeof chain) => {
      const { implementations, registrars } = await run()
      return Object.values({ ...implementations, ...registrars }).map(({ address }) => address)
    }
    expect(await addresses(other)).to.deep.equal(await addresses(chain))
    await other.end()
  })

  it('refuses a file that names another code than the chain has', async () => {
    const { file, run } = chain
    await run()
    const text = await readFile(file, 'utf8')
    const { registrars } = JSON.parse(text)
    await writeFile(file, text.replace(registrars.Registrar.codeHash, `0x${'00'.repeat(32)}`))
    const refused = await run().catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(CodeDiffers)
  })
})

describe('Nodes that are late', () => {
  /** Answers one after another, then the last for ever. */
  function nodes(...codes: readonly string[]) {
    const pauses: number[] = []
    let asked = 0
    const getCode = async () => codes[Math.min(asked++, codes.length - 1)] ?? '0x'
    const pause = async () => pauses.push(asked)
    return { provider: { getCode }, pause, pauses }
  }

  it('are asked until three in a row know what was deployed', async () => {
    const { provider, pause, pauses } = nodes('0x', '0x60', '0x', '0x60', '0x60', '0x60')
    expect(await codeMade(provider, DEPLOYER, pause)).to.equal('0x60')
    expect(pauses).to.deep.equal([1, 3])
  })

  it('are given up when they never know it', async () => {
    const { provider, pause } = nodes('0x60', '0x')
    expect(await codeMade(provider, DEPLOYER, pause)).to.equal('0x')
  })
})
