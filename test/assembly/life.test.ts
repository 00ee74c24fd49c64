// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, ethers, loadFixture, time } from '../kit/chain.ts'
import { Kind, RULES, rule } from '../kit/charter.ts'
import { carryOut, founded, type House, propose } from '../kit/house.ts'
import { admitAll, content, motion, openVote, State, Support, wallet } from './desk.ts'
import { all, FOR, give, lose, pass, setName } from './motions.ts'

describe('The life of proposals', () => {
  describe('ASM-1 G6 what an open vote was copied from', () => {
    it('stays, whatever is decided meanwhile about rules, shares, names and members', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes, membership, who } = house
      const id = await openVote(house, 'Buy flour')
      const before = {
        rule: await assembly.ruleOfProposal(id),
        tallies: await assembly.talliesOf(id),
        of: await assembly.proposalOf(id),
        digest: await assembly.ballotDigest(id, Support.FOR, who.ada.address),
      }
      const change = rule({ threshold: 9_000, quorumBps: 10_000, votingPeriod: 30 * DAY })
      const data = (name: 'setRules' | 'setShares' | 'setName' | 'addClass', args: unknown[]) => ({
        target: statutes,
        data: statutes.interface.encodeFunctionData(name as 'setName', args as never),
      })
      await carryOut(house, Kind.ENTRENCHED, [
        data('setRules', [[{ kind: Kind.ORDINARY, rule: change }]]),
        data('setShares', [[1_000, 4_500, 4_500], 5_000]),
        data('setName', ['Mill by the Sea']),
      ])
      await admitAll(house, [wallet(1), wallet(2), wallet(3)])
      await membership.connect(who.bo).resign()
      expect(await assembly.ruleOfProposal(id)).to.deep.equal(before.rule)
      expect(await assembly.talliesOf(id)).to.deep.equal(before.tallies)
      expect(await assembly.proposalOf(id)).to.deep.equal(before.of)
      expect(await assembly.ballotDigest(id, Support.FOR, who.ada.address)).to.equal(before.digest)
      // Who left after the snapshot votes, who came after it does not.
      await assembly.connect(who.bo).castVote(id, Support.FOR)
    })
  })

  describe('G5 the ratchet', () => {
    const raised = rule({ threshold: 9_000, inclusive: true })

    async function changeRule(house: House, kind: number, to: ReturnType<typeof rule>) {
      const data = house.statutes.interface.encodeFunctionData('setRules', [[{ kind, rule: to }]])
      return motion('Change a rule', [{ target: house.statutes, data }])
    }

    it('a stricter rule has to carry its own introduction', async () => {
      const house = await loadFixture(founded)
      const it = await changeRule(house, Kind.SPECIAL, raised)
      // 80 percent of the control: enough for ENTRENCHED, not for the rule that it sets.
      const id = await lose(house, it, [1, 1, 1, 0, 1, 1, 0])
      expect(await house.assembly.state(id)).to.equal(State.Defeated)
      expect(await house.assembly.resultOf(id)).to.deep.equal([true, false])
      const same = { ...it, description: 'Change it after all' }
      await time.increase(100 * DAY)
      const passed = await pass(house, same)
      expect(await house.assembly.state(passed)).to.equal(State.Queued)
    })

    it('a looser rule has to pass under the one that it replaces', async () => {
      const house = await loadFixture(founded)
      const first = await pass(house, await changeRule(house, Kind.SPECIAL, raised))
      await time.increaseTo((await house.assembly.proposalOf(first)).eta)
      await house.assembly.execute(...content(await changeRule(house, Kind.SPECIAL, raised)))
      const back = await changeRule(house, Kind.SPECIAL, rule({ threshold: 6_000 }))
      const id = await lose(house, { ...back, description: 'Back' }, [1, 1, 1, 0, 1, 1, 0])
      expect(await house.assembly.state(id)).to.equal(State.Defeated)
    })

    it('a first rule for a kind has only itself to carry', async () => {
      const house = await loadFixture(founded)
      const it = await changeRule(house, Kind.CONSENT, RULES.consent)
      const id = await pass(house, it)
      expect(await house.assembly.state(id)).to.equal(State.Queued)
    })

    it('ASM-8 a change is carried out only while the rule that it replaces is in force', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes } = house
      // Voted under the old rule for major decisions, and slower than the stricter one beside it.
      const loose = await changeRule(house, Kind.SPECIAL, rule({ threshold: 6_000 }))
      const id = await pass(house, loose)
      const strict = statutes.interface.encodeFunctionData('setRules', [
        [{ kind: Kind.SPECIAL, rule: raised }],
      ])
      await carryOut(house, Kind.ENTRENCHED, [{ target: statutes, data: strict }])
      await time.increaseTo((await assembly.proposalOf(id)).eta)
      await expect(assembly.execute(...content(loose)))
        .to.be.revertedWithCustomError(assembly, 'RuleReplaced')
        .withArgs(id)
      expect((await statutes.ruleOf(Kind.SPECIAL)).threshold).to.equal(9_000n)
    })

    it('ASM-8 a change is carried out only while the rule of its own kind is in force', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes } = house
      const loose = await changeRule(house, Kind.SPECIAL, rule({ threshold: 6_000 }))
      const id = await pass(house, loose)
      const strict = statutes.interface.encodeFunctionData('setRules', [
        [{ kind: Kind.ENTRENCHED, rule: raised }],
      ])
      await carryOut(house, Kind.ENTRENCHED, [{ target: statutes, data: strict }])
      await time.increaseTo((await assembly.proposalOf(id)).eta)
      await expect(assembly.execute(...content(loose)))
        .to.be.revertedWithCustomError(assembly, 'RuleReplaced')
        .withArgs(id)
    })

    it('ASM-8 other decisions do not wait for rules', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes } = house
      const it = await motion('A new name', [setName(house, 'Mill by the River')])
      const id = await pass(house, it)
      const strict = statutes.interface.encodeFunctionData('setRules', [
        [{ kind: Kind.ENTRENCHED, rule: raised }],
      ])
      await carryOut(house, Kind.ENTRENCHED, [{ target: statutes, data: strict }])
      await time.increaseTo((await assembly.proposalOf(id)).eta)
      await assembly.execute(...content(it))
      expect(await statutes.name()).to.equal('Mill by the River')
    })

    it('refuses a rule at once that could not be set', async () => {
      const house = await loadFixture(founded)
      await expect(
        propose(house, await changeRule(house, Kind.SPECIAL, rule({ threshold: 4_999 }))),
      ).to.be.revertedWithCustomError(house.statutes, 'ThresholdInvalid')
    })
  })

  describe('ASM-5 the life of a decision', () => {
    it('waits, can be carried out by anyone, once', async () => {
      const house = await loadFixture(founded)
      const { assembly, coop, who } = house
      const it = await give(house, 1n)
      await who.carrier.sendTransaction({ to: coop, value: 9n })
      const id = await propose(house, it)
      const { voteStart, voteEnd, eta } = await assembly.proposalOf(id)
      expect(await assembly.state(id)).to.equal(State.Pending)
      await expect(assembly.execute(...content(it)))
        .to.be.revertedWithCustomError(assembly, 'GovernorUnexpectedProposalState')
        .withArgs(id, State.Pending, ethers.toBeHex(1 << 5, 32))
      await time.increaseTo(voteStart)
      expect(await assembly.state(id)).to.equal(State.Active)
      await all(house, id, FOR)
      await time.increaseTo(voteEnd - 1n)
      expect(await assembly.state(id)).to.equal(State.Active)
      await time.increaseTo(voteEnd)
      expect(await assembly.state(id)).to.equal(State.Queued)
      expect(await assembly.proposalNeedsQueuing(id)).to.equal(false)
      await expect(assembly.queue(...content(it))).to.be.revertedWithCustomError(
        assembly,
        'NoSeparateQueue',
      )
      await expect(assembly.execute(...content(it)))
        .to.be.revertedWithCustomError(assembly, 'NotYetDue')
        .withArgs(id, eta)
      await time.increaseTo(eta)
      const sent = assembly.connect(who.carrier).execute(...content(it))
      await expect(sent).to.emit(assembly, 'ProposalExecuted').withArgs(id)
      await expect(sent).to.changeEtherBalance(ethers, who.pia, 1n)
      expect(await assembly.state(id)).to.equal(State.Executed)
      await expect(assembly.execute(...content(it))).to.be.revertedWithCustomError(
        assembly,
        'GovernorUnexpectedProposalState',
      )
    })

    it('expires, and what failed can be tried again until then', async () => {
      const house = await loadFixture(founded)
      const { assembly, coop, who } = house
      const it = await give(house, 3n)
      const id = await pass(house, it)
      const { eta, expiry } = await assembly.proposalOf(id)
      await time.increaseTo(eta)
      await expect(assembly.execute(...content(it))).to.be.revertedWithCustomError(
        coop,
        'OverAThird',
      )
      expect(await assembly.state(id)).to.equal(State.Queued)
      await time.increaseTo(expiry - 1n)
      expect(await assembly.state(id)).to.equal(State.Queued)
      await who.carrier.sendTransaction({ to: coop, value: 9n })
      await expect(assembly.execute(...content(it))).to.be.revertedWithCustomError(
        assembly,
        'GovernorUnexpectedProposalState',
      )
      expect(await assembly.state(id)).to.equal(State.Expired)
    })

    it('passes on the coin that is sent along', async () => {
      const house = await loadFixture(founded)
      const it = await give(house, 1n)
      const id = await pass(house, it)
      await time.increaseTo((await house.assembly.proposalOf(id)).eta)
      await expect(house.assembly.execute(...content(it), { value: 9n })).to.changeEtherBalances(
        ethers,
        [house.who.pia, house.coop],
        [1n, 8n],
      )
    })

    it('of a resolution without actions ends as Succeeded', async () => {
      const house = await loadFixture(founded)
      const it = await motion('Thank the millers')
      const id = await pass(house, it)
      expect(await house.assembly.state(id)).to.equal(State.Succeeded)
      await time.increase(400 * DAY)
      expect(await house.assembly.state(id)).to.equal(State.Succeeded)
      await expect(house.assembly.execute(...content(it))).to.be.revertedWithCustomError(
        house.assembly,
        'GovernorUnexpectedProposalState',
      )
      expect(await propose(house, it)).to.equal(id + 1n)
    })

    it('without votes is lost, and has no quorum', async () => {
      const house = await loadFixture(founded)
      const id = await lose(house, await motion('Nobody cares'), [])
      expect(await house.assembly.state(id)).to.equal(State.Defeated)
      expect(await house.assembly.resultOf(id)).to.deep.equal([false, false])
    })

    it('getProposalId names the latest with that content, in this assembly', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const it = await motion('Thank the millers')
      const first = await pass(house, it)
      expect(await assembly.getProposalId(...content(it))).to.equal(first)
      const second = await propose(house, it)
      expect(await assembly.getProposalId(...content(it))).to.equal(second)
      const hash = await assembly.hashProposal(...content(it))
      expect((await assembly.proposalOf(first)).motion).to.equal(ethers.toBeHex(hash, 32))
    })
  })
})
