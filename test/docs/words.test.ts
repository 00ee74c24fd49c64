// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { doublesIn } from '../../scripts/check/words.ts'

describe('A word in a second meaning', () => {
  it('is found by its line, with the word to say instead', () => {
    const double = { files: '', word: /\bgrounds?\b/i, instead: 'tools' }
    expect(doublesIn('underground\nOn this Ground.\n', double)).to.deep.equal([
      '2: “Ground” means something else here: say tools',
    ])
  })
})
