// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture, networkHelpers } from '../kit/chain.ts'
import { cast, ORDER, opened, withWallet } from './carrying.ts'
import { ballot, signBallot, Way, wallet } from './desk.ts'

describe('Ballots', () => {
  describe('of accounts with code', () => {
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
})
