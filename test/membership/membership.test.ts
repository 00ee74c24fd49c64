// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { application } from '../assembly/desk.ts'
import { DAY, ethers, loadFixture, networkHelpers, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { asCarryingOut, carryOut, founded } from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'
import { countsOf, LENDER, LONGEST_VOTE } from './roll.ts'

describe('Membership', () => {
  describe('the roll', () => {
    it('MEM-1 begins with the founders: dense ids from 1, each in their class', async () => {
      const { membership, who, coop, statutes } = await loadFixture(founded)
      expect(await membership.total()).to.equal(7n)
      expect(await membership.lastId()).to.equal(7n)
      expect(countsOf(await membership.counts())).to.deep.equal([3, 2, 2])
      const bo = await membership.memberOf(who.bo)
      expect([bo.id, bo.class, bo.left, bo.classChanged]).to.deep.equal([2n, 1n, 0n, 0n])
      expect(await membership.isMember(who.bo)).to.equal(true)
      expect(await membership.isMember(who.hal)).to.equal(false)
      expect(await membership.cooperative()).to.equal(await coop.getAddress())
      expect(await membership.statutes()).to.equal(await statutes.getAddress())
      expect((await membership.formerMember(1n)).id).to.equal(0n)
    })

    it('takes founders once, and from nobody but the account', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const some = [{ wallet: who.hal.address, class: WORKER }]
      await expect(membership.connect(who.ada).enrolFounders(some))
        .to.be.revertedWithCustomError(house.coop, 'NotTheCooperative')
        .withArgs(who.ada.address)
      await expect((await asCarryingOut(house)).enrolFounders(some)).to.be.revertedWithCustomError(
        membership,
        'RollNotEmpty',
      )
    })

    it('gives the packed words of many wallets, as they lie', async () => {
      const { membership, who } = await loadFixture(founded)
      const wallets = [who.gus.address, who.hal.address, who.ada.address, ethers.ZeroAddress]
      const [gus, hal, ada, nobody] = await membership.wordsOf(wallets)
      const { joined } = await membership.memberOf(who.gus)
      expect(gus).to.equal(7n | (BigInt(LENDER) << 32n) | (joined << 40n))
      expect(ada).to.equal(1n | (joined << 40n))
      expect([hal, nobody]).to.deep.equal([0n, 0n])
      expect(await membership.wordsOf([])).to.deep.equal([])
    })

    it('MEM-5 knows who was on it, and in which class, at any second', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const { joined } = await membership.memberOf(who.bo)
      expect(await membership.memberAt(who.bo, joined - 1n)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.bo, joined)).to.deep.equal([2n, 1n])
      await time.increase(DAY)
      const roll = await asCarryingOut(house)
      await roll.changeClass(await application(house, who.bo, WORKER))
      const changed = BigInt(await time.latest())
      expect(await membership.memberAt(who.bo, changed - 1n)).to.deep.equal([2n, 1n])
      expect(await membership.memberAt(who.bo, changed)).to.deep.equal([2n, 0n])
      await time.increase(DAY)
      await membership.connect(who.bo).resign()
      const left = BigInt(await time.latest())
      expect(await membership.memberAt(who.bo, left - 1n)).to.deep.equal([2n, 0n])
      expect(await membership.memberAt(who.bo, left)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.hal, left)).to.deep.equal([0n, 0n])
    })

    it('counts classes at any second that is past', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const seen: (readonly [bigint, number[]])[] = []
      const note = async () => {
        seen.push([BigInt(await time.latest()), countsOf(await membership.counts())])
        await time.increase(1_000)
      }
      const { joined } = await membership.memberOf(who.ada)
      await note()
      for (const member of [who.ada, who.bo, who.gus, who.fay, who.chi]) {
        await membership.connect(member).resign()
        await note()
      }
      expect(await membership.countsAt(joined - 1n)).to.equal(0n)
      expect(await membership.countsAt(0n)).to.equal(0n)
      for (const [at, counts] of seen) {
        expect(countsOf(await membership.countsAt(at))).to.deep.equal(counts)
        expect(countsOf(await membership.countsAt(at + 999n))).to.deep.equal(counts)
      }
      const now = BigInt(await time.latest())
      await expect(membership.countsAt(now + 10n)).to.be.revertedWithCustomError(
        membership,
        'FutureLookup',
      )
      expect(seen.at(-1)?.[1]).to.deep.equal([1, 0, 1])
    })

    it('writes one checkpoint for all changes of a second', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      await ethers.provider.send('evm_setAutomine', [false])
      const sent = [
        await membership.connect(who.ada).resign({ gasLimit: 200_000 }),
        await membership.connect(who.bo).resign({ gasLimit: 200_000 }),
      ]
      await ethers.provider.send('evm_mine', [])
      await ethers.provider.send('evm_setAutomine', [true])
      const blocks = await Promise.all(sent.map(async (tx) => (await tx.wait())?.blockNumber))
      expect(blocks[0]).to.equal(blocks[1])
      const at = BigInt(await time.latest())
      await time.increase(10)
      expect(countsOf(await membership.countsAt(at))).to.deep.equal([2, 1, 2])
      expect(countsOf(await membership.countsAt(at - 1n))).to.deep.equal([3, 2, 2])
    })
  })

  describe('MEM-3 P3 G8 resigning', () => {
    it('takes one transaction, at once, whatever is going on', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const everybody = [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]
      for (const [i, member] of everybody.entries()) {
        await expect(membership.connect(member).resign())
          .to.emit(membership, 'Resigned')
          .withArgs(member.address, BigInt(i + 1))
        expect(await membership.isMember(member)).to.equal(false)
      }
      expect(await membership.total()).to.equal(0n)
      await expect(membership.connect(who.ada).resign())
        .to.be.revertedWithCustomError(membership, 'NotOnTheRoll')
        .withArgs(who.ada.address)
      await expect(membership.connect(who.hal).resign()).to.be.revertedWithCustomError(
        membership,
        'NotOnTheRoll',
      )
    })

    it('MEM-1 who comes back waits, and has a new id; the old membership is kept', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const roll = await asCarryingOut(house)
      const before = await membership.memberOf(who.bo)
      await membership.connect(who.bo).resign()
      const left = BigInt(await time.latest())
      await expect(roll.admit([await application(house, who.bo, WORKER)]))
        .to.be.revertedWithCustomError(membership, 'TooSoonToReturn')
        .withArgs(who.bo.address, left + LONGEST_VOTE)
      await time.increaseTo(left + LONGEST_VOTE)
      await roll.admit([await application(house, who.bo, WORKER)])
      const back = BigInt(await time.latest())
      expect((await membership.memberOf(who.bo)).id).to.equal(8n)
      const old = await membership.formerMember(2n)
      expect([old.id, old.class, old.joined, old.left]).to.deep.equal([2n, 1n, before.joined, left])
      expect(await membership.memberAt(who.bo, before.joined)).to.deep.equal([2n, 1n])
      expect(await membership.memberAt(who.bo, left)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.bo, back)).to.deep.equal([8n, 0n])
      expect(await membership.memberAt(who.bo, before.joined - 1n)).to.deep.equal([0n, 0n])
      // The word of a member who came back names the membership before in its upper bits.
      const [word] = await membership.wordsOf([who.bo.address])
      expect((word ?? 0n) >> 192n).to.equal(2n)
      await time.increase(1)
      expect(await membership.getPastVotes(who.bo, before.joined)).to.equal(1n)
    })

    it('an application of somebody who left cannot bring them back', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const most = BigInt(await time.latest()) + LONGEST_VOTE
      const it = await application(house, hal, USER, most)
      await roll.admit([it])
      await house.membership.connect(hal).resign()
      await time.increaseTo(BigInt(await time.latest()) + LONGEST_VOTE)
      await expect(roll.admit([it])).to.be.revertedWithCustomError(roll, 'ApplicationExpired')
    })
  })

  it('MEM-2 an application brings nobody back who left in the second in which they joined', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal } = house.who
    const joins = BigInt(await time.latest()) + 10n
    const it = await application(house, hal, USER, joins + LONGEST_VOTE)
    const one = await application(house, hal, USER, joins + LONGEST_VOTE - 1n)
    await ethers.provider.send('evm_setAutomine', [false])
    await time.setNextBlockTimestamp(joins)
    const sent = [
      await roll.admit([it], { gasLimit: 1_000_000n }),
      await roll.admit([one], { gasLimit: 1_000_000n }),
      await house.membership.connect(hal).resign({ gasLimit: 1_000_000n }),
    ]
    await networkHelpers.mine()
    await ethers.provider.send('evm_setAutomine', [true])
    const statuses = sent.map(async ({ hash }) => {
      return (await ethers.provider.getTransactionReceipt(hash))?.status
    })
    expect(await Promise.all(statuses)).to.deep.equal([0, 1, 1])
    await time.setNextBlockTimestamp(joins + LONGEST_VOTE)
    await expect(roll.admit([one])).to.be.revertedWithCustomError(roll, 'ApplicationExpired')
    expect(await house.membership.isMember(hal)).to.equal(false)
  })

  describe('changing class', () => {
    it('needs the member’s own word, another class, and time since the last change', async () => {
      const house = await loadFixture(founded)
      const { who } = house
      const roll = await asCarryingOut(house)
      await expect(roll.changeClass(await application(house, who.hal, USER)))
        .to.be.revertedWithCustomError(roll, 'NotOnTheRoll')
        .withArgs(who.hal.address)
      await expect(roll.changeClass(await application(house, who.ada, WORKER)))
        .to.be.revertedWithCustomError(roll, 'AlreadyInClass')
        .withArgs(who.ada.address, WORKER)
      await expect(roll.changeClass(await application(house, who.ada, 5)))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(5)
      const it = await application(house, who.ada, USER)
      await expect(roll.changeClass({ ...it, class: LENDER })).to.be.revertedWithCustomError(
        roll,
        'ApplicationSignatureInvalid',
      )
      await expect(roll.changeClass(it))
        .to.emit(roll, 'ClassChanged')
        .withArgs(who.ada.address, 1n, WORKER, USER)
      const changed = BigInt(await time.latest())
      expect(countsOf(await roll.counts())).to.deep.equal([2, 3, 2])
      const member = await roll.memberOf(who.ada)
      expect([member.class, member.classBefore, member.classChanged]).to.deep.equal([
        1n,
        0n,
        changed,
      ])
      await expect(roll.changeClass(await application(house, who.ada, LENDER)))
        .to.be.revertedWithCustomError(roll, 'TooSoonToChangeClass')
        .withArgs(who.ada.address, changed + LONGEST_VOTE)
      await time.increaseTo(changed + LONGEST_VOTE)
      await roll.changeClass(await application(house, who.ada, LENDER))
      expect(countsOf(await roll.counts())).to.deep.equal([2, 2, 3])
    })
  })

  describe('as other tools read it', () => {
    it('IVotes and ERC-6372: one or nothing, in timestamps', async () => {
      const { membership, who } = await loadFixture(founded)
      await time.increase(10)
      const past = BigInt(await time.latest()) - 1n
      expect(await membership.CLOCK_MODE()).to.equal('mode=timestamp')
      expect(await membership.clock()).to.equal(BigInt(await time.latest()))
      expect(await membership.getVotes(who.ada)).to.equal(1n)
      expect(await membership.getVotes(who.hal)).to.equal(0n)
      expect(await membership.getPastVotes(who.ada, past)).to.equal(1n)
      expect(await membership.getPastVotes(who.hal, past)).to.equal(0n)
      expect(await membership.getPastVotes(who.ada, 1n)).to.equal(0n)
      expect(await membership.getPastTotalSupply(past)).to.equal(7n)
      expect(await membership.delegates(who.ada)).to.equal(who.ada.address)
      await expect(membership.getPastVotes(who.ada, past + 100n)).to.be.revertedWithCustomError(
        membership,
        'FutureLookup',
      )
      await expect(membership.delegate(who.bo)).to.be.revertedWithCustomError(
        membership,
        'VotesNotDelegable',
      )
      await expect(
        membership.delegateBySig(who.bo, 0, 0, 27, ethers.ZeroHash, ethers.ZeroHash),
      ).to.be.revertedWithCustomError(membership, 'VotesNotDelegable')
    })

    it('ERC-721 and ERC-5192: a token that nobody can move', async () => {
      const { membership, statutes, who } = await loadFixture(founded)
      const token = BigInt(who.ada.address)
      const none = BigInt(who.hal.address)
      expect(await membership.name()).to.equal(await statutes.name())
      expect(await membership.symbol()).to.equal('MEMBER')
      expect(await membership.tokenURI(token)).to.equal('')
      expect(await membership.ownerOf(token)).to.equal(who.ada.address)
      expect(await membership.balanceOf(who.ada)).to.equal(1n)
      expect(await membership.balanceOf(who.hal)).to.equal(0n)
      expect(await membership.locked(token)).to.equal(true)
      expect(await membership.getApproved(token)).to.equal(ethers.ZeroAddress)
      expect(await membership.isApprovedForAll(who.ada, who.bo)).to.equal(false)
      for (const ask of [
        () => membership.ownerOf(none),
        () => membership.ownerOf(token + (1n << 160n)),
        () => membership.locked(none),
        () => membership.tokenURI(none),
        () => membership.getApproved(none),
      ]) {
        await expect(ask()).to.be.revertedWithCustomError(membership, 'NotOnTheRoll')
      }
      const ours = membership.connect(who.ada)
      for (const act of [
        () => ours.transferFrom(who.ada, who.hal, token),
        () => ours['safeTransferFrom(address,address,uint256)'](who.ada, who.hal, token),
        () =>
          ours['safeTransferFrom(address,address,uint256,bytes)'](who.ada, who.hal, token, '0x'),
        () => ours.approve(who.hal, token),
        () => ours.setApprovalForAll(who.hal, true),
      ]) {
        await expect(act()).to.be.revertedWithCustomError(membership, 'MembershipNotTransferable')
      }
    })

    it('tells of a token, locked for good, when somebody joins, and of its end when they leave', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const token = BigInt(who.ada.address)
      await expect(house.sent)
        .to.emit(membership, 'Transfer')
        .withArgs(ethers.ZeroAddress, who.ada.address, token)
        .to.emit(membership, 'Locked')
        .withArgs(token)
      const deadline = BigInt(await time.latest()) + BigInt(DAY)
      const theirs = BigInt(who.hal.address)
      await membership.connect(who.hal).applyFor(WORKER, ethers.ZeroHash, deadline)
      const application = {
        wallet: who.hal.address,
        class: WORKER,
        document: ethers.ZeroHash,
        deadline,
        signature: '0x',
      }
      const data = membership.interface.encodeFunctionData('admit', [[application]])
      await expect(carryOut(house, Kind.ORDINARY, [{ target: membership, data }]))
        .to.emit(membership, 'Transfer')
        .withArgs(ethers.ZeroAddress, who.hal.address, theirs)
        .to.emit(membership, 'Locked')
        .withArgs(theirs)
      await expect(membership.connect(who.ada).resign())
        .to.emit(membership, 'Transfer')
        .withArgs(who.ada.address, ethers.ZeroAddress, token)
    })

    it('ERC-165', async () => {
      const { membership } = await loadFixture(founded)
      for (const id of [
        '0x01ffc9a7',
        '0x80ac58cd',
        '0x5b5e139f',
        '0xb45a3c0e',
        '0xe90fb3f6',
        '0xda287a1d',
      ]) {
        expect(await membership.supportsInterface(id), id).to.equal(true)
      }
      expect(await membership.supportsInterface('0xffffffff')).to.equal(false)
    })
  })
})
