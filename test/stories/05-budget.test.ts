// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { budget } from '../../scripts/seed/budget.ts'
import { carryOutAll, castAll } from '../../scripts/seed/coop.ts'
import { Budget__factory } from '../../types/ethers-contracts/index.ts'
import { type Stage, stageWith } from './world.ts'

describe('A co-op plans its year, and pays a wage from its budget', () => {
  let stage: Stage
  before(async () => {
    stage = await stageWith('la-osa')
  })
  after(() => stage.end())

  it('by one founding decision, whose title states what the lines come to', async () => {
    const votes = (await budget.first?.(stage.world)) ?? []
    expect(votes.map(({ opened }) => opened.kind)).to.deep.equal(['ENTRENCHED'])
    await castAll(votes)
    await stage.world.chain.moveToDay(60)
    await carryOutAll(votes)
  })

  it('COOP-7 and by everyday decisions from then on, which leave the third of the account alone', async () => {
    const { world } = stage
    const coop = world.coop('la-osa')
    const votes = (await budget.second?.(world)) ?? []
    expect(votes.map(({ opened }) => opened.kind)).to.deep.equal(['ORDINARY'])
    await castAll(votes)
    await world.chain.moveToDay(100)
    await carryOutAll(votes)
    const lines = Budget__factory.connect(world.implementation('Budget'), world.carrier)
    expect((await lines.lineOf(coop.address, 1)).spent).to.equal(world.euro(1_850))
    expect(await coop.account.outflowOf(world.coin.address)).to.equal(0n)
  })
})
