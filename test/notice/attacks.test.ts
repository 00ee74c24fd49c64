// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf, federated } from '../kit/federation.ts'
import { carryOut } from '../kit/house.ts'

const TEXT = digestOf('We moved.')

/** Two co-ops, of which the mill has the chapter open. */
async function openedByOne() {
  const house = await federated()
  const board = await ethers.deployContract('NoticeBoard')
  const account = await accountOf(await house.mill.coop.getAddress())
  await house.mill.statutes.connect(account).openChapter(board.target)
  const data = board.interface.encodeFunctionData('post', [TEXT, 'We moved'])
  return { ...house, board, account, action: { target: board, data } }
}

describe('Whoever attacks notices', () => {
  it('NTC-1 posts in their own name alone', async () => {
    const { board, who } = await loadFixture(openedByOne)
    await expect(board.connect(who.ada).post(TEXT, 'The mill is closed'))
      .to.emit(board, 'NoticePosted')
      .withArgs(who.ada.address, TEXT, 'The mill is closed')
  })

  it('NTC-1 NTC-3 replays on another co-op what one decided: in its name, by its own decision', async () => {
    const { board, mill, shop, action } = await loadFixture(openedByOne)
    await expect(carryOut(mill, Kind.ORDINARY, [action]))
      .to.emit(board, 'NoticePosted')
      .withArgs(mill.coop.target, TEXT, 'We moved')
    // The shop did not open the chapter: it calls it as any foreign contract.
    expect(await shop.statutes.kindOf(board.target, 0, action.data)).to.equal(Kind.SPECIAL)
    await expect(carryOut(shop, Kind.SPECIAL, [action]))
      .to.emit(board, 'NoticePosted')
      .withArgs(shop.coop.target, TEXT, 'We moved')
  })

  it('NTC-1 posts the same twice: two notices stand, each in the name of who called', async () => {
    const { board, account } = await loadFixture(openedByOne)
    for (const name of ['NoticePosted', 'NoticePosted']) {
      await expect(board.connect(account).post(TEXT, 'We moved')).to.emit(board, name)
    }
  })

  it('NTC-2 finds no title that hides something, and no notice without a text', async () => {
    const { board } = await loadFixture(openedByOne)
    const odd = ['', '   ', 'two\nlines', 'a\u202eb', 'a\u200bb', '\u3164', 'a'.repeat(97)]
    for (const title of [...odd, `${'é'.repeat(48)}a`]) {
      await expect(board.post(TEXT, title), JSON.stringify(title)).to.be.revertedWithCustomError(
        board,
        'NoticeTitleInvalid',
      )
    }
    await expect(board.post(ethers.ZeroHash, 'We moved')).to.be.revertedWithCustomError(
      board,
      'NoticeMissing',
    )
  })

  it('NTC-2 finds no title of bytes that are no text', async () => {
    const { board, who } = await loadFixture(openedByOne)
    const { selector } = board.interface.getFunction('post')
    const args = ethers.AbiCoder.defaultAbiCoder().encode(['bytes32', 'bytes'], [TEXT, '0xff41'])
    await expect(
      who.ada.sendTransaction({ to: board.target, data: ethers.concat([selector, args]) }),
    ).to.be.revertedWithCustomError(board, 'NoticeTitleInvalid')
  })
})
