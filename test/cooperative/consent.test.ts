// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture } from '../kit/chain.ts'
import { founding, signFounding } from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'
import { prepared } from './prepared.ts'

/** Two founders: a person, and one of the wallets with code. */
async function foundingWith(wallet: string, person: string) {
  return founding({
    founders: [
      { wallet: person, class: WORKER },
      { wallet, class: USER },
    ],
  })
}

describe('The consent of founders', () => {
  describe('REG-1 consent by transaction', () => {
    it('stands for a signature', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      expect(await to.hasConsented(hash, who.chi.address)).to.equal(false)
      await expect(to.connect(who.chi).consent(hash))
        .to.emit(to, 'Consented')
        .withArgs(hash, who.chi.address)
      expect(await to.hasConsented(hash, who.chi.address)).to.equal(true)
      await to.found(it.charter, it.founders, signatures.with(2, '0x'), it.nonce, it.deadline)
    })

    it('counts for the one who gave it and for nothing else', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      await to.connect(who.hal).consent(hash)
      await to.connect(who.chi).consent(ethers.id('another founding'))
      await expect(
        to.found(it.charter, it.founders, signatures.with(2, '0x'), it.nonce, it.deadline),
      )
        .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
        .withArgs(who.chi.address)
    })
  })

  describe('REG-1 a word that is taken back', () => {
    it('stops the founding, though it was signed, and by anybody', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      await expect(to.connect(who.chi).withdrawConsent(hash))
        .to.emit(to, 'ConsentWithdrawn')
        .withArgs(hash, who.chi.address)
      expect(await to.hasWithdrawn(hash, who.chi.address)).to.equal(true)
      for (const sent of [signatures, signatures.with(2, '0x')]) {
        await expect(
          to.connect(who.carrier).found(it.charter, it.founders, sent, it.nonce, it.deadline),
        )
          .to.be.revertedWithCustomError(to, 'FounderWithdrew')
          .withArgs(who.chi.address)
      }
    })

    it('takes back what was consented to, and can be given again', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      const send = () =>
        to.found(it.charter, it.founders, signatures.with(2, '0x'), it.nonce, it.deadline)
      await to.connect(who.chi).consent(hash)
      await to.connect(who.chi).withdrawConsent(hash)
      expect(await to.hasConsented(hash, who.chi.address)).to.equal(false)
      await expect(send()).to.be.revertedWithCustomError(to, 'FounderWithdrew')
      await to.connect(who.chi).consent(hash)
      expect(await to.hasWithdrawn(hash, who.chi.address)).to.equal(false)
      await send()
    })

    it('counts for the one who took it back and for that founding alone', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      await to.connect(who.hal).withdrawConsent(hash)
      await to.connect(who.chi).withdrawConsent(ethers.id('another founding'))
      await to.found(it.charter, it.founders, signatures, it.nonce, it.deadline)
    })
  })

  describe('founders whose account has code', () => {
    it('sign through it', async () => {
      const { to, who } = await loadFixture(prepared)
      const wallet = await ethers.deployContract('HonestWallet', [who.hal.address])
      const it = await foundingWith(await wallet.getAddress(), who.ada.address)
      const mine = await signFounding(to, it, who.ada)
      await expect(
        to.found(
          it.charter,
          it.founders,
          [mine, await signFounding(to, it, who.bo)],
          1n,
          it.deadline,
        ),
      )
        .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
        .withArgs(await wallet.getAddress())
      await to.found(
        it.charter,
        it.founders,
        [mine, await signFounding(to, it, who.hal)],
        1n,
        it.deadline,
      )
    })

    it('give consent through it', async () => {
      const { to, who } = await loadFixture(prepared)
      const wallet = await ethers.deployContract('RevertingWallet')
      const it = await foundingWith(await wallet.getAddress(), who.ada.address)
      const hash = await to.foundingHash(it.charter, it.founders, it.nonce, it.deadline)
      await wallet.act(
        await to.getAddress(),
        0n,
        to.interface.encodeFunctionData('consent', [hash]),
      )
      await to.found(
        it.charter,
        it.founders,
        [await signFounding(to, it, who.ada), '0x'],
        1n,
        it.deadline,
      )
    })

    for (const name of [
      'GasBurningWallet',
      'RevertingWallet',
      'CurtWallet',
      'FickleWallet',
    ] as const) {
      it(`are not enrolled by what a ${name} does not say`, async () => {
        const { to, who } = await loadFixture(prepared)
        const wallet = await ethers.deployContract(name as 'FickleWallet')
        if (name === 'FickleWallet') await wallet.change(false)
        const it = await foundingWith(await wallet.getAddress(), who.ada.address)
        const mine = await signFounding(to, it, who.ada)
        await expect(
          to.found(it.charter, it.founders, [mine, '0x01'], 1n, it.deadline, {
            gasLimit: 2_000_000,
          }),
        ).to.be.revertedWithCustomError(to, 'FounderDidNotSign')
      })
    }
  })
})
