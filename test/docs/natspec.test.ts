// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { undescribed } from '../../scripts/check/natspec.ts'
import { type Declaration, notesOf } from '../../scripts/docs/natspec.ts'

describe('NatSpec', () => {
  it('is read by tags, each going on until the next', () => {
    const notes = notesOf(
      ' @notice Pays. It\n takes two lines.\n @dev Only now.\n @param to Who is paid.\n @return amount How much.',
    )
    expect(notes.notice).to.equal('Pays. It\n takes two lines.')
    expect(notes.dev).to.equal('Only now.')
    expect(notes.params).to.deep.equal([{ name: 'to', text: 'Who is paid.' }])
    expect(notes.returns).to.deep.equal([{ name: 'amount', text: 'How much.' }])
  })

  it('takes what has no tag for a notice, as the compiler does', () => {
    expect(notesOf(' It pays.').notice).to.equal('It pays.')
  })

  it('is missed at functions, events and errors of interfaces, and nowhere else', () => {
    const declared = (kind: Declaration['kind'], comment: string): Declaration => ({
      kind,
      name: `${kind}_`,
      notes: notesOf(comment),
      text: '',
      line: 7,
    })
    const all = (kind: string) => [
      {
        name: 'IPay',
        kind,
        file: 'contracts/IPay.sol',
        notes: notesOf(),
        declarations: [
          declared('function', '@notice Pays.'),
          declared('function', '@inheritdoc IOther'),
          declared('event', '@dev Says it.'),
          declared('error', ''),
          declared('struct', ''),
        ],
      },
    ]
    expect(undescribed(all('interface'))).to.deep.equal([
      'contracts/IPay.sol:7: event IPay.event_ has no @notice',
      'contracts/IPay.sol:7: error IPay.error_ has no @notice',
    ])
    expect(undescribed(all('contract'))).to.deep.equal([])
  })
})
