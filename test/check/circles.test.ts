// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { circles } from '../../scripts/check/firstPage.ts'

describe('Files of the built app', () => {
  it('that import one another in a circle are told', () => {
    const line: Record<string, readonly string[]> = { a: ['b', 'c'], b: ['c'], c: [] }
    const told = (imports: typeof line) => circles(new Map(Object.entries(imports)))
    expect(told(line)).to.deep.equal([])
    expect(told({ ...line, c: ['b'] })).to.deep.equal(['b', 'c'])
  })
})
