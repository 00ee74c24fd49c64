// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { COIN, ethers, loadFixture, MAX, networkHelpers, setBalance } from '../kit/chain.ts'
import { Ground, Kind, Lock } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { carryOut, founded, foundedAs, type House, payment } from '../kit/house.ts'

/** A contract that answers 1 to whatever it is asked. */
const YES = ethers.getAddress('0x00000000000000000000000000000000000005fe')
const ANSWERS_ONE = '0x600160005260206000f3'

async function funded() {
  const house = await founded()
  await networkHelpers.setCode(YES, ANSWERS_ONE)
  await setBalance(await house.coop.getAddress(), 9000n)
  return house
}

const locked = () => foundedAs({ lock: Lock.FULL })

/** Ways in which tokens leave an account: the function, its arguments for a payee, and what counts. */
const WAYS: readonly (readonly [
  string,
  (who: string, self: string) => readonly unknown[],
  bigint,
])[] = [
  ['push(address,uint256)', (who) => [who, 5n], 5n],
  ['increaseApproval(address,uint256)', (who) => [who, 5n], 5n],
  ['transfer(address,uint256,bytes)', (who) => [who, 5n, '0x'], 5n],
  ['transferWithComment(address,uint256,string)', (who) => [who, 5n, 'for you'], 5n],
  ['withdrawTo(address,uint256)', (who) => [who, 5n], 5n],
  ['move(address,address,uint256)', (who, self) => [self, who, 5n], 5n],
  [
    'operatorSend(address,address,uint256,bytes,bytes)',
    (who, self) => [self, who, 5n, '0x', '0x'],
    5n,
  ],
  ['transfer(address,uint256,uint256)', (who) => [who, 1n, 5n], 5n],
  ['approve(address,uint256,uint256)', (who) => [who, 1n, 5n], 5n],
  ['transferFrom(address,address,uint256,uint256)', (who, self) => [self, who, 1n, 5n], 5n],
  ['safeTransferFrom(address,address,uint256)', (who, self) => [self, who, 77n], 1n],
  ['safeTransferFrom(address,address,uint256,bytes)', (who, self) => [self, who, 77n, '0x'], 1n],
  [
    'safeTransferFrom(address,address,uint256,uint256,bytes)',
    (who, self) => [self, who, 1n, 5n, '0x'],
    5n,
  ],
  [
    'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)',
    (who, self) => [self, who, [1n], [5n], '0x'],
    0n,
  ],
  ['setApprovalForAll(address,bool)', (who) => [who, true], MAX],
  ['setOperator(address,bool)', (who) => [who, true], MAX],
  ['authorizeOperator(address)', (who) => [who], MAX],
  ['withdraw(uint256,address,address)', (who, self) => [5n, who, self], 5n],
  ['redeem(uint256,address,address)', (who, self) => [5n, who, self], 5n],
  ['deposit(uint256,address)', (who) => [5n, who], 0n],
  ['mint(uint256,address)', (who) => [5n, who], 0n],
  ['depositTo(address)', (who) => [who], 0n],
  ['depositFor(address,uint256)', (who) => [who, 5n], 0n],
]

const PERMIT2 = new ethers.Interface([
  'function approve(address,address,uint160,uint48)',
  'function transferFrom(address,address,uint160,address)',
])

const call = (signature: string, args: readonly unknown[]) =>
  new ethers.Interface([`function ${signature}`]).encodeFunctionData(
    signature.slice(0, signature.indexOf('(')),
    args,
  )

