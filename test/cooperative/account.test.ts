// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture, NOBODY } from '../kit/chain.ts'
import { Kind, Lock } from '../kit/charter.ts'
import { type Action, carryOut, founded, type House } from '../kit/house.ts'
import { erc20, euros, funded, parseEther, transfer } from './funded.ts'

/** The instructions of a contract: bytes that are pushed, and its metadata, are left out. */
function opcodesOf(bytecode: string): number[] {
  const bytes = ethers.getBytes(bytecode)
  const end = bytes.length - 2 - ((bytes.at(-2) ?? 0) * 256 + (bytes.at(-1) ?? 0))
  const codes: number[] = []
  for (let i = 0; i < end; i += 1) {
    const code = bytes[i] ?? 0
    codes.push(code)
    if (code >= 0x60 && code <= 0x7f) i += code - 0x5f
  }
  return codes
}

describe('Cooperative', () => {
  describe('COOP-1 G5 carrying out', () => {
    it('listens to its assembly alone', async () => {
      const { coop, who, statutes, membership, registrar } = await loadFixture(funded)
      const act = coop.interface.encodeFunctionData('execute', [
        1n,
        Kind.ENTRENCHED,
        0,
        0,
        [who.hal.address],
        [1n],
        ['0x'],
      ])
      for (const sender of [who.ada, who.hal]) {
        await expect(sender.sendTransaction({ to: coop, data: act }))
          .to.be.revertedWithCustomError(coop, 'NotTheAssembly')
          .withArgs(sender.address)
      }
      for (const contract of [statutes, membership, registrar, coop]) {
        const from = await contract.getAddress()
        await expect(ethers.provider.call({ from, to: await coop.getAddress(), data: act }))
          .to.be.revertedWithCustomError(coop, 'NotTheAssembly')
          .withArgs(from)
      }
    })

    it('makes the calls in order and says each', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const actions = [
        transfer(euro, who.hal.address, euros(1)),
        { target: who.ivy.address, value: 2n },
        transfer(euro, who.ivy.address, euros(3)),
      ]
      const sent = carryOut(house, Kind.ORDINARY, actions, 7n)
      await expect(sent)
        .to.emit(coop, 'ActionCarriedOut')
        .withArgs(7, 0, await euro.getAddress(), 0, actions[0]?.data)
        .and.to.emit(coop, 'ActionCarriedOut')
        .withArgs(7, 1, who.ivy.address, 2, '0x')
        .and.to.emit(coop, 'ActionCarriedOut')
        .withArgs(7, 2, await euro.getAddress(), 0, actions[2]?.data)
      expect(await euro.balanceOf(who.hal.address)).to.equal(euros(1))
      expect(await euro.balanceOf(who.ivy.address)).to.equal(euros(3))
    })

    it('does all or nothing, and says which failed and why', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const inner = euro.interface.encodeErrorResult('ERC20InsufficientBalance', [
        await coop.getAddress(),
        euros(9000) - 1n,
        euros(9001),
      ])
      await expect(
        carryOut(house, Kind.SPECIAL, [
          transfer(euro, who.hal.address, 1n),
          transfer(euro, who.hal.address, euros(9001)),
        ]),
      )
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(1, await euro.getAddress(), inner)
      expect(await euro.balanceOf(who.hal.address)).to.equal(0)
    })

    it('refuses a call to somebody without code, which would do nothing', async () => {
      const house = await loadFixture(funded)
      const { coop, who } = house
      const { address } = who.hal
      await expect(carryOut(house, Kind.SPECIAL, [{ target: address, data: '0x12345678' }]))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, address, '0x')
    })

    it('knows what is carried out during it and at no other time', async () => {
      const house = await loadFixture(funded)
      const { coop } = house
      await expect(coop.executing()).to.be.revertedWithCustomError(coop, 'NothingIsCarriedOut')
      const token = await ethers.deployContract('ReenteringToken')
      await token.mint(coop, 100n)
      const question = coop.interface.encodeFunctionData('executing')
      for (const kind of Object.values(Kind)) {
        await token.arm(coop, question, true)
        const action = transfer(token, house.who.hal.address, 1n)
        await carryOut(house, kind, [action], 41n, { carried: 0b101, refused: 0b10 })
        expect(
          coop.interface.decodeFunctionResult('executing', await token.answer()).toArray(),
        ).to.deep.equal([41n, BigInt(kind), 0b101n, 0b10n])
        await expect(coop.executing()).to.be.revertedWithCustomError(coop, 'NothingIsCarriedOut')
      }
    })

    it('COOP-4 never lets another code run as its own', async () => {
      const { artifacts } = await import('hardhat')
      const { deployedBytecode } = await artifacts.readArtifact('Cooperative')
      const DELEGATECALL = 0xf4
      const SELFDESTRUCT = 0xff
      const CALLCODE = 0xf2
      expect(opcodesOf(deployedBytecode)).to.not.include.members([DELEGATECALL])
      expect(opcodesOf(deployedBytecode)).to.not.include.members([CALLCODE])
      expect(opcodesOf(deployedBytecode)).to.not.include.members([SELFDESTRUCT])
    })

    it('receives coins and tokens of every usual kind', async () => {
      const { coop, who } = await loadFixture(founded)
      await expect(who.hal.sendTransaction({ to: coop, value: 5n }))
        .to.emit(coop, 'Received')
        .withArgs(who.hal.address, 5)
      expect(await coop.onERC721Received.staticCall(NOBODY, NOBODY, 1n, '0x')).to.equal(
        '0x150b7a02',
      )
      expect(await coop.onERC1155Received.staticCall(NOBODY, NOBODY, 1n, 1n, '0x')).to.equal(
        '0xf23a6e61',
      )
      expect(await coop.onERC1155BatchReceived.staticCall(NOBODY, NOBODY, [], [], '0x')).to.equal(
        '0xbc197c81',
      )
      expect(await coop.supportsInterface('0x4e2312e0')).to.equal(true)
    })
  })

  describe('COOP-2 plain transfers to members', () => {
    async function refusesMember(house: House, action: Action, member: string) {
      for (const kind of Object.values(Kind)) {
        await expect(carryOut(house, kind, [action]))
          .to.be.revertedWithCustomError(house.coop, 'PlainTransferToMember')
          .withArgs(member)
      }
    }

    it('are refused under every kind, in coin and in tokens', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const { address } = who.ada
      const self = await coop.getAddress()
      const calls: readonly (readonly [string, readonly unknown[]])[] = [
        ['transfer', [address, 1n]],
        ['transferFrom', [self, address, 1n]],
        ['transferFrom', [who.hal.address, address, 1n]],
        ['approve', [address, 1n]],
        ['increaseAllowance', [address, 1n]],
        ['transferAndCall(address,uint256)', [address, 1n]],
        ['transferAndCall(address,uint256,bytes)', [address, 1n, '0x']],
        ['approveAndCall', [address, 1n, '0x']],
        ['transferFromAndCall', [self, address, 1n]],
        ['send', [address, 1n, '0x']],
      ]
      for (const [name, args] of calls) {
        const data = erc20.encodeFunctionData(name, args)
        await refusesMember(house, { target: euro, data }, address)
        await refusesMember(house, { target: euro, data: `${data}00` }, address)
      }
      await refusesMember(house, { target: address, value: 1n }, address)
    })

    it('are refused to a member’s smart account, whatever comes with the coin', async () => {
      const house = await loadFixture(funded)
      const { coop, membership } = house
      const wallet = await ethers.deployContract('HonestWallet', [house.who.hal.address])
      const address = await wallet.getAddress()
      const call = wallet.interface.encodeFunctionData('act', [address, 0n, '0x'])
      await carryOut(house, Kind.SPECIAL, [{ target: address, value: 1n, data: call }])

      const filing = membership.interface.encodeFunctionData('applyFor', [
        1,
        digestOf('me'),
        BigInt((await ethers.provider.getBlock('latest'))?.timestamp ?? 0) + 86_400n,
      ])
      await wallet.act(membership, 0n, filing)
      const { document, deadline } = await membership.applicationOf(address)
      const admit = membership.interface.encodeFunctionData('admit', [
        [{ wallet: address, class: 1, document, deadline, signature: '0x' }],
      ])
      await carryOut(house, Kind.SPECIAL, [{ target: membership, data: admit }])
      await refusesMember(house, { target: address, value: 1n, data: call }, address)
      expect(await ethers.provider.getBalance(coop)).to.equal(parseEther('9') - 1n)
    })

    it('are let through to everybody else, and to who left', async () => {
      const house = await loadFixture(funded)
      const { euro, who, membership } = house
      await carryOut(house, Kind.ORDINARY, [transfer(euro, who.hal.address, 1n)])
      await membership.connect(who.gus).resign()
      await carryOut(house, Kind.ORDINARY, [transfer(euro, who.gus.address, 1n)])
      expect(await euro.balanceOf(who.gus.address)).to.equal(1)
    })
  })

  it('G8 lets everybody leave, with whatever the account is doing', async () => {
    const house = await loadFixture(funded)
    const { membership, who } = house
    for (const { wallet } of house.it.founders) {
      const signer = await ethers.getSigner(wallet)
      await membership.connect(signer).resign()
    }
    expect(await membership.total()).to.equal(0)
    expect(await membership.isMember(who.ada.address)).to.equal(false)
  })

  it('G7 has a lock from the founding on', async () => {
    const { statutes } = await loadFixture(founded)
    expect(await statutes.lock()).to.equal(Lock.COMMON_OWNERSHIP)
  })
})
