// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import { growthOf } from '../../bench/growth.ts'
import { ethers, loadFixture } from '../kit/chain.ts'
import { found, founding, registrar } from '../kit/house.ts'
import { foundingSigners, people } from '../kit/people.ts'

describe('What the bench says that a transaction leaves behind', () => {
  const LOG_OF_A_TRANSFER = 32 * 3 + 32

  async function growth(sent: Promise<ContractTransactionResponse>) {
    const receipt = await (await sent).wait()
    if (receipt === null) throw new Error('not mined')
    return growthOf(ethers.provider, receipt)
  }

  async function money() {
    const who = await people()
    const euro = await ethers.deployContract('DemoEuro')
    await euro.mint(who.ada.address, 5n)
    return { who, euro }
  }

  const slots = (count: number) => ({
    slots: count,
    contracts: 0,
    codeBytes: 0,
    logBytes: LOG_OF_A_TRANSFER,
  })

  it('is a slot where there was zero, and none where there was something', async () => {
    const { who, euro } = await loadFixture(money)
    expect(await growth(euro.mint(who.bo.address, 1n))).to.deep.equal(slots(1))
    expect(await growth(euro.mint(who.bo.address, 1n))).to.deep.equal(slots(0))
  })

  it('is a slot also where another is emptied, and none where it is only emptied', async () => {
    const { who, euro } = await loadFixture(money)
    const { ada, bo, chi } = who
    expect(await growth(euro.connect(ada).transfer(bo.address, 5n))).to.deep.equal(slots(1))
    await euro.mint(chi.address, 1n)
    expect(await growth(euro.connect(bo).transfer(chi.address, 5n))).to.deep.equal(slots(0))
  })

  it('is the code of what it makes', async () => {
    const who = await people()
    const to = await registrar()
    const organs = await found(to, await founding(), foundingSigners(who))
    const { sent, coop, statutes, membership, assembly } = organs
    const codes = await Promise.all(
      [coop, statutes, membership, assembly].map((organ) => organ.getDeployedCode()),
    )
    const { contracts, codeBytes } = await growth(Promise.resolve(sent))
    expect(contracts).to.equal(4)
    expect(codeBytes).to.equal(codes.reduce((sum, code) => sum + ethers.dataLength(code ?? ''), 0))
  })
})
