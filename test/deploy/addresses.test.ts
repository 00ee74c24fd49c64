// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { ADDRESSES_FILE, addressesOfBuild, asText } from '../../scripts/deploy/addresses.ts'

describe('The addresses that every chain has', () => {
  it('are the same on a chain with another id', async () => {
    expect(asText(await addressesOfBuild(100))).to.equal(asText(await addressesOfBuild()))
  })

  it('are those that deployments/addresses.json prints', async () => {
    expect(await readFile(ADDRESSES_FILE, 'utf8')).to.equal(asText(await addressesOfBuild()))
  })
})
