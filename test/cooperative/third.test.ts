// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import fc from 'fast-check'
import { COIN, ethers, loadFixture, MAX, MONTH, SEED, setBalance, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { type Action, carryOut, founded, type House, payment } from '../kit/house.ts'

const { parseEther, parseUnits } = ethers
const euros = (amount: number) => parseUnits(String(amount), 6)

/** The co-op of the kit with 9 000 euros and 9 of the chain's own coin, at the start of a month. */
async function funded() {
  const house = await founded()
  const coop = await house.coop.getAddress()
  await house.euro.mint(coop, euros(9000))
  await setBalance(coop, parseEther('9'))
  await toMonth((await monthNow()) + 1)
  return house
}

async function monthNow(): Promise<number> {
  return Math.floor((await time.latest()) / MONTH)
}

/** Some minutes into a month, counted from 1970. */
async function toMonth(month: number) {
  await time.increaseTo(month * MONTH + 600)
}

const erc20 = new ethers.Interface([
  'function transfer(address,uint256)',
  'function transferFrom(address,address,uint256)',
  'function approve(address,uint256)',
  'function increaseAllowance(address,uint256)',
])

function call(token: Action['target'], name: string, ...args: unknown[]): Action {
  return { target: token, data: erc20.encodeFunctionData(name, args) }
}

async function refusesOver(
  house: House,
  action: Action,
  values: readonly [asset: string, outflow: bigint, most: bigint],
  kind: number = Kind.ORDINARY,
) {
  await expect(carryOut(house, kind, [action]))
    .to.be.revertedWithCustomError(house.coop, 'OverAThird')
    .withArgs(...values)
}

describe('COOP-3 A third of the account', () => {
  it('can go in a year by ordinary decision, to the last cent, and no cent more', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const asset = await euro.getAddress()
    expect(await coop.withinAThird(asset)).to.equal(euros(3000))
    await refusesOver(house, call(euro, 'transfer', who.hal.address, euros(3000) + 1n), [
      asset,
      euros(3000) + 1n,
      euros(3000),
    ])
    await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(3000))])
    expect(await coop.withinAThird(asset)).to.equal(0)
    expect(await coop.outflowOf(asset)).to.equal(euros(3000))
    await refusesOver(house, call(euro, 'transfer', who.hal.address, 1n), [
      asset,
      euros(3000) + 1n,
      euros(3000),
    ])
  })

  it('is counted over the actions of one decision too', async () => {
    const house = await loadFixture(funded)
    const { euro, who } = house
    const half = call(euro, 'transfer', who.hal.address, euros(1500))
    await carryOut(house, Kind.ORDINARY, [half])
    await expect(
      carryOut(house, Kind.ORDINARY, [half, call(euro, 'transfer', who.hal.address, 1n)]),
    ).to.be.revertedWithCustomError(house.coop, 'OverAThird')
    await carryOut(house, Kind.ORDINARY, [half])
  })

  it('holds for consent, and not for major and founding rule decisions', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const asset = await euro.getAddress()
    const action = call(euro, 'transfer', who.hal.address, euros(4000))
    await refusesOver(house, action, [asset, euros(4000), euros(3000)], Kind.CONSENT)
    await carryOut(house, Kind.SPECIAL, [action])
    await carryOut(house, Kind.ENTRENCHED, [action])
    expect(await coop.outflowOf(asset)).to.equal(euros(8000))
    // What they moved is counted: nothing is left for ordinary decisions.
    await refusesOver(house, call(euro, 'transfer', who.hal.address, 1n), [
      asset,
      euros(8000) + 1n,
      euros(3000),
    ])
    expect(await coop.withinAThird(asset)).to.equal(0)
  })

  it('is counted for each asset alone, the chain’s own coin as one of them', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    await carryOut(house, Kind.ORDINARY, [
      call(euro, 'transfer', who.hal.address, euros(3000)),
      { target: who.hal.address, value: parseEther('3') },
    ])
    expect(await coop.outflowOf(COIN)).to.equal(parseEther('3'))
    await refusesOver(house, { target: who.hal.address, value: 1n }, [
      COIN,
      parseEther('3') + 1n,
      parseEther('3'),
    ])
  })

  it('holds for payments on a ground, to members and others', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const asset = await euro.getAddress()
    await carryOut(house, Kind.ORDINARY, [
      payment(house, asset, who.ada.address, euros(2000)),
      payment(house, asset, who.hal.address, euros(1000)),
    ])
    const inner = coop.interface.encodeErrorResult('OverAThird', [
      asset,
      euros(3000) + 1n,
      euros(3000),
    ])
    for (const to of [who.ada, who.hal]) {
      await expect(carryOut(house, Kind.CONSENT, [payment(house, asset, to.address, 1n)]))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, await coop.getAddress(), inner)
    }
    await carryOut(house, Kind.SPECIAL, [payment(house, asset, who.ada.address, euros(6000))])
    expect(await coop.outflowOf(asset)).to.equal(euros(9000))
  })

  it('is gross: what comes in raises it by a third only', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const asset = await euro.getAddress()
    await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(3000))])
    await euro.connect(who.hal).transfer(coop, euros(3000))
    expect(await coop.outflowOf(asset)).to.equal(euros(3000))
    expect(await coop.withinAThird(asset)).to.equal(euros(1000))
  })

  describe('of approvals', () => {
    it('counts each in full, used or not', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const asset = await euro.getAddress()
      await carryOut(house, Kind.ORDINARY, [call(euro, 'approve', who.hal.address, euros(2000))])
      expect(await coop.outflowOf(asset)).to.equal(euros(2000))
      await carryOut(house, Kind.ORDINARY, [call(euro, 'approve', who.hal.address, 0n)])
      expect(await coop.outflowOf(asset)).to.equal(euros(2000))
      await refusesOver(house, call(euro, 'approve', who.hal.address, euros(2000)), [
        asset,
        euros(4000),
        (euros(9000) + euros(2000)) / 3n,
      ])
    })

    it('refuses one without limit below a major decision, and counts it in one', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const asset = await euro.getAddress()
      const all = call(euro, 'approve', who.hal.address, MAX)
      await refusesOver(house, all, [asset, MAX, euros(3000)])
      await carryOut(house, Kind.SPECIAL, [all])
      await carryOut(house, Kind.SPECIAL, [all])
      expect(await coop.outflowOf(asset)).to.equal((1n << 208n) - 1n)
      await expect(
        carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.ivy.address, 1n)]),
      ).to.be.revertedWithCustomError(coop, 'OverAThird')
      await toMonth((await monthNow()) + 13)
      expect(await coop.outflowOf(asset)).to.equal(0)
    })

    it('does not count what others pay through an allowance of theirs', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      await euro.mint(who.ivy, euros(50))
      await euro.connect(who.ivy).approve(coop, euros(50))
      const action = call(euro, 'transferFrom', who.ivy.address, who.hal.address, euros(50))
      await carryOut(house, Kind.ORDINARY, [action])
      expect(await coop.outflowOf(euro)).to.equal(0)
      expect(await euro.balanceOf(who.hal.address)).to.equal(euros(50))
    })

    it('counts what it moves of its own in the roundabout way', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const self = await coop.getAddress()
      await carryOut(house, Kind.SPECIAL, [
        call(euro, 'approve', self, euros(10)),
        call(euro, 'transferFrom', self, who.hal.address, euros(10)),
      ])
      expect(await coop.outflowOf(euro)).to.equal(euros(20))
    })
  })

  describe('over the months', () => {
    it('comes back after twelve of them, not before', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const first = await monthNow()
      const spent = await time.latest()
      await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(3000))])
      for (const later of [1, 6, 11, 12]) {
        await toMonth(first + later)
        expect(await coop.outflowOf(euro), `month ${later}`).to.equal(euros(3000))
      }
      await time.increaseTo((first + 13) * MONTH - 2)
      expect(await coop.outflowOf(euro)).to.equal(euros(3000))
      expect((await time.latest()) - spent).to.be.greaterThan(365 * 86_400)
      await toMonth(first + 13)
      expect(await coop.outflowOf(euro)).to.equal(0)
      expect(await coop.withinAThird(euro)).to.equal(euros(2000))
    })

    it('forgets month by month, and everything after years of rest', async () => {
      const house = await loadFixture(funded)
      const { coop, euro, who } = house
      const first = await monthNow()
      for (let month = 0; month < 13; month += 1) {
        if (month > 0) await toMonth(first + month)
        await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(1))])
      }
      expect(await coop.outflowOf(euro)).to.equal(euros(13))
      for (let month = 13; month < 26; month += 1) {
        await toMonth(first + month)
        expect(await coop.outflowOf(euro)).to.equal(euros(25 - month))
      }
      await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(1))])
      await toMonth(first + 80)
      expect(await coop.outflowOf(euro)).to.equal(0)
      await carryOut(house, Kind.ORDINARY, [call(euro, 'transfer', who.hal.address, euros(2))])
      expect(await coop.outflowOf(euro)).to.equal(euros(2))
    })

    it('is what a list of all payments says, whenever they fall', async function () {
      this.timeout(120_000)
      const payments = fc.array(
        fc.record({ wait: fc.nat({ max: 15 }), amount: fc.nat({ max: 40 }) }),
        { minLength: 1, maxLength: 12 },
      )
      await fc.assert(
        fc.asyncProperty(payments, async (list) => {
          const house = await loadFixture(funded)
          const { coop, euro, who } = house
          const said: { month: number; amount: bigint }[] = []
          for (const { wait, amount } of list) {
            const month = (await monthNow()) + wait
            if (wait > 0) await toMonth(month)
            await carryOut(house, Kind.SPECIAL, [
              call(euro, 'transfer', who.hal.address, euros(amount)),
            ])
            said.push({ month, amount: euros(amount) })
            const sum = said
              .filter((one) => month - one.month < 13)
              .reduce((total, one) => total + one.amount, 0n)
            if ((await coop.outflowOf(euro)) !== sum) return false
          }
          return true
        }),
        { seed: SEED, numRuns: 40 },
      )
    })
  })

  it('stands firm against a token that lies about balances', async () => {
    const house = await loadFixture(funded)
    const { coop, who } = house
    const token = await ethers.deployContract('PlainToken')
    // Nobody holds it: nothing can leave by ordinary decision, and nothing overflows.
    expect(await coop.withinAThird(token)).to.equal(0)
    await refusesOver(house, call(token, 'transfer', who.hal.address, MAX), [
      await token.getAddress(),
      MAX,
      0n,
    ])
    await token.mint(coop, MAX)
    expect(await coop.withinAThird(token)).to.equal(MAX / 3n)
    await carryOut(house, Kind.ORDINARY, [call(token, 'transfer', who.hal.address, 5n)])
  })
})
