// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { type Abi, parseAbi } from 'viem'
import { chaptersInPlace } from '../../scripts/check/chapters.ts'
import { enums } from '../../scripts/check/enums.ts'
import { shared } from '../../scripts/check/topics.ts'

const notices: Abi = parseAbi(['event Posted(address indexed coop, bytes32 document)'])
const boards: Abi = parseAbi(['event Posted(address wall, bytes32 paper)'])
const others: Abi = parseAbi(['event Posted(address indexed coop, uint256 document)'])

describe('Checks of chapters', () => {
  it('refuse two that share an event, whatever its arguments are called', () => {
    const problems = shared([
      { name: 'Notices', abi: notices },
      { name: 'Boards', abi: boards },
    ])
    expect(problems).to.have.length(1)
    expect(problems[0]).to.contain('Notices and Boards both emit Posted')
  })

  it('let two have events of one name with other arguments', () => {
    const both = [
      { name: 'Notices', abi: notices },
      { name: 'Others', abi: others },
    ]
    expect(shared(both)).to.deep.equal([])
  })

  it('find every chapter in its places, and its enums as the contracts have them', async () => {
    expect(await chaptersInPlace.problems()).to.deep.equal([])
    expect(await enums.problems()).to.deep.equal([])
  })
})
