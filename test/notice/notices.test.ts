// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf, chapterAt, entered } from '../kit/federation.ts'
import { decide, founded, type House } from '../kit/house.ts'

const TEXT = digestOf('We moved.')

/** A co-op that has the chapter open by its own decision. */
async function opened() {
  const house = await founded()
  const board = await ethers.deployContract('NoticeBoard')
  const account = await accountOf(await house.coop.getAddress())
  await house.statutes.connect(account).openChapter(board.target)
  const data = board.interface.encodeFunctionData('post', [TEXT, 'We moved'])
  return { ...house, account, board, data }
}

describe('Notices', () => {
  it('NTC-1 NTC-3 are posted by an everyday decision, in the name of the co-op', async () => {
    const house = await loadFixture(opened)
    const { board, coop, assembly, statutes, data } = house
    expect(await statutes.kindOf(board.target, 0, data)).to.equal(Kind.ORDINARY)
    const { proposalId, sent } = await decide(house, [{ target: board, data }], 'Post a notice')
    await expect(sent).to.emit(board, 'NoticePosted').withArgs(coop.target, TEXT, 'We moved')
    expect((await assembly.proposalOf(proposalId)).kind).to.equal(Kind.ORDINARY)
  })

  it('NTC-3 need a founding rule for whatever else is called there, and more where statutes say so', async () => {
    const { board, statutes, account, data } = await loadFixture(opened)
    expect(await board.floorOf('0x11223344')).to.equal(Kind.ENTRENCHED)
    const { selector } = board.interface.getFunction('post')
    await statutes.connect(account).setKind(board.target, selector, Kind.SPECIAL)
    expect(await statutes.kindOf(board.target, 0, data)).to.equal(Kind.SPECIAL)
  })

  it('NTC-2 have a title of at most 96 bytes', async () => {
    const { board } = await loadFixture(opened)
    for (const title of ['a', 'é'.repeat(48), 'We moved, all of us']) {
      await expect(board.post(TEXT, title)).to.emit(board, 'NoticePosted')
    }
  })

  it('say that they are a chapter, and its name', async () => {
    const { board } = await loadFixture(opened)
    expect(await board.chapterName()).to.equal('notice')
    const selectorOf = (signature: string) => BigInt(ethers.id(signature).slice(0, 10))
    const chapter = selectorOf('chapterName()') ^ selectorOf('floorOf(bytes4)')
    for (const id of ['0x01ffc9a7', ethers.toBeHex(chapter, 4)]) {
      expect(await board.supportsInterface(id)).to.equal(true)
    }
    expect(await board.supportsInterface('0xffffffff')).to.equal(false)
  })
})

describe('Notices of a federation that stands', () => {
  it('come to its co-ops when the root opens the chapter', async () => {
    const { mill, shop, phyle, root, prepared, who, euro } = await loadFixture(entered)
    const board = await ethers.deployContract('NoticeBoard')
    const account = await accountOf(await mill.coop.getAddress())
    await mill.statutes.connect(account).joinFederation(prepared.phyle)
    const data = board.interface.encodeFunctionData('post', [TEXT, 'We moved'])
    expect(await mill.statutes.kindOf(board.target, 0, data)).to.equal(Kind.SPECIAL)

    const rootAccount = await accountOf(await root.coop.getAddress())
    const codeHash = ethers.keccak256(await ethers.provider.getCode(board.target))
    await expect(phyle.connect(rootAccount).open('notice', board.target))
      .to.emit(phyle, 'ChapterOpened')
      .withArgs(board.target, 'notice', codeHash)
    expect(await chapterAt(phyle, 'notice')).to.equal(board.target)
    expect(await mill.statutes.kindOf(board.target, 0, data)).to.equal(Kind.ORDINARY)
    expect(await shop.statutes.kindOf(board.target, 0, data)).to.equal(Kind.SPECIAL)

    const house = { ...mill, who, euro } as unknown as House
    const { sent } = await decide(house, [{ target: board, data }], 'Post a notice')
    await expect(sent).to.emit(board, 'NoticePosted').withArgs(mill.coop.target, TEXT, 'We moved')
  })
})
