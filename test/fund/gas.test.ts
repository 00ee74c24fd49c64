// SPDX-License-Identifier: AGPL-3.0-or-later
import { DAY, loadFixture, time } from '../kit/chain.ts'
import { expectCost } from '../kit/gas.ts'
import { FACE, give, moneyed, raiseAll } from '../kit/money.ts'

/** Whole receipts, behind the clones, in a federation whose income has flowed before. */
describe('Gas of the fund', () => {
  async function pouring(series: number) {
    const money = await moneyed()
    await raiseAll(money, Array(series).fill(1000n), true)
    await give(money, FACE)
    await time.increase(30 * DAY)
    await money.fund.closeEpoch()
    return money
  }
  const toOne = () => pouring(1)
  const toSixteen = () => pouring(16)

  /** Chi has claimed once, and there is more in an epoch that is closed. */
  async function earning() {
    const money = await moneyed()
    for (let i = 0; i < 2; i += 1) {
      await time.increase(60 * DAY)
      await give(money, 100n * FACE)
      await time.increase(30 * DAY)
      await money.fund.closeEpoch()
      if (i === 0) await money.fund.connect(money.who.chi).claim()
    }
    return money
  }

  it('a pour to one endorsed series costs at most 95 000', async () => {
    const money = await loadFixture(toOne)
    await expectCost('pour, 1 endorsed series', give(money, 3n * FACE))
  })

  it('a pour to sixteen endorsed series costs at most 160 000', async () => {
    const money = await loadFixture(toSixteen)
    await expectCost('pour, 16 endorsed series', give(money, 3n * FACE))
  })

  it('claiming basic income later costs at most 75 000', async () => {
    const { fund, who } = await loadFixture(earning)
    await expectCost('claim basic income, later', fund.connect(who.chi).claim())
  })
})
