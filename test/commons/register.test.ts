// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import type { FunctionFragment } from 'ethers'
import { ethers } from '../kit/chain.ts'

describe('The register of machines', () => {
  it('MCH-2 has no function that could move a machine away', async () => {
    const { interface: face } = await ethers.getContractFactory('Machines')
    const writing = face.fragments
      .filter((fragment) => fragment.type === 'function')
      .map((fragment) => fragment as FunctionFragment)
      .filter(({ stateMutability }) => !['view', 'pure'].includes(stateMutability))
      .map(({ name }) => name)
    expect(writing).to.deep.equal(['enter'])
  })
})
