// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import type { FunctionFragment, Interface } from 'ethers'
import { COIN, digestOf, ethers, loadFixture, NOBODY, networkHelpers } from '../kit/chain.ts'
import { Ground, Kind } from '../kit/charter.ts'
import { type Action, carryOut, founded, type House } from '../kit/house.ts'
import { people } from '../kit/people.ts'
import { organsFor } from '../kit/successors.ts'

const SHOP = ethers.getAddress('0x00000000000000000000000000000000000005ff')
const HALL = ethers.getAddress('0x0000000000000000000000000000000000000a11')
const OPEN = ethers.id('open()').slice(0, 10)
const CLOSE = ethers.id('close()').slice(0, 10)

const erc20 = new ethers.Interface([
  'function transfer(address,uint256)',
  'function transferFrom(address,address,uint256)',
  'function approve(address,uint256)',
  'function permit(address,address,uint256,uint256,uint8,bytes32,bytes32)',
])

const WRAPPERS = new ethers.Interface([
  'function multicall(bytes[])',
  'function aggregate3((address,bool,bytes)[])',
  'function aggregate((address,bytes)[])',
  'function execute(address,uint256,bytes)',
  'function execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)',
  'function multiSend(bytes)',
  'function relay(address,uint256,bytes)',
  'function propose(address[],uint256[],bytes[],string)',
])

async function setKind(house: House, target: string, selector: string, kind: number) {
  const { statutes } = house
  const data = statutes.interface.encodeFunctionData('setKind', [target, selector, kind])
  return carryOut(house, Kind.ENTRENCHED, [{ target: statutes, data }])
}

async function kindOf({ statutes }: House, { target, value, data }: Action) {
  const address = typeof target === 'string' ? target : await target.getAddress()
  return Number(await statutes.kindOf(address, value ?? 0n, data ?? '0x'))
}

/** Every function of a contract that writes, with arguments of zeros. */
function writing(contract: { interface: Interface }) {
  return contract.interface.fragments
    .filter((fragment) => fragment.type === 'function')
    .map((fragment) => fragment as FunctionFragment)
    .filter(({ stateMutability }) => !['view', 'pure'].includes(stateMutability))
}

