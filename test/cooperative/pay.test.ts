// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { COIN, digestOf, ethers, loadFixture, NOBODY } from '../kit/chain.ts'
import { Ground, Kind } from '../kit/charter.ts'
import { carryOut, type House, payment } from '../kit/house.ts'
import { euros, funded, parseEther, transfer } from './funded.ts'

async function tokenAt(name: string, house: House) {
  const token = await ethers.deployContract(name as 'PlainToken')
  await token.mint(house.coop, euros(9000))
  return token
}

describe('The payments of a co-op', () => {
  describe('pay', () => {
    it('pays a member on a ground, with its document', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const token = await euro.getAddress()
      await expect(
        carryOut(
          house,
          Kind.ORDINARY,
          [
            payment(house, token, who.ada.address, euros(1200), Ground.WAGE),
            payment(house, COIN, who.bo.address, 3n, Ground.REFUND),
            payment(house, token, who.hal.address, euros(5), Ground.INVOICE),
          ],
          9n,
        ),
      )
        .to.emit(coop, 'Paid')
        .withArgs(9, token, who.ada.address, euros(1200), Ground.WAGE, digestOf('invoice 1'), 0)
        .and.to.emit(coop, 'Paid')
        .withArgs(9, COIN, who.bo.address, 3, Ground.REFUND, digestOf('invoice 1'), 0)
      expect(await euro.balanceOf(who.ada.address)).to.equal(euros(1200))
      expect(await euro.balanceOf(who.hal.address)).to.equal(euros(5))
    })

    it('G5 is nobody’s to call', async () => {
      const { coop, euro, who } = await loadFixture(funded)
      await expect(
        coop.connect(who.ada).pay(euro, who.ada.address, 1n, Ground.WAGE, digestOf('payslip'), 0n),
      )
        .to.be.revertedWithCustomError(coop, 'NotTheCooperative')
        .withArgs(who.ada.address)
    })

    it('refuses to pay nothing, nobody and itself', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const token = await euro.getAddress()
      const self = await coop.getAddress()
      for (const action of [
        payment(house, token, who.ada.address, 0n),
        payment(house, token, NOBODY, 1n),
        payment(house, token, self, 1n),
      ]) {
        await expect(carryOut(house, Kind.ORDINARY, [action]))
          .to.be.revertedWithCustomError(coop, 'ActionFailed')
          .withArgs(0, self, coop.interface.encodeErrorResult('NothingToPay'))
      }
    })

    describe('in hostile tokens', () => {
      it('takes no false for a yes', async () => {
        const house = await loadFixture(funded)
        const token = await ethers.deployContract('FalseReturningToken')
        await token.mint(house.coop, euros(90))
        const action = payment(house, await token.getAddress(), house.who.ada.address, euros(1))
        await carryOut(house, Kind.ORDINARY, [action])
        await token.lie(true)
        await expect(carryOut(house, Kind.ORDINARY, [action])).to.be.revertedWithCustomError(
          house.coop,
          'ActionFailed',
        )
        expect(await house.coop.outflowOf(token)).to.equal(euros(1))
      })

      it('pays in tokens that answer nothing', async () => {
        const house = await loadFixture(funded)
        const token = await tokenAt('SilentToken', house)
        const { address } = house.who.ada
        await carryOut(house, Kind.ORDINARY, [
          payment(house, await token.getAddress(), address, euros(1)),
        ])
        expect(await token.balanceOf(address)).to.equal(euros(1))
      })

      it('counts what left the account, whatever arrives', async () => {
        const house = await loadFixture(funded)
        const token = await tokenAt('FeeTakingToken', house)
        const { address } = house.who.ada
        await carryOut(house, Kind.ORDINARY, [
          payment(house, await token.getAddress(), address, euros(100)),
        ])
        expect(await token.balanceOf(address)).to.equal(euros(99))
        expect(await token.balanceOf(house.coop)).to.equal(euros(8900))
        expect(await house.coop.outflowOf(token)).to.equal(euros(100))
      })

      it('fails for the one who is refused, and for nobody after them', async () => {
        const house = await loadFixture(funded)
        const { coop, who } = house
        const token = await ethers.deployContract('BlacklistingToken')
        await token.mint(coop, euros(9000))
        await token.refuseTo(who.ada.address, true)
        const address = await token.getAddress()
        const reason = token.interface.encodeErrorResult('NotServed', [who.ada.address])
        await expect(carryOut(house, Kind.ORDINARY, [payment(house, address, who.ada.address, 1n)]))
          .to.be.revertedWithCustomError(coop, 'ActionFailed')
          .withArgs(0, await coop.getAddress(), reason)
        await carryOut(house, Kind.ORDINARY, [payment(house, address, who.bo.address, 1n)])
        expect(await token.balanceOf(who.bo.address)).to.equal(1)
      })

      it('cannot be entered again', async () => {
        const house = await loadFixture(funded)
        const { coop, euro, who } = house
        const token = await ethers.deployContract('ReenteringToken')
        await token.mint(coop, euros(900))
        const pay = coop.interface.encodeFunctionData('pay', [
          await euro.getAddress(),
          who.hal.address,
          euros(1),
          Ground.WAGE,
          digestOf('theft'),
          0n,
        ])
        const coopAt = await coop.getAddress()
        const execute = coop.interface.encodeFunctionData('execute', [
          1n,
          3,
          0,
          0,
          [coopAt],
          [0n],
          [pay],
        ])
        const adopt = coop.interface.encodeFunctionData('adoptOrgans', [
          NOBODY,
          NOBODY,
          NOBODY,
          NOBODY,
        ])
        for (const call of [pay, execute, adopt]) {
          await token.arm(coop, call, false)
          await carryOut(house, Kind.ENTRENCHED, [
            payment(house, await token.getAddress(), who.ada.address, euros(1)),
          ])
          expect(await token.called()).to.equal(true)
          expect(await token.succeeded()).to.equal(false)
        }
        expect(await euro.balanceOf(who.hal.address)).to.equal(0)
      })
    })

    it('is not entered again by a wallet that is paid in coin', async () => {
      const house = await loadFixture(funded)
      const { coop, who } = house
      const wallet = await ethers.deployContract('ReenteringWallet')
      const coopAt = await coop.getAddress()
      await wallet.arm(
        coop,
        coop.interface.encodeFunctionData('execute', [
          1n,
          0,
          0,
          0,
          [who.hal.address],
          [1n],
          ['0x'],
        ]),
      )
      await carryOut(house, Kind.ORDINARY, [payment(house, COIN, await wallet.getAddress(), 5n)])
      expect(await wallet.called()).to.equal(true)
      expect(await wallet.succeeded()).to.equal(false)
      expect(await ethers.provider.getBalance(coopAt)).to.equal(parseEther('9') - 5n)
    })

    it('G5 does not let an assembly that is its own target open it twice', async () => {
      const house = await loadFixture(funded)
      const { coop, assembly, who } = house
      // The assembly is asked to call back while it carries out: the account is already open.
      const nested = coop.interface.encodeFunctionData('execute', [
        2n,
        3,
        0,
        0,
        [who.hal.address],
        [1n],
        ['0x'],
      ])
      const token = await ethers.deployContract('ReenteringToken')
      await token.mint(coop, 10n)
      const callAssembly = assembly.interface.encodeFunctionData('castVote', [1n, 1])
      await token.arm(assembly, callAssembly, false)
      await carryOut(house, Kind.ENTRENCHED, [transfer(token, who.hal.address, 1n)])
      expect(await token.succeeded()).to.equal(false)
      await expect(
        carryOut(house, Kind.ENTRENCHED, [{ target: coop, data: nested }]),
      ).to.be.revertedWithCustomError(coop, 'ActionFailed')
    })
  })
})
