// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture } from '../kit/chain.ts'
import { asCarryingOut, type House } from '../kit/house.ts'
import { cast, opened, passesOver, sums } from './carrying.ts'
import {
  application,
  ballot,
  ballots,
  closes,
  record,
  Support,
  signBallot,
  signObjection,
  Way,
} from './desk.ts'

const NONE = [0n, 0n]

/** Hal comes after the snapshot. */
async function admitHal(house: House) {
  const roll = await asCarryingOut(house)
  await roll.admit([await application(house, house.who.hal, 0)])
}

describe('Ballots', () => {
  describe('cast directly', () => {
    it('ASM-4 G1 count one vote in the class of the voter, and can be changed until the close', async () => {
      const it = await loadFixture(opened)
      const { house, id } = it
      const { ada, bo } = house.who
      await expect(house.assembly.connect(ada).castVote(id, Support.FOR))
        .to.emit(house.assembly, 'VoteCast')
        .withArgs(ada.address, id, Support.FOR, 1n, '')
      await house.assembly.connect(bo).castVote(id, Support.ABSTAIN)
      expect(await sums(it)).to.deep.equal([
        [1, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ])
      await house.assembly.connect(ada).castVoteWithReason(id, Support.OBJECT, 'The river.')
      await house.assembly.connect(ada).castVoteWithReasonAndParams(id, Support.AGAINST, 'No', '0x')
      await house.assembly.connect(ada).castVote(id, Support.AGAINST)
      expect(await sums(it)).to.deep.equal([
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ])
      expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.DIRECT, 0n])
      expect(await house.assembly.hasVoted(id, ada.address)).to.equal(true)
      expect(await house.assembly.hasVoted(id, house.who.chi.address)).to.equal(false)
      await closes(house, id)
      await expect(house.assembly.connect(ada).castVote(id, Support.FOR))
        .to.be.revertedWithCustomError(house.assembly, 'GovernorUnexpectedProposalState')
        .withArgs(id, 3, ethers.toBeHex(2, 32))
    })

    it('answer with the weight of one', async () => {
      const { house, id } = await loadFixture(opened)
      expect(await house.assembly.connect(house.who.ada).castVote.staticCall(id, 1)).to.equal(1n)
    })

    it('refuse other choices, params, and an objection without a reason', async () => {
      const { house, id } = await loadFixture(opened)
      const ours = house.assembly.connect(house.who.ada)
      await expect(ours.castVote(id, 4)).to.be.revertedWithCustomError(
        ours,
        'GovernorInvalidVoteType',
      )
      await expect(ours.castVote(id, Support.OBJECT))
        .to.be.revertedWithCustomError(ours, 'ObjectionWithoutReason')
        .withArgs(id)
      await expect(
        ours.castVoteWithReasonAndParams(id, 1, '', '0x01'),
      ).to.be.revertedWithCustomError(ours, 'ParamsNotTaken')
    })

    it('ASM-2 G4 are refused from whoever was not on the roll at the snapshot', async () => {
      const { house, id } = await loadFixture(opened)
      const { assembly, membership, who } = house
      await admitHal(house)
      expect(await membership.isMember(who.hal)).to.equal(true)
      for (const outsider of [who.hal, who.carrier]) {
        await expect(assembly.connect(outsider).castVote(id, 1))
          .to.be.revertedWithCustomError(assembly, 'NotAMember')
          .withArgs(outsider.address)
      }
      expect(await assembly.ballotOf(id, who.hal.address)).to.deep.equal(NONE)
    })
  })

  describe('carried', () => {
    it('are counted in one event that holds what was signed', async () => {
      const it = await loadFixture(opened)
      const { house, id, paper } = it
      const { ada, bo, dee } = house.who
      const records = await ballots(paper, [ada, bo, dee], (i) => [1, 0, 2][i] ?? 0)
      const { counted, bitmap, sent } = await cast(it, records)
      expect(counted).to.equal(3n)
      expect(bitmap).to.equal('0x07')
      await expect(sent)
        .to.emit(house.assembly, 'BallotsCounted')
        .withArgs(id, house.who.carrier.address, records, [])
      expect(await sums(it)).to.deep.equal([
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ])
      expect(await house.assembly.ballotOf(id, dee.address)).to.deep.equal([Way.CARRIED, 2n])
    })

    it('ASM-9 object with a reason in the tail, and are against where there is none', async () => {
      const it = await loadFixture(opened)
      const { house, id, paper } = it
      const { ada, bo, chi, dee, carrier } = house.who
      const why = ethers.hexlify(ethers.toUtf8Bytes('Der Fluß trocknet aus.'))
      const signature = await signObjection(paper, ada, 'Der Fluß trocknet aus.')
      expect(
        ethers.recoverAddress(await house.assembly.objectionDigest(id, ada, why), signature),
      ).to.equal(ada.address)
      const objection = { wallet: ada.address, choice: 3, reason: why, signature }
      const other = ethers.hexlify(ethers.toUtf8Bytes('No.'))
      const plain = await signBallot(paper, chi, 3)
      const bad = [
        // a reason that was not signed: of an objection, beside another choice, beside a plain ballot
        { ...objection, reason: other },
        { ...objection, choice: 0 },
        { wallet: chi.address, choice: 3, reason: other, signature: plain },
        {
          wallet: chi.address,
          choice: 1,
          reason: other,
          signature: await signBallot(paper, chi, 1),
        },
        // an objection that lost its reason
        { ...objection, reason: '0x' },
      ]
      const tail = [
        ...bad,
        objection,
        { wallet: chi.address, choice: 3, reason: '0x', signature: plain },
      ]
      const records = await ballots(paper, [bo, dee], () => Support.OBJECT)
      const { counted, bitmap, sent } = await cast(it, records, tail)
      expect(counted).to.equal(4n)
      expect(bitmap).to.equal('0x8301')
      await expect(sent)
        .to.emit(house.assembly, 'BallotsCounted')
        .withArgs(
          id,
          carrier.address,
          records,
          tail.slice(-2).map((one) => Object.values(one)),
        )
      expect(await sums(it)).to.deep.equal([
        [0, 1, 0, 1],
        [0, 1, 0, 0],
        [0, 1, 0, 0],
      ])
      expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.CARRIED, 3n])
      expect(await house.assembly.ballotOf(id, bo.address)).to.deep.equal([Way.CARRIED, 0n])
    })

    it('are what a wallet signs and the contract says', async () => {
      const { house, id, paper } = await loadFixture(opened)
      const { ada } = house.who
      for (const choice of [0, 1, 2, 3]) {
        const digest = await house.assembly.ballotDigest(id, choice, ada.address)
        expect(ethers.recoverAddress(digest, await signBallot(paper, ada, choice))).to.equal(
          ada.address,
        )
      }
    })

    it('ASM-3 G9 are counted whatever stands between them, and only what is not good is passed over', async () => {
      const it = await loadFixture(opened)
      const { house, paper } = it
      const { ada, bo, chi, dee, eli, hal } = house.who
      const bad = [
        await ballot(paper, hal, 1),
        record(dee.address, 1, await signBallot(paper, eli, 1)),
        ethers.concat([eli.address, '0x04', `0x${'11'.repeat(64)}`]),
        ethers.concat([eli.address, '0xff', `0x${'ff'.repeat(64)}`]),
        ethers.concat([ethers.ZeroAddress, '0x01', `0x${'00'.repeat(64)}`]),
        `0x${'00'.repeat(85)}`,
        `0x${'ff'.repeat(85)}`,
      ]
      const good = await Promise.all(
        [ada, chi, bo].map((member) => ballot(paper, member, Support.FOR)),
      )
      const mixed = [
        bad[0],
        good[0],
        bad[1],
        bad[2],
        good[1],
        bad[3],
        bad[4],
        bad[5],
        good[2],
        bad[6],
      ]
      const { counted, bitmap, sent } = await cast(it, ethers.concat(mixed as string[]))
      expect(counted).to.equal(3n)
      expect(bitmap).to.equal('0x1201')
      await expect(sent)
        .to.emit(house.assembly, 'BallotsCounted')
        .withArgs(it.id, house.who.carrier.address, ethers.concat(good), [])
      expect(await sums(it)).to.deep.equal([
        [2, 0, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 0],
      ])
    })

    it('in another order come to the same', async () => {
      const it = await loadFixture(opened)
      const { ada, bo, chi, dee, eli, fay, gus } = it.house.who
      const records = await ballots(it.paper, [gus, ada, fay, chi, bo, eli, dee], (i) => i % 3)
      expect((await cast(it, records)).counted).to.equal(7n)
      expect(await sums(it)).to.deep.equal([
        [1, 1, 1, 0],
        [1, 0, 1, 0],
        [0, 2, 0, 0],
      ])
    })

    it('refuse only bytes that are not records', async () => {
      const it = await loadFixture(opened)
      for (const bytes of [1, 84, 86, 169]) {
        await expect(it.house.assembly.castBallots(it.id, `0x${'00'.repeat(bytes)}`, []))
          .to.be.revertedWithCustomError(it.house.assembly, 'RecordsMalformed')
          .withArgs(bytes)
      }
      await passesOver(it, '0x')
    })

    it('are counted in the vote, not before and not after', async () => {
      const it = await loadFixture(opened)
      const record_ = await ballot(it.paper, it.house.who.ada, 1)
      await closes(it.house, it.id)
      await expect(it.house.assembly.castBallots(it.id, record_, [])).to.be.revertedWithCustomError(
        it.house.assembly,
        'GovernorUnexpectedProposalState',
      )
    })

    it('G6 count in the class that was held at the snapshot, whatever it is by now', async () => {
      const it = await loadFixture(opened)
      const { house, paper } = it
      const { ada } = house.who
      const [, before = 0] = (await house.membership.memberOf(ada)).map(Number)
      const other = before === 0 ? 1 : 0
      const roll = await asCarryingOut(house)
      await roll.changeClass(await application(house, ada, other))
      await cast(it, await ballot(paper, ada, Support.FOR))
      const tallies = await sums(it)
      expect(tallies[before]).to.deep.equal([1, 0, 0, 0])
      expect(tallies[other]).to.deep.equal([0, 0, 0, 0])
    })

    it('G4 are not counted from whoever came after the snapshot, and are from who left', async () => {
      const it = await loadFixture(opened)
      const { house, paper } = it
      const { ada, hal } = house.who
      await admitHal(house)
      await passesOver(it, await ballot(paper, hal, 1))
      await house.membership.connect(ada).resign()
      expect((await cast(it, await ballot(paper, ada, 1))).counted).to.equal(1n)
    })
  })
})
