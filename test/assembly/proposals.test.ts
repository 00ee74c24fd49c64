// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture, time } from '../kit/chain.ts'
import { Kind, RULES } from '../kit/charter.ts'
import { founded, propose } from '../kit/house.ts'
import { closes, content, motion, opens, State, Support } from './desk.ts'
import { all, FOR, give, lose, pass, setName } from './motions.ts'

describe('Proposals', () => {
  describe('who and what', () => {
    it('are for members alone', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      await expect(propose(house, await motion('Buy flour'), undefined, who.hal))
        .to.be.revertedWithCustomError(assembly, 'NotAMember')
        .withArgs(who.hal.address)
      await house.membership.connect(who.bo).resign()
      await expect(propose(house, await motion('Buy flour'), undefined, who.bo))
        .to.be.revertedWithCustomError(assembly, 'NotAMember')
        .withArgs(who.bo.address)
    })

    it('ASM-2 have an id in order, a line for the ballot, and say everything in two events', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes, membership, who } = house
      const text = '# Buy flour together\n\nFrom the mill up the river.'
      const sent = await assembly.connect(who.ada).propose([], [], [], text)
      const at = BigInt(await time.latest())
      const { noticePeriod, votingPeriod } = RULES.ordinary
      const start = at + BigInt(noticePeriod)
      const end = start + BigInt(votingPeriod)
      const terms = await statutes.electionTerms(Kind.ORDINARY)
      await expect(sent)
        .to.emit(assembly, 'ProposalCreated')
        .withArgs(1n, who.ada.address, [], [], [], [], start, end, text)
      await expect(sent)
        .to.emit(assembly, 'VoteOpened')
        .withArgs(
          1n,
          Kind.ORDINARY,
          '#1 everyday: Buy flour together',
          terms.ruleWord,
          terms.classWord,
          await membership.counts(),
          at - 1n,
          start,
          end,
        )
      const it = await assembly.proposalOf(1n)
      expect(it.proposer).to.equal(who.ada.address)
      expect(it.resolutionHash).to.equal(ethers.id('#1 everyday: Buy flour together'))
      expect(it.eta).to.equal(end + BigInt(RULES.ordinary.timelock))
      expect(it.expiry).to.equal(it.eta + BigInt(RULES.ordinary.gracePeriod))
      expect(await assembly.proposalCount()).to.equal(1n)
      expect(await assembly.proposalSnapshot(1n)).to.equal(at - 1n)
      expect(await assembly.proposalDeadline(1n)).to.equal(end)
      expect(await assembly.proposalProposer(1n)).to.equal(who.ada.address)
      expect(await assembly.proposalEta(1n)).to.equal(it.eta)
      const copied = await assembly.ruleOfProposal(1n)
      expect(copied.threshold).to.equal(RULES.ordinary.threshold)
      expect(copied.votingPeriod).to.equal(votingPeriod)
    })

    it('take the highest kind among their actions, or a higher one, never a lower', async () => {
      const house = await loadFixture(founded)
      const { assembly, coop } = house
      const everyday = await propose(house, await give(house, 1n))
      expect((await assembly.proposalOf(everyday)).kind).to.equal(Kind.ORDINARY)
      const name = setName(house, 'Mill by the River')
      const two = await motion('Help, and a new name', [
        { target: house.who.pia.address, value: 1n },
        name,
      ])
      const founding = await propose(house, two)
      expect((await assembly.proposalOf(founding)).kind).to.equal(Kind.ENTRENCHED)
      const raised = await propose(house, await motion('A weighty word'), Kind.SPECIAL)
      expect((await assembly.proposalOf(raised)).kind).to.equal(Kind.SPECIAL)
      await expect(propose(house, await motion('Only a name', [name]), Kind.SPECIAL))
        .to.be.revertedWithCustomError(assembly, 'KindTooLow')
        .withArgs(Kind.SPECIAL, Kind.ENTRENCHED)
      const foreign = { target: house.euro, data: '0x095ea7b3' }
      const approval = await propose(
        house,
        await motion('Approve', [foreign]),
        undefined,
        house.who.bo,
      )
      expect((await assembly.proposalOf(approval)).kind).to.equal(Kind.SPECIAL)
      expect(await coop.getAddress()).to.equal(await assembly.cooperative())
    })

    it('refuse a kind that the co-op does not use', async () => {
      const house = await loadFixture(founded)
      await expect(propose(house, await motion('By consent'), Kind.CONSENT))
        .to.be.revertedWithCustomError(house.assembly, 'KindNotInUse')
        .withArgs(Kind.CONSENT)
    })

    it('refuse lists that do not match, too many actions, data for nobody', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const from = assembly.connect(who.ada)
      await expect(from.propose([who.pia.address], [], [], 'Odd'))
        .to.be.revertedWithCustomError(assembly, 'GovernorInvalidProposalLength')
        .withArgs(1, 0, 0)
      await expect(from.propose([who.pia.address], [0n], [], 'Odd'))
        .to.be.revertedWithCustomError(assembly, 'GovernorInvalidProposalLength')
        .withArgs(1, 0, 1)
      const many = Array.from({ length: 33 }, () => ({ target: who.pia.address, value: 1n }))
      await expect(propose(house, await motion('Many', many)))
        .to.be.revertedWithCustomError(assembly, 'TooManyActions')
        .withArgs(33)
      expect(await propose(house, await motion('Many', many.slice(1)))).to.equal(1n)
      const call = { target: who.pia.address, data: '0x12345678' }
      await expect(propose(house, await motion('A call', [call])))
        .to.be.revertedWithCustomError(assembly, 'TargetWithoutCode')
        .withArgs(who.pia.address)
    })

    it('refuse calls that wrap calls to the own organs', async () => {
      const house = await loadFixture(founded)
      const { assembly, statutes } = house
      const data = assembly.interface.encodeFunctionData('castVote', [1n, 1])
      await expect(
        propose(house, await motion('Vote by vote', [{ target: assembly, data }])),
      ).to.be.revertedWithCustomError(statutes, 'WrappedCall')
    })
  })

  describe('a text that names its proposer, as Governors read it,', () => {
    it('is theirs alone, in letters of any case', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      for (const [place, name] of [who.ada.address, who.ada.address.toLowerCase()].entries()) {
        const it = await motion(`Pay the miller ${place}\n#proposer=${name}`)
        await expect(propose(house, it, undefined, who.gus))
          .to.be.revertedWithCustomError(assembly, 'GovernorRestrictedProposer')
          .withArgs(who.gus.address)
        expect(await propose(house, it, undefined, who.ada)).to.equal(BigInt(place + 1))
      }
    })

    it('is anybody’s where the end names no address, or is no end', async () => {
      const house = await loadFixture(founded)
      const { ada, gus } = house.who
      const address = ada.address.slice(2)
      let id = 0n
      for (const text of [
        `One\n#proposer=0x${'g'.repeat(40)}`,
        `Two\n#proposer=${ada.address} `,
        `Three\n#proposer= 0x${address.slice(1)}`,
      ]) {
        expect(await propose(house, await motion(text), undefined, gus)).to.equal(++id)
      }
    })
  })

  describe('titles', () => {
    const RLO = '\u202e'
    const bad: readonly (readonly [string, string])[] = [
      ['nothing', ''],
      ['only a mark', '#'],
      ['only spaces', '#   '],
      ['an empty first line', '\nBuy flour'],
      ['97 bytes', 'a'.repeat(97)],
      ['300 bytes', 'a'.repeat(300)],
      ['a mark that turns the direction', `Pay Ana${RLO}ana`],
      ['an isolate', '\u2066Pay Ana'],
      ['a character that nobody sees', 'Pay\u200bAna'],
      ['a control character', 'Pay\tAna'],
      ['a byte order mark', '\ufeffPay Ana'],
      ['a no-break space', '\u00a0'],
      ['ideographic spaces', '\u3000\u3000'],
      ['em spaces', '\u2003\u2003'],
      ['an Ogham space', '\u1680'],
      ['a pattern of Braille without dots', '\u2800'],
      ['a note without a head', '\u{1d159}'],
      ['a selector that shows nothing', 'Pay Ana\ufe0f'],
      ['a space at the end', 'Pay Ana '],
      ['a no-break space at the beginning', '\u00a0Pay Ana'],
      ['two spaces beside each other', 'Pay  Ana'],
      ['two spaces of two kinds', 'Pay \u00a0Ana'],
    ]
    for (const [what, description] of bad) {
      it(`refuse ${what}`, async () => {
        const house = await loadFixture(founded)
        const line = description.split('\n')[0]?.replace(/^# */, '') ?? ''
        await expect(propose(house, await motion(description)))
          .to.be.revertedWithCustomError(house.assembly, 'TitleInvalid')
          .withArgs(line.slice(0, 97))
      })
    }

    it('refuse what is not UTF-8', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const good = assembly.interface.encodeFunctionData('propose', [[], [], [], 'Pay Anna'])
      const broken = good.replace(
        ethers.hexlify(ethers.toUtf8Bytes('Pay Anna')).slice(2),
        'ff'.repeat(8),
      )
      expect(broken).to.not.equal(good)
      await expect(
        who.ada.sendTransaction({ to: await assembly.getAddress(), data: broken }),
      ).to.revert(ethers)
    })

    it('are the first line without the mark, up to 96 bytes of any language', async () => {
      const house = await loadFixture(founded)
      const title = 'é'.repeat(48)
      for (const [description, line] of [
        ['#  Pay Ana\nand more', 'Pay Ana'],
        ['Pay Bo # again', 'Pay Bo # again'],
        [title, title],
      ] as const) {
        const id = await propose(house, await motion(description))
        const { resolutionHash } = await house.assembly.proposalOf(id)
        expect(resolutionHash).to.equal(ethers.id(`#${id} everyday: ${line}`))
      }
    })

    it('are unique among proposals that are not settled', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const it = await give(house, 1n)
      const again = await motion('Help the school\nwith other reasons')
      await house.who.carrier.sendTransaction({ to: house.coop, value: 9n })
      const id = await propose(house, it)
      const taken = async () =>
        expect(propose(house, again))
          .to.be.revertedWithCustomError(assembly, 'TitleTaken')
          .withArgs(id)
      await taken()
      await opens(house, id)
      await taken()
      await all(house, id, FOR)
      await closes(house, id)
      expect(await assembly.state(id)).to.equal(State.Queued)
      await taken()
      await time.increaseTo((await assembly.proposalOf(id)).eta)
      await assembly.execute(...content(it))
      expect(await propose(house, again)).to.equal(id + 1n)
    })

    it('are free again when their proposal was lost, cancelled or expired', async () => {
      const house = await loadFixture(founded)
      const lost = await lose(house, await motion('Sell the wheel'), [null])
      expect(await house.assembly.state(lost)).to.equal(State.Defeated)
      await propose(house, await motion('Sell the wheel'))
      const it = await motion('Sell the roof')
      await propose(house, it)
      await house.assembly.connect(house.who.ada).cancel(...content(it))
      await propose(house, it, undefined, house.who.bo)
      const gift = await pass(house, await give(house, 1n))
      await time.increaseTo((await house.assembly.proposalOf(gift)).expiry)
      expect(await house.assembly.state(gift)).to.equal(State.Expired)
      await propose(house, await give(house, 1n))
    })
  })

  describe('taking back', () => {
    it('is for the proposer, before the vote begins', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const it = await motion('Buy flour')
      const id = await propose(house, it)
      await expect(assembly.connect(who.bo).cancel(...content(it)))
        .to.be.revertedWithCustomError(assembly, 'GovernorUnableToCancel')
        .withArgs(id, who.bo.address)
      await expect(assembly.connect(who.ada).cancel(...content(it)))
        .to.emit(assembly, 'ProposalCanceled')
        .withArgs(id)
      expect(await assembly.state(id)).to.equal(State.Canceled)
      await expect(assembly.connect(who.ada).cancel(...content(it)))
        .to.be.revertedWithCustomError(assembly, 'GovernorUnexpectedProposalState')
        .withArgs(id, State.Canceled, ethers.toBeHex(1, 32))
      const started = await motion('Buy more flour')
      const open = await propose(house, started)
      await opens(house, open)
      await expect(assembly.connect(who.ada).cancel(...content(started)))
        .to.be.revertedWithCustomError(assembly, 'GovernorUnexpectedProposalState')
        .withArgs(open, State.Active, ethers.toBeHex(1, 32))
      await expect(
        assembly.connect(who.ada).cancel(...content(await motion('Nothing'))),
      ).to.be.revertedWithCustomError(assembly, 'GovernorNonexistentProposal')
    })

    it('closes the vote for good', async () => {
      const house = await loadFixture(founded)
      const it = await motion('Buy flour')
      const id = await propose(house, it)
      await house.assembly.connect(house.who.ada).cancel(...content(it))
      await time.increaseTo((await house.assembly.proposalOf(id)).voteStart)
      await expect(
        house.assembly.connect(house.who.ada).castVote(id, Support.FOR),
      ).to.be.revertedWithCustomError(house.assembly, 'GovernorUnexpectedProposalState')
    })
  })

  it('nothing is known of what was never proposed', async () => {
    const { assembly, who } = await loadFixture(founded)
    for (const ask of [
      () => assembly.state(1n),
      () => assembly.proposalOf(0n),
      () => assembly.proposalSnapshot(9n),
      () => assembly.proposalDeadline(9n),
      () => assembly.proposalProposer(9n),
      () => assembly.proposalEta(9n),
      () => assembly.ruleOfProposal(9n),
      () => assembly.talliesOf(9n),
      () => assembly.resultOf(9n),
      () => assembly.ballotOf(9n, who.ada.address),
      () => assembly.hasVoted(9n, who.ada.address),
      () => assembly.ballotDigest(9n, 0, who.ada.address),
      () => assembly.connect(who.ada).castVote(9n, 1),
      () => assembly.castBallots(9n, '0x', []),
    ]) {
      await expect(ask()).to.be.revertedWithCustomError(assembly, 'GovernorNonexistentProposal')
    }
  })
})
