// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { loadFixture } from '../kit/chain.ts'
import { founded } from '../kit/house.ts'

describe('Registrar', () => {
  it('founds a co-op of seven in one transaction within 750 000 gas', async () => {
    const { sent, membership } = await loadFixture(founded)
    const receipt = await sent.wait()
    expect(await membership.total()).to.equal(7)
    expect(receipt?.gasUsed).to.be.at.most(750_000n)
  })
})
