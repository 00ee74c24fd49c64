// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import hre from 'hardhat'
import { TRANSACTION_CAP } from '../../bench/hardforks.ts'
import { NETWORK_NAMES, NETWORKS } from '../../scripts/rehearse/networks.ts'

describe('The networks of a rehearsal', () => {
  it('are all those of hardhat.config.ts, under the same numbers', () => {
    const real = Object.entries(hre.config.networks)
      .filter(([name, { type }]) => type === 'http' && name !== 'localhost')
      .map(([name, { chainId }]) => [name, chainId])
    const rehearsed = NETWORK_NAMES.map((name) => [name, NETWORKS[name].chainId])
    expect(rehearsed).to.deep.equal(real)
  })

  it('have room for the largest transaction in a block', () => {
    for (const name of NETWORK_NAMES) {
      expect(NETWORKS[name].blockGasLimit).to.be.at.least(TRANSACTION_CAP)
    }
  })

  it('have more blocks than one range of logs', () => {
    for (const name of NETWORK_NAMES) {
      const { historyBlocks, node } = NETWORKS[name]
      expect(historyBlocks).to.be.greaterThan(2 * node.logBlocks)
    }
  })
})
