// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseEther } from 'viem'
import { fromRoot } from '../../scripts/paths.ts'
import { ballotTable, euroOf, feeOf, figures } from '../../scripts/rehearse/costs.ts'

describe('What things cost', () => {
  const price = { coin: 'COIN', euroPerCoin: 2, gwei: 0.01, gweiPerByte: 0.5 }

  it('is the gas and the bytes, each at its price', () => {
    expect(feeOf(price, 1_000, 10)).to.equal(15_000_000_000n)
    expect(euroOf(price, parseEther('1.5'))).to.equal(3)
  })

  it('is written with three figures that count', () => {
    expect([0.000_009_002, 0.123_4, 8.1, 1_234].map(figures)).to.deep.equal([
      '0.00000900',
      '0.123',
      '8.10',
      '1234',
    ])
    expect(figures(0)).to.equal('0')
  })

  it('stands in docs/operating.md as the bench and the assumed prices have it', () => {
    const measured = JSON.parse(readFileSync(fromRoot('bench/results/gas.json'), 'utf8'))
    const page = readFileSync(fromRoot('docs/operating.md'), 'utf8')
    expect(page).to.contain(ballotTable(measured))
  })
})
