// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { type Address, type Hex, hashTypedData } from 'viem'
import { GROUND_WORDS, licenceTypedData } from '../../sdk/src/licence.ts'
import { digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import { offered } from './house.ts'

describe('A licence request', () => {
  it('is hashed alike by the sdk and the contract, on every ground', async () => {
    const { licences, who } = await loadFixture(offered)
    const { chainId } = await ethers.provider.getNetwork()
    const deadline = (await time.latest()) + 3_600
    for (const claim of Object.keys(GROUND_WORDS).keys()) {
      const request = {
        licensee: who.firm.address as Address,
        work: 1n,
        claim,
        tier: 1,
        duration: YEAR,
        maxFee: 5n,
        terms: 1n,
        deadline,
        payer: who.payer.address as Address,
        purchaseOrder: digestOf('PO 1') as Hex,
        statement: digestOf('we are small') as Hex,
      }
      const own = licenceTypedData(Number(chainId), licences.target as Address, request, 1n)
      expect(await licences.requestDigest(request)).to.equal(hashTypedData(own))
    }
  })
})
