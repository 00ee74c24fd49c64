// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { lengthProblem } from '../../scripts/check/lengths.ts'

const lines = (count: number) => '//\n'.repeat(count)

describe('the length of source files', () => {
  it('is at most 400 lines', () => {
    expect(lengthProblem('sdk/src/hall.ts', lines(400))).to.equal(undefined)
    expect(lengthProblem('sdk/src/hall.ts', lines(401))).to.match(
      /^sdk\/src\/hall\.ts: 401 lines, more than 400/,
    )
  })

  it('is any where words are compiled, and nowhere else', () => {
    expect(lengthProblem('frontend/src/words/bonds/acts/words.ts', lines(401))).to.equal(undefined)
    expect(lengthProblem('frontend/src/words/words.test.ts', lines(401))).not.to.equal(undefined)
    expect(lengthProblem('scripts/words.ts', lines(401))).not.to.equal(undefined)
  })
})