describe('STA-3 The kind that an act needs', () => {
  describe('on the own organs', () => {
    it('G5 is a founding rule for everything in the statutes', async () => {
      const house = await loadFixture(founded)
      for (const { selector, name } of writing(house.statutes)) {
        const action = { target: house.statutes, data: selector }
        expect(await kindOf(house, action), name).to.equal(Kind.ENTRENCHED)
      }
    })

    it('G5 is everyday business for paying, a founding rule for all else at the account', async () => {
      const house = await loadFixture(founded)
      for (const { selector, name } of writing(house.coop)) {
        if (name === 'execute' || name === 'begin' || name === 'fund') continue
        const kind = name === 'pay' ? Kind.ORDINARY : Kind.ENTRENCHED
        expect(await kindOf(house, { target: house.coop, data: selector }), name).to.equal(kind)
      }
    })

    it('G5 is everyday business for admitting, refusing and changing class alone', async () => {
      const house = await loadFixture(founded)
      const everyday = ['admit', 'refuse', 'changeClass']
      for (const { selector, name } of writing(house.membership)) {
        const kind = everyday.includes(name) ? Kind.ORDINARY : Kind.ENTRENCHED
        const action = { target: house.membership, data: selector }
        expect(await kindOf(house, action), name).to.equal(kind)
      }
    })

    it('is a founding rule for what nobody knows, an empty call and half a selector', async () => {
      const house = await loadFixture(founded)
      for (const target of [house.coop, house.statutes, house.membership]) {
        for (const data of [ethers.id('unheard()').slice(0, 10), '0x', '0x12']) {
          expect(await kindOf(house, { target, data })).to.equal(Kind.ENTRENCHED)
        }
        expect(await kindOf(house, { target, value: 1n })).to.equal(Kind.ENTRENCHED)
      }
    })

    it('refuses what only the founding and the assembly may do', async () => {
      const house = await loadFixture(founded)
      const { coop, statutes, assembly } = house
      const opening = ['begin', 'execute'] as const
      for (const name of opening) {
        const { selector } = coop.interface.getFunction(name)
        await expect(statutes.kindOf(coop, 0n, selector))
          .to.be.revertedWithCustomError(statutes, 'WrappedCall')
          .withArgs(await coop.getAddress(), selector)
      }
      for (const { selector, name } of writing(assembly)) {
        await expect(statutes.kindOf(assembly, 0n, selector), name)
          .to.be.revertedWithCustomError(statutes, 'WrappedCall')
          .withArgs(await assembly.getAddress(), selector)
      }
    })

    it('can be raised by the statutes and never lowered below the floor', async () => {
      const house = await loadFixture(founded)
      const { coop, statutes, membership } = house
      const pay = coop.interface.getFunction('pay').selector
      await setKind(house, await coop.getAddress(), pay, Kind.SPECIAL)
      expect(await kindOf(house, { target: coop, data: pay })).to.equal(Kind.SPECIAL)
      await setKind(house, await coop.getAddress(), pay, Kind.ORDINARY)
      expect(await kindOf(house, { target: coop, data: pay })).to.equal(Kind.ORDINARY)

      for (const [target, name] of [
        [statutes, 'setRules'],
        [statutes, 'raiseLock'],
        [coop, 'adoptOrgans'],
        [membership, 'enrolFounders'],
      ] as const) {
        const { selector } = (target.interface as Interface).getFunction(name) ?? {}
        const address = await target.getAddress()
        const low = statutes.interface.encodeFunctionData('setKind', [
          address,
          selector as string,
          Kind.SPECIAL,
        ])
        const inner = statutes.interface.encodeErrorResult('KindBelowFloor', [
          address,
          selector as string,
          Kind.SPECIAL,
          Kind.ENTRENCHED,
        ])
        await expect(carryOut(house, Kind.ENTRENCHED, [{ target: statutes, data: low }]))
          .to.be.revertedWithCustomError(coop, 'ActionFailed')
          .withArgs(0, await statutes.getAddress(), inner)
      }
    })
  })

  describe('elsewhere', () => {
    it('is everyday business for the chain’s own coin', async () => {
      const house = await loadFixture(founded)
      expect(await kindOf(house, { target: SHOP, value: 5n })).to.equal(Kind.ORDINARY)
      expect(await kindOf(house, { target: SHOP })).to.equal(Kind.ORDINARY)
    })

    it('is everyday business for a plain transfer of a token, and for that alone', async () => {
      const house = await loadFixture(founded)
      const target = house.euro
      const transfer = erc20.encodeFunctionData('transfer', [SHOP, 1n])
      expect(await kindOf(house, { target, data: transfer })).to.equal(Kind.ORDINARY)
      for (const data of [
        erc20.encodeFunctionData('approve', [SHOP, 1n]),
        erc20.encodeFunctionData('transferFrom', [NOBODY, SHOP, 1n]),
        erc20.encodeFunctionData('permit', [SHOP, SHOP, 1n, 1n, 27, digestOf('r'), digestOf('s')]),
        `${transfer}00`,
        transfer.slice(0, -2),
        OPEN,
        '0x00000000',
        '0xa9059c',
      ]) {
        expect(await kindOf(house, { target, data }), data).to.equal(Kind.SPECIAL)
      }
      expect(await kindOf(house, { target, data: transfer, value: 1n })).to.equal(Kind.SPECIAL)
    })

    it('is what a decision on the founding rules listed', async () => {
      const house = await loadFixture(founded)
      const { statutes } = house
      await expect(setKind(house, SHOP, OPEN, Kind.ORDINARY))
        .to.emit(statutes, 'KindSet')
        .withArgs(SHOP, OPEN, Kind.ORDINARY, true)
      expect(await kindOf(house, { target: SHOP, data: OPEN })).to.equal(Kind.ORDINARY)
      expect(await kindOf(house, { target: SHOP, data: CLOSE })).to.equal(Kind.SPECIAL)
      expect(await kindOf(house, { target: HALL, data: OPEN })).to.equal(Kind.SPECIAL)

      await expect(setKind(house, SHOP, OPEN, Kind.SPECIAL))
        .to.emit(statutes, 'KindSet')
        .withArgs(SHOP, OPEN, Kind.SPECIAL, false)
      expect(await kindOf(house, { target: SHOP, data: OPEN })).to.equal(Kind.SPECIAL)
    })

    it('can be raised, for one token’s transfers too', async () => {
      const house = await loadFixture(founded)
      const euro = await house.euro.getAddress()
      const transfer = erc20.getFunction('transfer')?.selector as string
      await setKind(house, euro, transfer, Kind.ENTRENCHED)
      const data = erc20.encodeFunctionData('transfer', [SHOP, 1n])
      expect(await kindOf(house, { target: euro, data })).to.equal(Kind.ENTRENCHED)
    })
  })

  describe('on organs that the co-op has not adopted yet', () => {
    /** A contract that answers every question with this address. */
    const answering = (address: string) => ethers.concat(['0x73', address, '0x5f5260205ff3'])

    async function at(code: string) {
      const house = await loadFixture(founded)
      await networkHelpers.setCode(SHOP, code)
      return house
    }

    it('is a founding rule: what they are filled with is adopted with them', async () => {
      const house = await loadFixture(founded)
      const organs = await organsFor(house)
      const { statutes, membership, coop } = house
      const account = await coop.getAddress()
      for (const [contract, target] of [
        [statutes, organs.statutes],
        [membership, organs.membership],
      ] as const) {
        for (const { selector, name } of writing(contract)) {
          expect(await kindOf(house, { target, data: selector }), name).to.equal(Kind.ENTRENCHED)
        }
      }
      const { who } = house
      const fill = membership.interface.encodeFunctionData('enrolFounders', [
        [{ wallet: who.pia.address, class: 0 }],
      ])
      await expect(
        house.assembly
          .connect(who.ada)
          .proposeAs(Kind.SPECIAL, [organs.membership], [0n], [fill], 'Fill the new roll'),
      )
        .to.be.revertedWithCustomError(house.assembly, 'KindTooLow')
        .withArgs(Kind.SPECIAL, Kind.ENTRENCHED)
      // what moves money stays what it is: the coin and a token ask nobody where they belong
      expect(await kindOf(house, { target: organs.statutes, value: 1n })).to.equal(Kind.ORDINARY)
      expect(account).to.equal(await statutes.cooperative())
    })

    it('is raised, and never lowered, by what a contract says of itself', async () => {
      const { coop, statutes, membership, assembly } = await loadFixture(founded)
      const everyday = [
        membership.interface.getFunction('admit').selector,
        coop.interface.getFunction('pay').selector,
        OPEN,
        '0x00',
      ]
      const kinds = [
        [coop, Kind.ENTRENCHED],
        [statutes, Kind.SPECIAL],
        [membership, Kind.SPECIAL],
        [assembly, Kind.SPECIAL],
      ] as const
      for (const [organ, kind] of kinds) {
        const house = await at(answering(await organ.getAddress()))
        for (const data of everyday) {
          expect(await kindOf(house, { target: SHOP, data }), data).to.equal(kind)
        }
      }
    })

    it('is major for who answers nothing, too little, too much of it, or never', async () => {
      const own = await (await loadFixture(founded)).coop.getAddress()
      for (const code of [
        '0x',
        '0x5f5ffd',
        '0x60015ff3',
        '0x5b5f56',
        ethers.concat(['0x73', own, '0x5f52601f5ff3']),
        ethers.concat(['0x73', own, '0x60ff60a01b175f5260205ff3']),
      ]) {
        const house = await at(code)
        const kind = await house.statutes.kindOf.staticCall(SHOP, 0n, OPEN, { gasLimit: 200_000n })
        expect(Number(kind), code).to.equal(Kind.SPECIAL)
      }
    })

    it('leaves the own organs what they are, whatever the answer', async () => {
      const house = await loadFixture(founded)
      const { membership, statutes } = house
      const target = await membership.getAddress()
      const expel = { target, data: OPEN }
      expect(await kindOf(house, expel)).to.equal(Kind.ENTRENCHED)
      const rule = { target: statutes, data: statutes.interface.getFunction('setName').selector }
      expect(await kindOf(house, rule)).to.equal(Kind.ENTRENCHED)
      await networkHelpers.setCode(target, answering(NOBODY))
      expect(await kindOf(house, expel)).to.equal(Kind.ENTRENCHED)
    })
  })

  describe('G5 through calls that wrap calls', () => {
    async function refusesWrapped(house: House, data: string) {
      await expect(house.statutes.kindOf(SHOP, 0n, data))
        .to.be.revertedWithCustomError(house.statutes, 'WrappedCall')
        .withArgs(SHOP, data.slice(0, 10))
    }

    it('refuses every organ as a target, in arguments and packed', async () => {
      const house = await loadFixture(founded)
      const setName = house.statutes.interface.encodeFunctionData('setName', ['Mine'])
      for (const organ of [house.statutes, house.membership, house.assembly]) {
        const to = await organ.getAddress()
        const packed = ethers.solidityPacked(
          ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
          [0, to, 0, ethers.dataLength(setName), setName],
        )
        for (const [name, args] of [
          ['aggregate3', [[[to, false, setName]]]],
          ['aggregate', [[[to, setName]]]],
          ['execute', [to, 0, setName]],
          ['execTransaction', [to, 0, setName, 0, 0, 0, 0, NOBODY, NOBODY, '0x']],
          ['multiSend', [packed]],
          ['relay', [to, 0, setName]],
          ['propose', [[to], [0], [setName], 'Rename']],
        ] as const) {
          await refusesWrapped(house, WRAPPERS.encodeFunctionData(name, args))
        }
      }
    })

    it('refuses the account as a target of its own functions', async () => {
      const house = await loadFixture(founded)
      const to = await house.coop.getAddress()
      const { hal } = await people()
      const pay = house.coop.interface.encodeFunctionData('pay', [
        COIN,
        hal.address,
        1n,
        Ground.WAGE,
        digestOf('payslip'),
        0n,
      ])
      await refusesWrapped(house, WRAPPERS.encodeFunctionData('execute', [to, 0, pay]))
      const inner = WRAPPERS.encodeFunctionData('execute', [to, 0, pay])
      await refusesWrapped(house, WRAPPERS.encodeFunctionData('multicall', [[inner]]))
    })

    it('lets the account be a payee', async () => {
      const house = await loadFixture(founded)
      const to = await house.coop.getAddress()
      const transfer = erc20.encodeFunctionData('transfer', [to, 1n])
      for (const data of [
        WRAPPERS.encodeFunctionData('multicall', [[transfer]]),
        WRAPPERS.encodeFunctionData('propose', [[SHOP], [0], [transfer], 'Pay the mill']),
      ]) {
        expect(await kindOf(house, { target: SHOP, data })).to.equal(Kind.SPECIAL)
      }
    })

    it('refuses it even where the wrapper is listed as everyday business', async () => {
      const house = await loadFixture(founded)
      const execute = WRAPPERS.getFunction('execute')?.selector as string
      await setKind(house, SHOP, execute, Kind.ORDINARY)
      const harmless = WRAPPERS.encodeFunctionData('execute', [HALL, 0, OPEN])
      expect(await kindOf(house, { target: SHOP, data: harmless })).to.equal(Kind.ORDINARY)
      const to = await house.statutes.getAddress()
      await refusesWrapped(house, WRAPPERS.encodeFunctionData('execute', [to, 0, OPEN]))
    })
  })
})
