// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture, networkHelpers, time } from '../kit/chain.ts'
import { asCarryingOut, founded, type House, payment, propose } from '../kit/house.ts'
import {
  application,
  ballot,
  ballots,
  closes,
  type Domain,
  domainOf,
  motion,
  opens,
  openVote,
  paperOf,
  record,
  type Signing,
  Support,
  signBallot,
  signObjection,
  Way,
  wallet,
} from './desk.ts'

const NONE = [0n, 0n]
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

async function opened() {
  const house = await founded()
  const id = await openVote(house, 'Buy flour together')
  return { house, id, paper: await paperOf(house, id) }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** Hal comes after the snapshot. */
async function admitHal(house: House) {
  const roll = await asCarryingOut(house)
  await roll.admit([await application(house, house.who.hal, 0)])
}

/** Counts `records` as the carrier, and says what came of it. */
async function cast({ house, id }: Opened, records: string, accounts: TailBallot[] = []) {
  const { assembly, who } = house
  const carrier = assembly.connect(who.carrier)
  const [counted, bitmap] = await carrier.castBallots.staticCall(id, records, accounts)
  const sent = await carrier.castBallots(id, records, accounts)
  return { counted, bitmap, sent }
}

type TailBallot = { wallet: string; choice: number; reason: string; signature: string }

/** Counts a batch that must not count anything, and nothing may have moved. */
async function passesOver(it: Opened, records: string) {
  const before = await it.house.assembly.talliesOf(it.id)
  const { counted, sent } = await cast(it, records)
  expect(counted).to.equal(0n)
  await expect(sent).to.not.emit(it.house.assembly, 'BallotsCounted')
  expect(await it.house.assembly.talliesOf(it.id)).to.deep.equal(before)
}

/** For, against, abstain, object of each class. */
async function sums({ house, id }: Opened): Promise<number[][]> {
  const tallies = await house.assembly.talliesOf(id)
  return tallies.map((t) =>
    [t.votesFor, t.votesAgainst, t.abstentions, t.objections].map((n) => Number(n)),
  )
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

  describe('G10 a signature', () => {
    it('is marked in its own place of a long batch, and nothing beside it', async () => {
      const it = await loadFixture(opened)
      const { ada, bo } = it.house.who
      const again = Array<string>(299).fill(await ballot(it.paper, ada, Support.FOR))
      const last = await ballot(it.paper, bo, Support.FOR)
      const { counted, bitmap } = await cast(it, ethers.concat([...again, last]))
      expect(counted).to.equal(2n)
      expect(bitmap).to.equal(`0x01${'00'.repeat(36)}08`)
    })

    it('counts once: a second batch with it changes nothing', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const first = await ballot(it.paper, ada, Support.FOR)
      expect((await cast(it, ethers.concat([first, first]))).bitmap).to.equal('0x01')
      await passesOver(it, first)
      await passesOver(it, await ballot(it.paper, ada, Support.AGAINST))
    })

    it('ASM-4 never brings back what a direct vote replaced', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const old = await ballot(it.paper, ada, Support.FOR)
      await cast(it, old)
      await it.house.assembly.connect(ada).castVote(it.id, Support.AGAINST)
      expect(await sums(it)).to.deep.equal([
        [0, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ])
      await passesOver(it, old)
      expect(await it.house.assembly.ballotOf(it.id, ada.address)).to.deep.equal([Way.DIRECT, 0n])
    })

    const others: readonly (readonly [string, (d: Domain) => Partial<Domain>])[] = [
      ['on another chain', ({ chainId }) => ({ chainId: chainId + 1n })],
      ['in another assembly', () => ({ verifyingContract: ethers.ZeroAddress })],
      ['under another name of the domain', () => ({ name: 'Phyles' })],
      ['under another version', () => ({ version: '2' })],
    ]
    for (const [where, change] of others) {
      it(`given ${where} does not count here`, async () => {
        const it = await loadFixture(opened)
        const domain = { ...it.paper.domain, ...change(it.paper.domain) }
        await passesOver(it, await ballot({ ...it.paper, domain }, it.house.who.ada, 1))
      })
    }

    it('does not count for another proposal, resolution, co-op, member or choice', async () => {
      const it = await loadFixture(opened)
      const { ada, chi } = it.house.who
      const two = await openVote(it.house, 'Sell the wheel')
      for (const paper of [
        await paperOf(it.house, two),
        { ...it.paper, proposal: two },
        { ...it.paper, resolution: `${it.paper.resolution} ` },
        { ...it.paper, cooperative: 'Mill' },
      ]) {
        await passesOver(it, await ballot(paper, ada, 1))
      }
      await passesOver(it, record(chi.address, 1, await signBallot(it.paper, ada, 1)))
      await passesOver(it, record(ada.address, 0, await signBallot(it.paper, ada, 1)))
    })

    it('with a high s or another parity does not count', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const { r, s, yParity } = ethers.Signature.from(await signBallot(it.paper, ada, 1))
      const high = ORDER - BigInt(s)
      // Both ways to press the other signature for this digest into 64 bytes.
      for (const parity of [0n, 1n]) {
        const vs = ethers.toBeHex(((parity << 255n) | high) & ((1n << 256n) - 1n), 32)
        await passesOver(it, ethers.concat([ada.address, '0x01', r, vs]))
      }
      const flipped = ethers.toBeHex((BigInt(1 - yParity) << 255n) | BigInt(s), 32)
      await passesOver(it, ethers.concat([ada.address, '0x01', r, flipped]))
    })
  })

  describe('of accounts with code', () => {
    /** A wallet of this kind as a member, in an open vote. */
    async function withWallet(kind: string, args: unknown[] = []) {
      const house = await founded()
      const account = await ethers.deployContract(kind, args)
      const address = await account.getAddress()
      const apply = house.membership.interface.encodeFunctionData('applyFor', [
        1,
        ethers.ZeroHash,
        BigInt(await time.latest()) + 1_000n,
      ])
      await account.getFunction('act')(await house.membership.getAddress(), 0n, apply)
      const filed = await house.membership.applicationOf(address)
      const roll = await asCarryingOut(house)
      await roll.admit([
        {
          wallet: address,
          class: 1,
          document: filed.document,
          deadline: filed.deadline,
          signature: '0x',
        },
      ])
      await networkHelpers.mine()
      const id = await openVote(house, 'Buy flour together')
      return { house, id, paper: await paperOf(house, id), account, address }
    }

    it('count when the account says yes, beside others, in order', async () => {
      const signer = wallet(77)
      const it = await withWallet('HonestWallet', [signer.address])
      const digest = await it.house.assembly.ballotDigest(it.id, 1, it.address)
      const signature = signer.signingKey.sign(digest).serialized
      const tail = [{ wallet: it.address, choice: 1, reason: '0x', signature }]
      const records = await ballot(it.paper, it.house.who.ada, 1)
      const { counted, bitmap, sent } = await cast(it, records, tail)
      expect(counted).to.equal(2n)
      expect(bitmap).to.equal('0x03')
      await expect(sent)
        .to.emit(it.house.assembly, 'BallotsCounted')
        .withArgs(it.id, it.house.who.carrier.address, records, [[it.address, 1n, '0x', signature]])
      expect(await it.house.assembly.ballotOf(it.id, it.address)).to.deep.equal([Way.CARRIED, 1n])
      // Carried once.
      expect((await cast(it, '0x', tail)).counted).to.equal(0n)
    })

    it('do not count when the account says no, or somebody else signed', async () => {
      const it = await withWallet('HonestWallet', [wallet(77).address])
      const digest = await it.house.assembly.ballotDigest(it.id, 1, it.address)
      const signature = wallet(78).signingKey.sign(digest).serialized
      const { counted } = await cast(it, '0x', [
        { wallet: it.address, choice: 1, reason: '0x', signature },
      ])
      expect(counted).to.equal(0n)
    })

    it('try the key first: an account that delegated its code votes with its key', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      await networkHelpers.setCode(ada.address, '0x60006000fd')
      for (const [i, signature] of [
        await signBallot(it.paper, ada, 1),
        ethers.Signature.from(await signBallot(it.paper, it.house.who.chi, 1)).compactSerialized,
      ].entries()) {
        const member = i === 0 ? ada : it.house.who.chi
        const { counted } = await cast(it, '0x', [
          { wallet: member.address, choice: 1, reason: '0x', signature },
        ])
        expect(counted).to.equal(1n)
      }
    })

    it('G9 pass over what nobody signed: no code, no member, no such choice, odd lengths', async () => {
      const it = await loadFixture(opened)
      const { ada, hal } = it.house.who
      const good = await signBallot(it.paper, ada, 1)
      const { r, s, v } = ethers.Signature.from(good)
      const high = ethers.concat([
        r,
        ethers.toBeHex(ORDER - BigInt(s), 32),
        ethers.toBeHex(v === 27 ? 28 : 27, 1),
      ])
      const tail = [
        { wallet: ada.address, choice: 4, reason: '0x', signature: good },
        { wallet: ada.address, choice: 0, reason: '0x', signature: good },
        { wallet: ada.address, choice: 1, reason: '0x', signature: '0x' },
        { wallet: ada.address, choice: 1, reason: '0x', signature: `${good}00` },
        { wallet: ada.address, choice: 1, reason: '0x', signature: high },
        { wallet: ada.address, choice: 1, reason: '0x', signature: `0x${'00'.repeat(65)}` },
        {
          wallet: hal.address,
          choice: 1,
          reason: '0x',
          signature: await signBallot(it.paper, hal, 1),
        },
        { wallet: ethers.ZeroAddress, choice: 1, reason: '0x', signature: `0x${'00'.repeat(65)}` },
        { wallet: ada.address, choice: 1, reason: '0x', signature: good },
      ]
      const { counted, bitmap } = await cast(it, '0x', tail)
      expect(counted).to.equal(1n)
      expect(bitmap).to.equal('0x0001')
    })

    for (const kind of ['GasBurningWallet', 'RevertingWallet', 'CurtWallet']) {
      it(`G9 a ${kind} costs the others nothing`, async () => {
        const it = await withWallet(kind)
        const tail = { wallet: it.address, choice: 1, reason: '0x', signature: '0x' }
        const own = await ballot(it.paper, it.house.who.ada, 1)
        const key = {
          wallet: it.house.who.bo.address,
          choice: 2,
          reason: '0x',
          signature: await signBallot(it.paper, it.house.who.bo, 2),
        }
        const { counted, bitmap } = await cast(it, own, [tail, key])
        expect(counted).to.equal(2n)
        expect(bitmap).to.equal('0x05')
      })
    }

    it('G9 a MegabyteWallet cannot make the batch pay for what it returns', async () => {
      const it = await withWallet('MegabyteWallet')
      const tail = [{ wallet: it.address, choice: 1, reason: '0x', signature: '0x' }]
      // A megabyte costs more gas than the allowance: the answer never comes.
      expect((await cast(it, '0x', tail)).counted).to.equal(0n)
      // 100 kB fit into it, and are not copied.
      await it.account.getFunction('resize')(100_000n)
      const { counted, sent } = await cast(it, '0x', tail)
      expect(counted).to.equal(1n)
      expect((await sent.wait())?.gasUsed).to.be.below(300_000n)
    })

    it('G10 a FickleWallet cannot take back what was carried, and can vote directly', async () => {
      const it = await withWallet('FickleWallet')
      const tail = (choice: number) => [
        { wallet: it.address, choice, reason: '0x', signature: '0x' },
      ]
      await it.account.getFunction('change')(false)
      expect((await cast(it, '0x', tail(1))).counted).to.equal(0n)
      await it.account.getFunction('change')(true)
      expect((await cast(it, '0x', [...tail(1), ...tail(0)])).bitmap).to.equal('0x01')
      expect((await cast(it, '0x', tail(0))).counted).to.equal(0n)
      const vote = it.house.assembly.interface.encodeFunctionData('castVote', [it.id, 0])
      await it.account.getFunction('act')(await it.house.assembly.getAddress(), 0n, vote)
      expect((await cast(it, '0x', tail(1))).counted).to.equal(0n)
      expect(await it.house.assembly.ballotOf(it.id, it.address)).to.deep.equal([Way.DIRECT, 0n])
    })

    it('G9 too little gas reverts the batch rather than starve an account', async () => {
      const it = await withWallet('HonestWallet', [wallet(77).address])
      const digest = await it.house.assembly.ballotDigest(it.id, 1, it.address)
      const signature = wallet(77).signingKey.sign(digest).serialized
      const tail = [{ wallet: it.address, choice: 1, reason: '0x', signature }]
      const { assembly } = it.house
      expect(await assembly.ACCOUNT_GAS()).to.equal(200_000n)
      await expect(
        assembly.castBallots(it.id, '0x', tail, { gasLimit: 250_000n }),
      ).to.be.revertedWithCustomError(assembly, 'NotEnoughGas')
      // Whatever gas is sent, the ballot counts or the batch reverts: it is never passed over.
      for (let gasLimit = 60_000n; gasLimit <= 460_000n; gasLimit += 20_000n) {
        const answer = assembly.castBallots.staticCall(it.id, '0x', tail, { gasLimit })
        const counted = await answer.then(
          ([n]) => n,
          () => null,
        )
        expect(counted).to.be.oneOf([null, 1n])
      }
    })
  })

  describe('G12 a signature', () => {
    it('counts for no other actions and no other text under the same number and title', async () => {
      const house = await loadFixture(founded)
      const { assembly, euro, who } = house
      const money = await euro.getAddress()
      const motionFor = (to: string, amount: bigint, text = '') =>
        motion(`Pay the miller${text}`, [payment(house, money, to, amount)])
      const before = await networkHelpers.takeSnapshot()
      const id = await propose(house, await motionFor(who.hal.address, 10n))
      const paper = await paperOf(house, id)
      const records = await ballots(paper, [who.ada, who.bo, who.chi, who.dee], () => 1)
      // The block with the proposal is replaced, and others put what they like under its words.
      for (const other of [
        await motionFor(who.pia.address, 10n),
        await motionFor(who.hal.address, 11n),
        await motionFor(who.hal.address, 10n, '\n\nAnd thank him.'),
      ]) {
        await before.restore()
        expect(await propose(house, other, undefined, who.gus)).to.equal(id)
        expect((await paperOf(house, id)).resolution).to.equal(paper.resolution)
        await opens(house, id)
        const tail = [
          {
            wallet: who.eli.address,
            choice: 1,
            reason: '0x',
            signature: await signBallot(paper, who.eli, 1),
          },
        ]
        expect((await assembly.castBallots.staticCall(id, records, tail)).counted).to.equal(0n)
      }
      await before.restore()
      await propose(house, await motionFor(who.hal.address, 10n), undefined, who.gus)
      await opens(house, id)
      expect((await assembly.castBallots.staticCall(id, records, [])).counted).to.equal(4n)
    })
  })

  describe('by one signature, as Governors take it', () => {
    const BALLOT = {
      Ballot: [
        { name: 'proposalId', type: 'uint256' },
        { name: 'support', type: 'uint8' },
        { name: 'voter', type: 'address' },
        { name: 'nonce', type: 'uint256' },
      ],
    }
    const EXTENDED = {
      ExtendedBallot: [
        ...BALLOT.Ballot,
        { name: 'reason', type: 'string' },
        { name: 'params', type: 'bytes' },
      ],
    }

    async function standard(house: House, id: bigint, voter: Signing, support: number, nonce = 0) {
      const message = { proposalId: id, support, voter: voter.address, nonce }
      return voter.signTypedData(await domainOf(house.assembly), BALLOT, message)
    }

    it('records as carried, once', async () => {
      const it = await loadFixture(opened)
      const { house, id } = it
      const { ada } = house.who
      const signature = await standard(house, id, ada, 1)
      await expect(house.assembly.castVoteBySig(id, 1, ada.address, signature))
        .to.emit(house.assembly, 'VoteCast')
        .withArgs(ada.address, id, 1, 1n, '')
      expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.CARRIED, 1n])
      await expect(house.assembly.castVoteBySig(id, 1, ada.address, signature))
        .to.be.revertedWithCustomError(house.assembly, 'GovernorAlreadyCastVote')
        .withArgs(ada.address)
      await passesOver(it, await ballot(it.paper, ada, 0))
    })

    it('G10 takes no other nonce, voter, support or proposal', async () => {
      const { house, id } = await loadFixture(opened)
      const { ada, chi } = house.who
      const two = await openVote(house, 'Sell the wheel')
      const signature = await standard(house, id, ada, 1)
      for (const [proposal, support, voter, signed] of [
        [id, 1, ada, await standard(house, id, ada, 1, 1)],
        [id, 1, chi, signature],
        [id, 0, ada, signature],
        [two, 1, ada, signature],
      ] as const) {
        await expect(house.assembly.castVoteBySig(proposal, support, voter.address, signed))
          .to.be.revertedWithCustomError(house.assembly, 'GovernorInvalidSignature')
          .withArgs(voter.address)
      }
    })

    it('G12 takes a reason, and the motion as params', async () => {
      const { house, id, paper } = await loadFixture(opened)
      const { dee } = house.who
      const reason = 'It harms the river.'
      const domain = await domainOf(house.assembly)
      const other = await house.assembly.hashProposal([], [], [], ethers.id('Buy flour alone'))
      const signed = async (params: string) => {
        const message = { proposalId: id, support: 3, voter: dee.address, nonce: 0, reason, params }
        return [params, await dee.signTypedData(domain, EXTENDED, message)] as const
      }
      const args = [id, 3, dee.address, reason] as const
      for (const params of ['0x', ethers.toBeHex(other, 32), `${paper.motion}00`]) {
        await expect(
          house.assembly.castVoteWithReasonAndParamsBySig(...args, ...(await signed(params))),
        )
          .to.be.revertedWithCustomError(house.assembly, 'AnotherMotion')
          .withArgs(id, paper.motion)
      }
      const [, without] = await signed('0x')
      await expect(
        house.assembly.castVoteWithReasonAndParamsBySig(...args, paper.motion, without),
      ).to.be.revertedWithCustomError(house.assembly, 'GovernorInvalidSignature')
      await expect(
        house.assembly.castVoteWithReasonAndParamsBySig(...args, ...(await signed(paper.motion))),
      )
        .to.emit(house.assembly, 'VoteCast')
        .withArgs(dee.address, id, 3, 1n, reason)
    })
  })
})
