// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { fromRoot } from '../../scripts/paths.ts'
import { asDeployments } from '../../sdk/src/deployments.ts'

const json = async (file: string) =>
  JSON.parse(await readFile(fromRoot('deployments', file), 'utf8'))

const address = `0x${'a1'.repeat(20)}`
const deployed = { address, block: 7, codeHash: `0x${'b2'.repeat(32)}` }
const chapters = {
  ...{ fund: deployed, bonds: deployed, works: deployed },
  ...{ machines: deployed, licences: deployed, contributions: deployed },
}
const record = {
  chainId: 100,
  implementations: { Cooperative: deployed },
  registrars: { Registrar: deployed },
  demo: {},
  phyle: { phyle: address, root: address, cash: address, block: 9, chapters },
}
const { fund: _, ...withoutFund } = chapters

/** Files that nobody may take for a record, each by what is wrong. */
const WRONG = {
  'a chain without a number': { ...record, chainId: 'gnosis' },
  'a contract without an address': { ...record, registrars: { Registrar: { block: 1 } } },
  'an address that is too short': {
    ...record,
    implementations: { Cooperative: { ...deployed, address: '0xa1' } },
  },
  'a code hash that is none': {
    ...record,
    implementations: { Cooperative: { ...deployed, codeHash: '0x' } },
  },
  'a block before the first': {
    ...record,
    implementations: { Cooperative: { ...deployed, block: -1 } },
  },
  'a federation without a fund': { ...record, phyle: { ...record.phyle, chapters: withoutFund } },
}

describe('The schema of deployments', () => {
  let fits: (value: unknown) => boolean
  before(async () => {
    fits = new Ajv2020().compile(await json('schema.json'))
  })

  it('takes what the programs read', () => {
    for (const taken of [record, { ...record, phyle: null }]) {
      expect(fits(taken)).to.equal(true)
      asDeployments(taken)
    }
  })

  it('takes the addresses that every chain has', async () => {
    expect(fits(await json('addresses.json'))).to.equal(true)
  })

  for (const [title, wrong] of Object.entries(WRONG)) {
    it(`refuses ${title}, as the programs do`, () => {
      expect(fits(wrong)).to.equal(false)
      expect(() => asDeployments(wrong)).to.throw()
    })
  }
})
