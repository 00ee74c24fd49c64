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


  it('a pour to one endorsed series costs at most 95 000', async () => {
    const money = await loadFixture(toOne)
    await expectCost('pour, 1 endorsed series', give(money, 3n * FACE))
  })

  it('a pour to sixteen endorsed series costs at most 160 000', async () => {
    const money = await loadFixture(toSixteen)
    await expectCost('pour, 16 endorsed series', give(money, 3n * FACE))
  })
})
