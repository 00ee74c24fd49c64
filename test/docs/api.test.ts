// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { writeApi } from '../../scripts/docs/api.ts'
import { type Described, notesOf } from '../../scripts/docs/natspec.ts'

const PAY: Described = {
  name: 'IPay',
  kind: 'interface',
  file: 'contracts/fund/IPay.sol',
  notes: notesOf('@notice Pays people. And more.'),
  declarations: [
    {
      kind: 'function',
      name: 'pay',
      notes: notesOf('@notice Pays `to`.\n@param amount In base units, < 2^96.'),
      text: 'function pay(address to, uint256 amount) external',
      line: 7,
    },
  ],
}

describe('The reference', () => {
  it('has a page for each interface and module, and an index of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phyle-docs-'))
    const read = (name: string) => readFile(join(folder, name), 'utf8')
    try {
      const mock = { ...PAY, file: 'contracts/mocks/IPay.sol' }
      const module = { name: '@phyle/sdk/ballot', comment: 'Ballots.', declarations: [] }
      await writeApi(folder, [PAY, mock], [module], [])
      expect((await readdir(folder)).toSorted()).to.deep.equal([
        'contracts-fund-IPay-IPay.html',
        'index.html',
        'phyle-sdk-ballot.html',
        'rules.html',
      ])
      expect(await read('index.html')).to.contain('>IPay</a> Pays people.<')
      const page = await read('contracts-fund-IPay-IPay.html')
      expect(page).to.contain('function pay(address to, uint256 amount) external;')
      expect(page).to.contain('<dt>amount</dt><dd><p>In base units, &lt; 2^96.</p></dd>')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
