// SPDX-License-Identifier: AGPL-3.0-or-later

import { DAY, digestOf, loadFixture, time, YEAR } from '../kit/chain.ts'
import { expectCost } from '../kit/gas.ts'
import { acquire, Ground, offered, PRICE, paid, ZERO } from './house.ts'

/** Whole receipts, behind the clones, with a federation that has sold licences and given points before. */
describe('Gas of licences and contributions', () => {
  async function busy() {
    const it = await offered()
    const { contributions, who } = it
    await acquire(it, {}, who.other)
    await time.increase(15 * DAY)
    await it.licences.release(1, who.other.address, await paid(it.licences, 1, who.other.address))
    await contributions
      .connect(who.mill)
      .nameAttester(who.ann.address, 10_000, (await time.latest()) + YEAR)
    await contributions.connect(who.ann).attest(1, who.other.address, digestOf('first'), 10, '')
    return it
  }

  it('a licence, new, paid costs at most 180 000', async () => {
    const it = await loadFixture(busy)
    await expectCost('licence, new, paid', acquire(it))
  })

  it('a licence renewed costs at most 95 000', async () => {
    const it = await loadFixture(busy)
    const { licences, who } = it
    await acquire(it)
    await time.increase(300 * DAY)
    await licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address))
    const sent = licences
      .connect(who.firm)
      .renew(1, Ground.PAID, YEAR, PRICE, 1, digestOf('PO 4712'), ZERO)
    await expectCost('licence, renewed', sent)
  })

  it('attesting a contribution costs at most 70 000', async () => {
    const { contributions, who } = await loadFixture(busy)
    const sent = contributions
      .connect(who.ann)
      .attest(1, who.firm.address, digestOf('second'), 10, '')
    await expectCost('attest a contribution', sent)
  })
})
