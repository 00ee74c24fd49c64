// SPDX-License-Identifier: AGPL-3.0-or-later
/** The assembly as tools see it that know OpenZeppelin's Governor and nothing of co-ops. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import { ethers, loadFixture, time } from '../kit/chain.ts'
import { RULES, rule, rules } from '../kit/charter.ts'
import { founded, foundedAs, propose } from '../kit/house.ts'
import { motion, State } from './desk.ts'

const require = createRequire(import.meta.url)
const artifact = require.resolve('@openzeppelin/contracts/build/contracts/IGovernor.json')
const { abi } = JSON.parse(readFileSync(artifact, 'utf8'))

/** ERC-165: the functions' selectors, one over the other. */
function interfaceId(
  of: InstanceType<typeof ethers.Interface>,
  without: readonly string[],
): string {
  let id = 0n
  of.forEachFunction((fragment) => {
    if (!without.includes(fragment.name)) id ^= BigInt(fragment.selector)
  })
  return ethers.toBeHex(id, 4)
}

/** Names that IGovernor inherits, whose ids are their own. */
const INHERITED = ['supportsInterface', 'clock', 'CLOCK_MODE'] as const

async function governor() {
  const house = await founded()
  const tools = new ethers.Contract(await house.assembly.getAddress(), abi, house.who.ada)
  return { ...house, tools }
}

async function capped() {
  return foundedAs({ rules: rules({ ordinary: rule({ nonUserCapBps: 2_500, quorumMin: 0 }) }) })
}

describe('Assembly as IGovernor', () => {
  it('has every function and event of OpenZeppelin’s interface', async () => {
    const { assembly } = await loadFixture(governor)
    const theirs = new ethers.Interface(abi)
    theirs.forEachFunction((fragment) => {
      expect(assembly.interface.hasFunction(fragment.selector), fragment.format()).to.equal(true)
    })
    theirs.forEachEvent((fragment) => {
      expect(assembly.interface.hasEvent(fragment.topicHash), fragment.format()).to.equal(true)
    })
  })

  it('says by ERC-165 what it is', async () => {
    const { assembly } = await loadFixture(governor)
    const theirs = new ethers.Interface(abi)
    const whole = interfaceId(theirs, INHERITED)
    const before = interfaceId(theirs, [...INHERITED, 'getProposalId'])
    const clock = interfaceId(theirs, [
      ...new Set(
        theirs.fragments
          .filter((f) => f.type === 'function')
          .map((f) => ('name' in f ? String(f.name) : ''))
          .filter((name) => !['clock', 'CLOCK_MODE'].includes(name)),
      ),
    ])
    for (const id of ['0x01ffc9a7', whole, before, clock]) {
      expect(await assembly.supportsInterface(id), id).to.equal(true)
    }
    expect(await assembly.supportsInterface('0xffffffff')).to.equal(false)
  })

  it('names itself as its signatures do, counts as it says, in timestamps', async () => {
    const { tools } = await loadFixture(governor)
    expect(await tools.getFunction('name')()).to.equal('Phyle')
    expect(await tools.getFunction('version')()).to.equal('1')
    expect(await tools.getFunction('COUNTING_MODE')()).to.equal(
      'support=bravo&quorum=against,for,abstain',
    )
    expect(await tools.getFunction('CLOCK_MODE')()).to.equal('mode=timestamp')
    expect(await tools.getFunction('clock')()).to.equal(BigInt(await time.latest()))
    expect(await tools.getFunction('proposalThreshold')()).to.equal(1n)
  })

  it('answers for ORDINARY where Governors have one rule', async () => {
    const { tools } = await loadFixture(governor)
    expect(await tools.getFunction('votingDelay')()).to.equal(BigInt(RULES.ordinary.noticePeriod))
    expect(await tools.getFunction('votingPeriod')()).to.equal(BigInt(RULES.ordinary.votingPeriod))
    await time.increase(10)
    const past = BigInt(await time.latest()) - 1n
    // A quarter of seven is two; the rule asks for three.
    expect(await tools.getFunction('quorum')(past)).to.equal(3n)
  })

  it('counts the quorum over user classes where the others are capped', async () => {
    const { assembly } = await loadFixture(capped)
    await time.increase(10)
    // Five of seven are users: a quarter, rounded up, is two.
    expect(await assembly.quorum(BigInt(await time.latest()) - 1n)).to.equal(2n)
  })

  it('gives every member one vote, and nobody a weight by params', async () => {
    const { assembly, membership, who } = await loadFixture(governor)
    await time.increase(10)
    const past = BigInt(await time.latest()) - 1n
    expect(await assembly.getVotes(who.ada, past)).to.equal(1n)
    expect(await assembly.getVotes(who.hal, past)).to.equal(0n)
    expect(await assembly.getVotes(who.ada, 1n)).to.equal(0n)
    expect(await assembly.getVotesWithParams(who.ada, past, '0x')).to.equal(1n)
    await expect(assembly.getVotesWithParams(who.ada, past, '0x01')).to.be.revertedWithCustomError(
      assembly,
      'ParamsNotTaken',
    )
    await expect(assembly.getVotes(who.ada, past + 100n)).to.be.revertedWithCustomError(
      membership,
      'FutureLookup',
    )
  })

  it('lets such a tool propose and vote', async () => {
    const { tools, assembly } = await loadFixture(governor)
    await tools.getFunction('propose')([], [], [], 'Thank the millers')
    const id = await assembly.proposalCount()
    expect(await tools.getFunction('state')(id)).to.equal(State.Pending)
    await time.increaseTo((await assembly.proposalOf(id)).voteStart)
    await tools.getFunction('castVote')(id, 1)
    expect(await tools.getFunction('state')(id)).to.equal(State.Active)
    await time.increaseTo(await tools.getFunction('proposalDeadline')(id))
    expect(await tools.getFunction('state')(id)).to.equal(State.Defeated)
  })

  it('knows where it belongs', async () => {
    const house = await loadFixture(governor)
    expect(await house.assembly.statutes()).to.equal(await house.statutes.getAddress())
    expect(await house.assembly.membership()).to.equal(await house.membership.getAddress())
    expect(await propose(house, await motion('One'))).to.equal(1n)
  })
})
