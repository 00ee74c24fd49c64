// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { sizeProblems } from '../../scripts/check/sizes.ts'

const problems = (now: Record<string, number>, record: Record<string, number>) =>
  sizeProblems(new Map(Object.entries(now)), record)

describe('the sizes of contracts', () => {
  it('may grow by 500 bytes and shrink by any number', () => {
    expect(problems({ Hall: 1_500, Shed: 200 }, { Hall: 1_000, Shed: 900 })).to.deep.equal([])
  })

  it('are looked at when one grows by more', () => {
    const [problem] = problems({ Hall: 1_501 }, { Hall: 1_000 })
    expect(problem).to.match(/^Hall grew from 1000 to 1501 bytes: .*npm run sizes$/)
  })

  it('are never above 23 000 bytes, whatever is written down', () => {
    const [problem] = problems({ Hall: 23_001 }, { Hall: 23_001 })
    expect(problem).to.equal('Hall has 23001 bytes: divide it at a subject')
  })

  it('are written down for every contract, and for no other', () => {
    expect(problems({ Hall: 1_000 }, { Shed: 900 })).to.have.length(2)
  })
})
