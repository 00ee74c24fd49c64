// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { idsInTitle, titlesIn } from '../../scripts/check/titles.ts'
import { gaps, listedIn, marksIn, pagesIn, type Rule, toldIn } from '../../scripts/docs/rules.ts'
import { rulesPage } from '../../scripts/docs/rulesPage.ts'

const RULE: Rule = {
  id: 'QQQ-6',
  sentence: 'Collecting can never be stopped.',
  group: 'bonds',
  lines: [{ file: 'contracts/bonds/CommonsBonds.sol', line: 7 }],
  tests: [{ file: 'test/bonds/bonds.t.sol', titles: ['test_QQQ6_take'] }],
  pages: [{ file: 'frontend/src/features/fund/Due.tsx', name: 'My money: collect' }],
}

describe('Rules', () => {
  it('are read from the comment of an interface, sentences of several lines included', () => {
    const text =
      '/// RULES\n/// - QQQ-1 Only some\n///   may do it.\n/// - QQQ-2 All do.\n/// MORE\n'
    expect(listedIn(text, 'bonds')).to.deep.equal([
      { id: 'QQQ-1', sentence: 'Only some may do it.', group: 'bonds' },
      { id: 'QQQ-2', sentence: 'All do.', group: 'bonds' },
    ])
  })

  it('are read from the list of invariants by heading', () => {
    expect(toldIn('# Invariants\n\n## Money\n\n- I1 It sums.\n- not a rule\n')).to.deep.equal([
      { id: 'I1', sentence: 'It sums.', group: 'Money' },
    ])
  })

  it('are marked by comments of their own kind, not where prose names them', () => {
    const text = '// QQQ-6, I96\n/// @dev It keeps (I95).\nx; // I92: why\n// as QQQ-1 says\n'
    expect(marksIn(text, 'a.sol').map(({ id, place }) => [id, place.line])).to.deep.equal([
      ['QQQ-6', 1],
      ['I96', 1],
      ['I92', 3],
    ])
  })

  it('are found in titles of both languages', () => {
    const text = `it('QQQ-6 I96 pays', () => {})\nfunction test_QQQ6_I96_pays() public {}`
    expect(titlesIn(text)).to.deep.equal(['QQQ-6 I96 pays', 'test_QQQ6_I96_pays'])
    expect(titlesIn(text).map(idsInTitle)).to.deep.equal([
      ['QQQ-6', 'I96'],
      ['QQQ-6', 'I96'],
    ])
    expect(idsInTitle('ERC-721 reads')).to.deep.equal(['ERC-721'])
  })

  it('are found at the pages that show them', () => {
    const place = { file: 'a.tsx', name: 'My money: collect' }
    expect(pagesIn('/** @rule I96, QQQ-6 My money: collect */', 'a.tsx')).to.deep.equal([
      { id: 'I96', place },
      { id: 'QQQ-6', place },
    ])
  })

  it('without a line, a test or a page are told with what to do', async () => {
    const bare = { ...RULE, lines: [], tests: [], pages: [] }
    const told = (await gaps([bare])).filter((gap) => gap.startsWith('QQQ-6'))
    expect(told).to.have.length(3)
    expect((await gaps([RULE])).filter((gap) => gap.startsWith('QQQ-6'))).to.deep.equal([])
    expect((await gaps([{ ...bare, unseen: 'It cannot be seen.' }])).join()).not.to.contain('@rule')
  })

  it('have a row each, with links from docs/', () => {
    expect(rulesPage([RULE])).to.contain(
      '| QQQ-6 | Collecting can never be stopped. | [bonds/CommonsBonds.sol:7](../contracts/bonds/CommonsBonds.sol#L7) |',
    )
  })
})
