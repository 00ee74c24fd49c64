// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, networkHelpers } from '../kit/chain.ts'
import { carriedBy, cast, change, changed, changesNothing, withWallet } from './carrying.ts'
import { Way, wallet } from './desk.ts'

describe('Changing a counted vote by signature', () => {
  describe('of an account with code', () => {
    /** A wallet of this kind that has voted for it by a ballot that was carried. */
    async function withVote(kind: string, args: unknown[] = []) {
      const it = await withWallet(kind, args)
      await carriedBy(it, [it.house.who.ada, it.house.who.bo])
      const digest = await it.house.assembly.ballotDigest(it.id, 1, it.address)
      const signature = wallet(77).signingKey.sign(digest).serialized
      const tail = [{ wallet: it.address, choice: 1, reason: '0x', signature }]
      await cast(it, '0x', tail)
      return it
    }

    async function signedBy(it: Awaited<ReturnType<typeof withVote>>, choice: number, key = 77) {
      const digest = await it.house.assembly.changeDigest(it.id, choice, it.address, 1n)
      const signature = wallet(key).signingKey.sign(digest).serialized
      return { wallet: it.address, choice, change: 1n, signature }
    }

    it('ASM-12 counts when the account says yes, and not when it says no', async () => {
      const it = await withVote('HonestWallet', [wallet(77).address])
      await changesNothing(it, await signedBy(it, 0, 78))
      expect((await change(it, [await signedBy(it, 0)])).counted).to.equal(1n)
      expect(await it.house.assembly.ballotOf(it.id, it.address)).to.deep.equal([Way.CARRIED, 0n])
      await changesNothing(it, await signedBy(it, 0))
    })

    for (const kind of ['GasBurningWallet', 'MegabyteWallet', 'RevertingWallet', 'CurtWallet']) {
      it(`G9 a ${kind} leaves those beside it untouched`, async () => {
        const it = await withWallet(kind)
        const { ada, bo } = it.house.who
        await carriedBy(it, [ada, bo])
        // It has a carried vote from a time when it answered better.
        const code = await ethers.provider.getCode(it.address)
        const honest = await ethers.deployContract('FickleWallet')
        await networkHelpers.setCode(it.address, await ethers.provider.getCode(honest))
        await networkHelpers.setStorageAt(it.address, 0, 1n)
        const yes = [{ wallet: it.address, choice: 1, reason: '0x', signature: '0x' }]
        expect((await cast(it, '0x', yes)).counted).to.equal(1n)
        await networkHelpers.setCode(it.address, code)
        await networkHelpers.setStorageAt(it.address, 0, 1n << 20n)
        const bad = { wallet: it.address, choice: 0, change: 1n, signature: '0x' }
        const { bitmap } = await change(it, [
          await changed(it.paper, ada, 0, 1n),
          bad,
          await changed(it.paper, bo, 0, 1n),
        ])
        expect(bitmap).to.equal('0x05')
      })
    }

    it('G10 a FickleWallet never comes back to a lower number', async () => {
      const it = await withVote('FickleWallet')
      const no = (choice: number, number: bigint) => ({
        ...{ wallet: it.address, choice, signature: '0x' },
        change: number,
      })
      expect((await change(it, [no(0, 2n), no(1, 1n), no(2, 2n)])).bitmap).to.equal('0x01')
      await it.account.getFunction('change')(false)
      await changesNothing(it, no(1, 3n))
    })

    it('G10 a MeddlingWallet can do nothing while it is asked', async () => {
      const it = await withWallet('MeddlingWallet')
      const { interface: assembly } = it.house.assembly
      // It says yes where what it tries is refused.
      const arm = it.account.getFunction('arm')
      await arm(await it.house.assembly.getAddress(), '0x')
      const yes = { wallet: it.address, choice: 1, reason: '0x', signature: '0x' }
      expect((await cast(it, '0x', [yes])).counted).to.equal(1n)
      const mine = { wallet: it.address, choice: 2, change: 9n, signature: '0x' }
      for (const [i, call] of [
        assembly.encodeFunctionData('castVote', [it.id, 0]),
        assembly.encodeFunctionData('castChanges', [it.id, [mine]]),
      ].entries()) {
        await arm(await it.house.assembly.getAddress(), call)
        const sent = { wallet: it.address, choice: i, change: BigInt(i + 1), signature: '0x' }
        expect((await change(it, [sent])).counted).to.equal(1n)
        expect(await it.house.assembly.ballotOf(it.id, it.address)).to.deep.equal([
          Way.CARRIED,
          BigInt(i),
        ])
        expect(await it.house.assembly.changeOf(it.id, it.address)).to.equal(BigInt(i + 1))
      }
    })

    it('G9 too little gas reverts the call rather than starve an account', async () => {
      const it = await withVote('HonestWallet', [wallet(77).address])
      const changes = [await signedBy(it, 0)]
      const { assembly } = it.house
      await expect(
        assembly.castChanges(it.id, changes, { gasLimit: 250_000n }),
      ).to.be.revertedWithCustomError(assembly, 'NotEnoughGas')
      for (let gasLimit = 60_000n; gasLimit <= 460_000n; gasLimit += 20_000n) {
        const answer = assembly.castChanges.staticCall(it.id, changes, { gasLimit })
        const number = await answer.then(
          ([n]) => n,
          () => null,
        )
        expect(number).to.be.oneOf([null, 1n])
      }
    })
  })
})
