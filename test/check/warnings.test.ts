// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { type BuiltFile, newest } from '../../scripts/builds.ts'
import { warningsIn } from '../../scripts/check/warnings.ts'

const fileOf = (name: string, content: string): BuiltFile => ({
  file: `contracts/${name}`,
  source: `project/contracts/${name}`,
  content,
})
const HALL = fileOf('Hall.sol', 'contract Hall {}')
const SHED = fileOf('Shed.sol', 'contract Shed {}')
const KINDS = fileOf('Kinds.sol', 'enum Kind { A }')

/** In the first compilation were all three; the hall was compiled again since. */
const builtBy = new Map([
  [HALL.file, 'second'],
  [SHED.file, 'first'],
])

const names = (files: readonly BuiltFile[]) => files.map(({ file }) => file)

describe('What the compiler said', () => {
  it('of a contract that was compiled again counts no more', async () => {
    const now = async () => KINDS.content
    const old = await newest([HALL, SHED, KINDS], { build: 'first', builtBy, now })
    expect(names(old)).to.deep.equal(names([SHED, KINDS]))
    expect(names(await newest([HALL], { build: 'second', builtBy, now }))).to.have.length(1)
  })

  it('of a file without artifacts counts while it reads the same', async () => {
    for (const content of ['enum Kind { A, B }', undefined]) {
      const now = async () => content
      expect(await newest([KINDS], { build: 'first', builtBy, now })).to.deep.equal([])
    }
  })

  it('is told where it is of our own files, or of none', () => {
    const said = (formattedMessage: string, file?: string) => ({
      formattedMessage,
      ...(file && { sourceLocation: { file } }),
    })
    const errors = [
      said('old', HALL.source),
      said('ours', SHED.source),
      said('theirs', 'npm/@openzeppelin/a.sol'),
      said('of all'),
    ]
    const told = warningsIn({ files: [SHED], output: { sources: {}, errors } })
    expect(told).to.deep.equal(['ours', 'of all'])
  })
})
