// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { COIN, ethers, loadFixture, networkHelpers, setBalance } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { type Action, carryOut, decide, founded, type House, payment } from '../kit/house.ts'

/** Where Celo shows its own coin as a token. */
const CELO = ethers.getAddress('0x471EcE3750Da237f93B8E339c536989b8978a438')
const PERMIT2 = ethers.getAddress('0x000000000022D473030F116dDEE9F6B43aC78BA3')

const moves = new ethers.Interface([
  'function transfer(address,uint256)',
  'function transferFrom(address,address,uint256)',
  'function approve(address,uint256)',
  'function increaseApproval(address,uint256)',
  'function transferAndCall(address,uint256,bytes)',
  'function push(address,uint256)',
  'function operatorSend(address,address,uint256,bytes,bytes)',
  'function approve(address,address,uint160,uint48)',
  'function unheardOf()',
])
const TRANSFER = moves.getFunction('transfer')?.selector ?? ''

async function funded() {
  const house = await founded()
  await house.euro.mint(house.coop, 9000n)
  const face = await ethers.deployContract('CoinFace')
  const code = await ethers.provider.getCode(face)
  await networkHelpers.setCode(CELO, code)
  await networkHelpers.setCode(PERMIT2, code)
  const account = await accountOf(await house.coop.getAddress())
  const raise = (token: string, kind: number = Kind.ENTRENCHED) =>
    house.statutes.connect(account).setKind(token, TRANSFER, kind)
  return { ...house, raise }
}

async function kindOf({ statutes }: Pick<House, 'statutes'>, { target, value, data }: Action) {
  const address = typeof target === 'string' ? target : await target.getAddress()
  return Number(await statutes.kindOf(address, value ?? 0n, data ?? '0x'))
}

describe('STA-9 A kind that the statutes set for the transfers of a token', () => {
  it('C7 holds for paying in it, in a vote too', async () => {
    const house = await loadFixture(funded)
    const token = await house.euro.getAddress()
    const action = payment(house, token, house.who.pia.address, 10n)
    expect(await kindOf(house, action)).to.equal(Kind.ORDINARY)
    await house.raise(token)
    expect(await kindOf(house, action)).to.equal(Kind.ENTRENCHED)
    const { proposalId } = await decide(house, [action], 'Pay Pia')
    expect((await house.assembly.proposalOf(proposalId)).kind).to.equal(Kind.ENTRENCHED)
    // other money is paid as before
    expect(await kindOf(house, payment(house, COIN, house.who.pia.address, 10n))).to.equal(
      Kind.ORDINARY,
    )
  })

  it('C7 does not lower what they set for paying', async () => {
    const house = await loadFixture(funded)
    const token = await house.euro.getAddress()
    const account = await accountOf(await house.coop.getAddress())
    const pay = house.coop.interface.getFunction('pay').selector
    await house.statutes.connect(account).setKind(house.coop, pay, Kind.SPECIAL)
    await house.raise(token, Kind.ORDINARY)
    const { address } = house.who.pia
    expect(await kindOf(house, payment(house, token, address, 10n))).to.equal(Kind.SPECIAL)
    expect(await kindOf(house, { target: house.coop, data: pay })).to.equal(Kind.SPECIAL)
  })

  it('C7 holds for every way in which the account moves it or lets others take it', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const [from, to] = [await coop.getAddress(), who.hal.address]
    const calls = [
      moves.encodeFunctionData('transfer', [to, 1n]),
      moves.encodeFunctionData('transferFrom', [from, to, 1n]),
      moves.encodeFunctionData('approve(address,uint256)', [to, 1n]),
      moves.encodeFunctionData('increaseApproval', [to, 1n]),
      moves.encodeFunctionData('transferAndCall', [to, 1n, '0x']),
      moves.encodeFunctionData('push', [to, 1n]),
      moves.encodeFunctionData('operatorSend', [from, to, 1n, '0x', '0x']),
    ]
    const viaPermit = moves.encodeFunctionData('approve(address,address,uint160,uint48)', [
      await euro.getAddress(),
      to,
      1n,
      1n,
    ])
    await house.raise(await euro.getAddress())
    for (const data of calls) {
      expect(await kindOf(house, { target: euro, data }), data).to.equal(Kind.ENTRENCHED)
    }
    expect(await kindOf(house, { target: PERMIT2, data: viaPermit })).to.equal(Kind.ENTRENCHED)
    const other = moves.encodeFunctionData('unheardOf')
    expect(await kindOf(house, { target: euro, data: other })).to.equal(Kind.SPECIAL)
  })

  it('C7 holds for the chain’s own coin by both its faces', async () => {
    for (const named of [CELO, COIN]) {
      const house = await loadFixture(funded)
      const { address } = house.who.hal
      const transfer = moves.encodeFunctionData('transfer', [address, 1n])
      const ways = [
        payment(house, COIN, address, 1n),
        payment(house, CELO, address, 1n),
        { target: address, value: 1n },
        { target: house.euro, value: 1n, data: moves.encodeFunctionData('unheardOf') },
        { target: CELO, data: transfer },
      ]
      await house.raise(named)
      for (const way of ways) expect(await kindOf(house, way)).to.equal(Kind.ENTRENCHED)
      expect(await kindOf(house, { target: house.euro, data: transfer })).to.equal(Kind.ORDINARY)
    }
  })

  it('reads a payment that is cut short as one in no token', async () => {
    const house = await loadFixture(funded)
    const { data = '0x' } = payment(house, await house.euro.getAddress(), COIN, 1n)
    await house.raise(await house.euro.getAddress())
    const cut = { target: house.coop, data: ethers.dataSlice(data, 0, 35) }
    expect(await kindOf(house, cut)).to.equal(Kind.ORDINARY)
    await expect(carryOut(house, Kind.ORDINARY, [cut])).to.be.revertedWithCustomError(
      house.coop,
      'ActionFailed',
    )
  })
})

describe('COOP-3 A coin and the token that shows it', () => {
  it('are one asset: what leaves as the one counts for the other', async () => {
    const house = await loadFixture(funded)
    const { coop, who } = house
    await setBalance(await coop.getAddress(), 9000n)
    const { address } = who.hal
    const transfer = moves.encodeFunctionData('transfer', [address, 1000n])
    await carryOut(house, Kind.ORDINARY, [
      { target: address, value: 1000n },
      { target: CELO, data: transfer },
    ])
    for (const named of [CELO, COIN]) expect(await coop.outflowOf(named)).to.equal(2000n)
    const approve = moves.encodeFunctionData('approve(address,uint256)', [address, 700n])
    await carryOut(house, Kind.ORDINARY, [{ target: CELO, data: approve }])
    expect(await coop.withinAThird(CELO)).to.equal(await coop.withinAThird(COIN))
    for (const way of [
      { target: CELO, data: transfer },
      { target: address, value: 1000n },
    ]) {
      await expect(carryOut(house, Kind.ORDINARY, [way])).to.be.revertedWithCustomError(
        coop,
        'OverAThird',
      )
    }
  })
})
