// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, ethers, loadFixture, time } from '../kit/chain.ts'
import { Kind, RULES, rule, rules } from '../kit/charter.ts'
import {
  carryOut,
  founded,
  foundedAs,
  type House,
  type Motion,
  type Organs,
  propose,
} from '../kit/house.ts'
import {
  admitAll,
  closes,
  content,
  motion,
  opens,
  openVote,
  State,
  Support,
  wallet,
} from './desk.ts'

async function withConsent() {
  return foundedAs({ rules: rules({ consent: RULES.consent }) })
}

/** Votes of the seven founders: for, against or nothing by place. */
async function all({ assembly, who }: House, id: bigint, choices: readonly (number | null)[]) {
  const seven = [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]
  for (const [i, choice] of choices.entries()) {
    const member = seven[i]
    if (choice === null || !member) continue
    const reason = choice === Support.OBJECT ? 'It harms the river.' : ''
    await assembly.connect(member).castVoteWithReason(id, choice, reason)
  }
}

const FOR = [1, 1, 1, 1, 1, 1, 1]
const AGAINST = [0, 0, 0, 0, 0, 0, 0]

function setName({ statutes }: Pick<Organs, 'statutes'>, name: string) {
  return { target: statutes, data: statutes.interface.encodeFunctionData('setName', [name]) }
}

async function give(house: House, value: bigint): Promise<Motion> {
  return motion('Help the school', [{ target: house.who.pia.address, value }])
}

async function pass(house: House, it: Motion, kind?: number): Promise<bigint> {
  const id = await propose(house, it, kind)
  await opens(house, id)
  await all(house, id, FOR)
  await closes(house, id)
  return id
}

