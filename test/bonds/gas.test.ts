// SPDX-License-Identifier: AGPL-3.0-or-later
import { DAY, loadFixture, time } from '../kit/chain.ts'
import { expectCost } from '../kit/gas.ts'
import { earn, FACE, floatAll, give, moneyed, raiseAll } from '../kit/money.ts'

/** Whole receipts, behind the clones, in a federation that has raised and paid before. */
describe('Gas of bonds', () => {
  async function open() {
    const money = await moneyed()
    await raiseAll(money, [10n], true)
    const [id] = (await floatAll(money, [100n], true)) as [bigint]
    await time.increase(2 * DAY)
    await money.bonds.connect(money.who.ada).subscribe(id, 10n)
    return { ...money, id }
  }

  async function paid(endorsed: boolean) {
    const money = await moneyed()
    const [id] = (await raiseAll(money, [100n], endorsed)) as [bigint]
    const pay = () => (endorsed ? give(money, 10n * FACE) : earn(money, 1n, 10n * FACE))
    await pay()
    await money.bonds.connect(money.who.ada).take(id)
    await pay()
    return { ...money, id }
  }
  const fromCommonIncome = () => paid(true)
  const fromItsMachine = () => paid(false)

  it('subscribing as a new holder costs at most 95 000', async () => {
    const { bonds, who, euro, fund, id } = await loadFixture(open)
    await euro.connect(who.chi).approve(fund, 5n * FACE)
    await expectCost('subscribe, new holder', bonds.connect(who.chi).subscribe(id, 5n))
  })

  it('taking a part payment later costs at most 65 000, from what the machine earned', async () => {
    const { bonds, who, id } = await loadFixture(fromItsMachine)
    await expectCost('take a part payment, later', bonds.connect(who.ada).take(id))
  })

  it('taking a part payment later costs at most 65 000, from common income', async () => {
    const { bonds, who, id } = await loadFixture(fromCommonIncome)
    await expectCost('take a part payment, later', bonds.connect(who.ada).take(id))
  })
})