describe('Tokens’ other ways out', () => {
  it('COOP-2 C12 lead to no member without a ground', async () => {
    const house = await loadFixture(funded)
    const { address } = house.who.ada
    const self = await house.coop.getAddress()
    for (const [signature, args] of WAYS) {
      const data = call(signature, args(address, self))
      await expect(carryOut(house, Kind.SPECIAL, [{ target: YES, data }]), signature)
        .to.be.revertedWithCustomError(house.coop, 'PlainTransferToMember')
        .withArgs(address)
    }
    for (const data of [
      PERMIT2.encodeFunctionData('approve', [YES, address, 5n, 5n]),
      PERMIT2.encodeFunctionData('transferFrom', [self, address, 5n, YES]),
    ]) {
      await expect(carryOut(house, Kind.SPECIAL, [{ target: YES, data }]))
        .to.be.revertedWithCustomError(house.coop, 'PlainTransferToMember')
        .withArgs(address)
    }
  })

  it('COOP-3 C12 count in full to everybody else', async () => {
    const { who } = await loadFixture(funded)
    for (const [signature, args, counted] of WAYS) {
      const house = await loadFixture(funded)
      const data = call(signature, args(who.hal.address, await house.coop.getAddress()))
      await carryOut(house, Kind.SPECIAL, [{ target: YES, data }])
      const most = (1n << 208n) - 1n
      const outflow = await house.coop.outflowOf(YES)
      expect(outflow, signature).to.equal(counted > most ? most : counted)
    }
  })

  it('COOP-3 C12 count for the token that Permit2 is told of', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const data = PERMIT2.encodeFunctionData('approve', [euro.target, who.hal.address, 5n, 5n])
    await carryOut(house, Kind.SPECIAL, [{ target: YES, data }])
    expect(await coop.outflowOf(euro)).to.equal(5n)
    expect(await coop.outflowOf(YES)).to.equal(0n)
  })

  it('are not counted where somebody else pays', async () => {
    const house = await loadFixture(funded)
    const { coop, who } = house
    const data = call('move(address,address,uint256)', [who.pia.address, who.hal.address, 5n])
    await carryOut(house, Kind.SPECIAL, [{ target: YES, data }])
    expect(await coop.outflowOf(YES)).to.equal(0n)
  })
})

/** What an action failed with. */
async function reasonOf(sent: Promise<unknown>, { coop }: House) {
  const error = await sent.then(
    () => null,
    (cause: { data?: string; error?: { data?: string } }) => cause,
  )
  const data = error?.data ?? error?.error?.data
  if (data === undefined) return undefined
  const failed = coop.interface.parseError(data)
  return coop.interface.parseError(failed?.args.reason ?? '0x')?.name
}

describe('The surplus', () => {
  it('COOP-8 C4 is nothing that a payment shares, under no lock and by no kind of decision', async () => {
    for (const fixture of [funded, locked]) {
      const house = await loadFixture(fixture)
      await setBalance(await house.coop.getAddress(), 9000n)
      const action = payment(house, COIN, house.who.ada.address, 5n, Ground.SURPLUS)
      for (const kind of Object.values(Kind)) {
        const sent = carryOut(house, kind, [action])
        expect(await reasonOf(sent, house)).to.equal('SurplusWithoutItsChapter')
      }
    }
  })

  it('COOP-8 goes only into the chapter of that name, and not under a full lock', async () => {
    for (const [fixture, expected] of [
      [funded, [undefined, 'SurplusWithoutItsChapter']],
      [locked, ['SurplusIsLocked', 'SurplusIsLocked']],
    ] as const) {
      const house = await loadFixture(fixture)
      const { coop, euro, statutes } = house
      await euro.mint(coop, 9000n)
      const account = await accountOf(await coop.getAddress())
      const room = await ethers.deployContract('SurplusRoom')
      const board = await ethers.deployContract('Notices')
      const calls = [
        [room, room.interface.encodeFunctionData('take')],
        [board, board.interface.encodeFunctionData('post', [ethers.ZeroHash])],
      ] as const
      const found: (string | undefined)[] = []
      for (const [chapter, inner] of calls) {
        await statutes.connect(account).openChapter(chapter)
        const args = [chapter.target, euro.target, 1n, Ground.SURPLUS, inner] as const
        const data = coop.interface.encodeFunctionData('fund', args as never)
        found.push(await reasonOf(carryOut(house, Kind.SPECIAL, [{ target: coop, data }]), house))
      }
      expect(found).to.deep.equal(expected)
    }
  })
})