async function lose(house: House, it: Motion, choices: readonly (number | null)[], kind?: number) {
  const id = await propose(house, it, kind)
  await opens(house, id)
  await all(house, id, choices)
  await closes(house, id)
  return id
}

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

  describe('ASM-7 the same once, and few at a time', () => {
    it('has the same actions open once, whatever the kind, until they are carried out', async () => {
      const house = await loadFixture(founded)
      const { assembly, who, coop } = house
      await who.carrier.sendTransaction({ to: coop, value: 9n })
      const it = await give(house, 1n)
      const again = { ...it, description: 'Help the school, and soon' }
      const refused = async (id: bigint) => {
        for (const kind of [Kind.ORDINARY, Kind.SPECIAL, Kind.ENTRENCHED]) {
          await expect(propose(house, again, kind, who.bo))
            .to.be.revertedWithCustomError(assembly, 'MotionOpen')
            .withArgs(id)
        }
      }
      const major = await propose(house, it, Kind.SPECIAL)
      await refused(major)
      await opens(house, major)
      await refused(major)
      await all(house, major, FOR)
      await time.increaseTo((await assembly.proposalOf(major)).eta)
      await refused(major)
      await assembly.execute(...content(it))
      // What was carried out can be decided once more.
      expect(await propose(house, again)).to.equal(major + 1n)
    })

    it('has at most three motions of a member open, and frees a place when a vote is over', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const motions = await Promise.all(['One', 'Two', 'Three', 'Four'].map((it) => motion(it)))
      const [one, two, three, four] = motions as [Motion, Motion, Motion, Motion]
      await propose(house, one)
      await propose(house, two)
      const last = await propose(house, three)
      const full = async () =>
        expect(propose(house, four))
          .to.be.revertedWithCustomError(assembly, 'TooManyOpen')
          .withArgs(who.ada.address, 3n)
      await full()
      expect(await propose(house, await motion('Of Bo'), undefined, who.bo)).to.equal(last + 1n)
      await assembly.connect(who.ada).cancel(...content(two))
      expect(await propose(house, four)).to.equal(last + 2n)
      await expect(propose(house, await motion('Five'))).to.be.revertedWithCustomError(
        assembly,
        'TooManyOpen',
      )
      await closes(house, last)
      expect(await propose(house, await motion('Five'))).to.equal(last + 3n)
      expect(await propose(house, await motion('Six'))).to.equal(last + 4n)
      await expect(propose(house, await motion('Seven'))).to.be.revertedWithCustomError(
        assembly,
        'TooManyOpen',
      )
    })

    it('keeps who took a motion back from putting it again for seven days, and nobody else', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const it = await give(house, 1n)
      const renamed = { ...it, description: 'The same in other words' }
      await propose(house, it, undefined, who.gus)
      await assembly.connect(who.gus).cancel(...content(it))
      const from = BigInt(await time.latest()) + BigInt(7 * DAY)
      const refused = async () => {
        for (const kind of [Kind.ORDINARY, Kind.SPECIAL]) {
          await expect(propose(house, renamed, kind, who.gus))
            .to.be.revertedWithCustomError(assembly, 'TakenBack')
            .withArgs(from)
        }
      }
      await refused()
      const id = await propose(house, renamed, undefined, who.ada)
      await assembly.connect(who.ada).cancel(...content(renamed))
      // Not by way of somebody else either.
      await refused()
      await time.increaseTo(from)
      expect(await propose(house, renamed, undefined, who.gus)).to.equal(id + 1n)
    })

    it('keeps a text that was taken back away in the same way', async () => {
      const house = await loadFixture(founded)
      const { assembly, who } = house
      const it = await motion('Close on Mondays')
      await propose(house, it)
      await assembly.connect(who.ada).cancel(...content(it))
      await expect(propose(house, it)).to.be.revertedWithCustomError(assembly, 'TakenBack')
      expect(await propose(house, await motion('Close on Tuesdays'))).to.equal(2n)
      expect(await propose(house, it, undefined, who.bo)).to.equal(3n)
    })
  })

  describe('ASM-6 cooling', () => {
    it('keeps the same actions away, whatever they are called, until the time is over', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const id = await lose(house, await give(house, 1n), AGAINST)
      const { voteEnd } = await assembly.proposalOf(id)
      const until = voteEnd + BigInt(90 * DAY)
      const renamed = { ...(await give(house, 1n)), description: 'Something else' }
      await expect(propose(house, renamed))
        .to.be.revertedWithCustomError(assembly, 'StillCooling')
        .withArgs(id, until)
      expect(await propose(house, { ...renamed, values: [2n] })).to.equal(id + 1n)
      await time.increaseTo(until)
      expect(await propose(house, renamed)).to.equal(id + 2n)
    })

    it('does not forget what objections stopped for a major motion that was taken back', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      const { voteEnd } = await house.assembly.proposalOf(id)
      await propose(house, it, Kind.SPECIAL)
      await house.assembly.connect(house.who.ada).cancel(...content(it))
      await expect(propose(house, it, Kind.CONSENT))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, voteEnd + BigInt(90 * DAY))
      expect(await propose(house, it, Kind.SPECIAL, house.who.bo)).to.equal(id + 2n)
    })

    it('keeps a major motion that was lost away under every kind', async () => {
      const house = await loadFixture(founded)
      const { assembly } = house
      const it = await give(house, 1n)
      const major = await lose(house, it, AGAINST, Kind.SPECIAL)
      for (const kind of [Kind.ORDINARY, Kind.SPECIAL]) {
        await expect(propose(house, it, kind))
          .to.be.revertedWithCustomError(assembly, 'StillCooling')
          .withArgs(major, (await assembly.proposalOf(major)).voteEnd + BigInt(90 * DAY))
      }
    })

    it('does not forget what was lost for a repetition without a quorum', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      await lose(house, it, [0], Kind.SPECIAL)
      await expect(propose(house, it, Kind.CONSENT))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, (await house.assembly.proposalOf(id)).voteEnd + BigInt(90 * DAY))
    })

    it('keeps the same text away, where there are no actions', async () => {
      const house = await loadFixture(founded)
      const id = await lose(house, await motion('Close on Mondays'), AGAINST)
      await expect(propose(house, await motion('Close on Mondays'))).to.be.revertedWithCustomError(
        house.assembly,
        'StillCooling',
      )
      expect(await propose(house, await motion('Close on Mondays\nin winter'))).to.equal(id + 1n)
    })

    it('does not keep away what had no quorum', async () => {
      const house = await loadFixture(founded)
      const id = await lose(house, await give(house, 1n), [0, 0])
      expect(await propose(house, await give(house, 1n))).to.equal(id + 1n)
    })

    it('lets what only objections stopped come back as SPECIAL, and as nothing else', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [1, 1, 1, 1, 1, 1, 3], Kind.CONSENT)
      expect(await house.assembly.state(id)).to.equal(State.Defeated)
      await expect(propose(house, it, Kind.CONSENT)).to.be.revertedWithCustomError(
        house.assembly,
        'StillCooling',
      )
      await expect(propose(house, it)).to.be.revertedWithCustomError(house.assembly, 'StillCooling')
      expect(await propose(house, it, Kind.SPECIAL)).to.equal(id + 1n)
    })

    it('keeps away as SPECIAL what was lost by more than objections', async () => {
      const house = await loadFixture(withConsent)
      const it = await give(house, 1n)
      const id = await lose(house, it, [0, 0, 0, 0, 0, 0, 3], Kind.CONSENT)
      await expect(propose(house, it, Kind.SPECIAL))
        .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
        .withArgs(id, (await house.assembly.proposalOf(id)).voteEnd + BigInt(90 * DAY))
    })
  })

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
