// SPDX-License-Identifier: AGPL-3.0-or-later
import { CHAPTER_STATE } from '@phyle/sdk/chapters/statutes/enums'
import { expect } from 'chai'
import { digestOf, ethers, loadFixture, networkHelpers } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { carryOut, founded } from '../kit/house.ts'

const State = {
  NONE: BigInt(CHAPTER_STATE.none),
  OPEN: BigInt(CHAPTER_STATE.open),
  EXITS_ONLY: BigInt(CHAPTER_STATE.exitsOnly),
  CHANGED: BigInt(CHAPTER_STATE.changed),
} as const
const ABI = ethers.AbiCoder.defaultAbiCoder()

/** A co-op, its statutes spoken to as its account, and a chapter that somebody else wrote. */
async function withNotices() {
  const house = await founded()
  const account = await accountOf(await house.coop.getAddress())
  const notices = await ethers.deployContract('Notices')
  const asked = await ethers.getContractAt('Chapters', house.statutes.target)
  return { ...house, account, amending: house.statutes.connect(account), notices, asked }
}

async function opened() {
  const house = await withNotices()
  await house.amending.openChapter(house.notices.target)
  return house
}

describe('Chapters that a co-op opens', () => {
  it('STA-6 need what their own floors say, and a founding rule for all that they do not name', async () => {
    const { statutes, amending, notices } = await loadFixture(withNotices)
    const at = notices.target
    const post = notices.interface.encodeFunctionData('post', [digestOf('hello')])
    expect(await statutes.kindOf(at, 0, post)).to.equal(Kind.SPECIAL)
    const codeHash = ethers.keccak256(await ethers.provider.getCode(at))
    await expect(amending.openChapter(at))
      .to.emit(statutes, 'ChapterOpened')
      .withArgs(at, 'notices', codeHash)
    expect(await statutes.chapterStateOf(at)).to.equal(State.OPEN)
    expect(await statutes.kindOf(at, 0, post)).to.equal(Kind.ORDINARY)
    const takeBack = notices.interface.encodeFunctionData('takeBack', [ethers.ZeroAddress])
    expect(await statutes.kindOf(at, 0, takeBack)).to.equal(Kind.SPECIAL)
    for (const data of ['0x', '0x12', '0x11223344', post.slice(0, 8)]) {
      expect(await statutes.kindOf(at, 0, data), data).to.equal(Kind.ENTRENCHED)
    }
  })

  it('STA-3 may be raised by the statutes, and never lowered below their floors', async () => {
    const { statutes, amending, notices } = await loadFixture(opened)
    const at = notices.target
    const { selector } = notices.interface.getFunction('post')
    const takeBack = notices.interface.getFunction('takeBack').selector
    await expect(amending.setKind(at, selector, Kind.ENTRENCHED))
      .to.emit(statutes, 'KindSet')
      .withArgs(at, selector, Kind.ENTRENCHED, false)
    expect(await statutes.kindOf(at, 0, selector)).to.equal(Kind.ENTRENCHED)
    await expect(amending.setKind(at, takeBack, Kind.ORDINARY))
      .to.be.revertedWithCustomError(statutes, 'KindBelowFloor')
      .withArgs(at, takeBack, Kind.ORDINARY, Kind.SPECIAL)
  })

  it('STA-3 keep no kind below their floor that a contract had before it was opened', async () => {
    const { statutes, amending, notices } = await loadFixture(withNotices)
    const { selector } = notices.interface.getFunction('takeBack')
    await amending.setKind(notices.target, selector, Kind.ORDINARY)
    expect(await statutes.kindOf(notices.target, 0, selector)).to.equal(Kind.ORDINARY)
    await amending.openChapter(notices.target)
    expect(await statutes.kindOf(notices.target, 0, selector)).to.equal(Kind.SPECIAL)
  })

  it('G5 are opened and closed by a founding decision alone', async () => {
    const { statutes, notices, who, assembly } = await loadFixture(withNotices)
    const at = notices.target as string
    for (const [i, data] of [
      statutes.interface.encodeFunctionData('openChapter', [at]),
      statutes.interface.encodeFunctionData('closeChapter', [at]),
      statutes.interface.encodeFunctionData('joinFederation', [at]),
    ].entries()) {
      expect(await statutes.kindOf(statutes.target, 0, data)).to.equal(Kind.ENTRENCHED)
      await expect(
        assembly
          .connect(who.ada)
          .proposeAs(Kind.SPECIAL, [statutes.target], [0n], [data], `Try ${i}`),
      ).to.be.revertedWithCustomError(assembly, 'KindTooLow')
      await expect(
        who.ada.sendTransaction({ to: statutes.target, data }),
      ).to.be.revertedWithCustomError(statutes, 'AmendmentNotByTheCooperative')
    }
  })

  it('STA-7 are never an own organ, the account or a member', async () => {
    const { amending, statutes, coop, membership, assembly, who, notices } =
      await loadFixture(withNotices)
    await networkHelpers.setCode(who.ada.address, await ethers.provider.getCode(notices.target))
    for (const own of [statutes, coop, membership, assembly, who.ada]) {
      await expect(amending.openChapter(own))
        .to.be.revertedWithCustomError(statutes, 'ChapterIsOurOwn')
        .withArgs(await own.getAddress())
    }
  })

  it('STA-7 are never a token, whatever it calls itself', async () => {
    const { amending, asked } = await loadFixture(withNotices)
    const token = await ethers.deployContract('TokenChapter')
    await expect(amending.openChapter(token))
      .to.be.revertedWithCustomError(asked, 'ChapterIsAToken')
      .withArgs(token.target)
  })

  it('STA-5 are contracts that say so, with code of their own', async () => {
    const { amending, asked, who, euro, notices } = await loadFixture(withNotices)
    const lent = who.pia.address
    await networkHelpers.setCode(lent, ethers.concat(['0xef0100', notices.target as string]))
    for (const none of [who.hal.address, lent, euro.target]) {
      await expect(amending.openChapter(none))
        .to.be.revertedWithCustomError(asked, 'NotAChapter')
        .withArgs(none)
    }
  })

  it('are named by one word of small letters', async () => {
    const { amending, asked, statutes } = await loadFixture(withNotices)
    for (const name of [
      '',
      'Notices',
      'two words',
      'noticé',
      'a1',
      'a'.repeat(32),
      'b'.repeat(99),
    ]) {
      const chapter = await ethers.deployContract('NamedChapter', [name])
      await expect(amending.openChapter(chapter), name)
        .to.be.revertedWithCustomError(asked, 'ChapterNameInvalid')
        .withArgs(chapter.target)
    }
    const longest = await ethers.deployContract('NamedChapter', ['c'.repeat(31)])
    await expect(amending.openChapter(longest)).to.emit(statutes, 'ChapterOpened')
  })

  it('are opened once', async () => {
    const { amending, statutes, notices } = await loadFixture(opened)
    await expect(amending.openChapter(notices))
      .to.be.revertedWithCustomError(statutes, 'ChapterAlreadyOpen')
      .withArgs(notices.target)
  })

  it('STA-6 that lie about a floor get a founding rule, and burn no more than an answer may', async () => {
    const { amending, statutes } = await loadFixture(withNotices)
    for (const lie of [0, 1, 2, 3]) {
      const liar = await ethers.deployContract('LyingChapter', [lie])
      await amending.openChapter(liar)
      const ask = statutes.kindOf.staticCall(liar.target, 0, '0x11223344', { gasLimit: 300_000n })
      expect(await ask, `lie ${lie}`).to.equal(Kind.ENTRENCHED)
    }
  })

  it('STA-6 get no kind by too little gas to ask them', async () => {
    const { statutes, notices } = await loadFixture(opened)
    const post = notices.interface.getFunction('post').selector
    const ask = (gasLimit: bigint) =>
      statutes.kindOf.staticCall(notices.target, 0, post, { gasLimit })
    await expect(ask(80_000n)).to.revert(ethers)
    expect(await ask(200_000n)).to.equal(Kind.ORDINARY)
  })

  it('STA-6 need no less for a token’s call than a token does', async () => {
    const { amending, statutes, who } = await loadFixture(withNotices)
    const grasping = await ethers.deployContract('GraspingChapter')
    await amending.openChapter(grasping)
    const approve = grasping.interface.encodeFunctionData('approve', [who.ada.address, 5n])
    expect(await statutes.kindOf(grasping.target, 0, approve)).to.equal(Kind.SPECIAL)
  })

  it('STA-5 COOP-6 are not called once their code has changed', async () => {
    const { statutes, coop, notices, ...house } = await loadFixture(opened)
    const at = await notices.getAddress()
    const data = notices.interface.encodeFunctionData('post', [digestOf('hello')])
    const action = { target: at, data }
    await expect(carryOut({ coop }, Kind.ORDINARY, [action])).to.emit(notices, 'Posted')

    const other = await ethers.deployContract('GraspingChapter')
    await networkHelpers.setCode(at, await ethers.provider.getCode(other.target))
    expect(await statutes.chapterStateOf(at)).to.equal(State.CHANGED)
    await expect(statutes.kindOf(at, 0, data))
      .to.be.revertedWithCustomError(statutes, 'ChapterChanged')
      .withArgs(at)
    await expect(carryOut({ coop }, Kind.ENTRENCHED, [action]))
      .to.be.revertedWithCustomError(coop, 'CodeChanged')
      .withArgs(at)

    await expect(house.amending.closeChapter(at)).to.emit(statutes, 'ChapterClosed').withArgs(at)
    expect(await statutes.chapterStateOf(at)).to.equal(State.NONE)
  })

  it('STA-5 that are proxies keep their code while what they do changes: that is said, not refused', async () => {
    const { amending, statutes, notices } = await loadFixture(withNotices)
    const proxy = await ethers.deployContract('ChangeableChapter', [notices.target])
    await amending.openChapter(proxy)
    const liar = await ethers.deployContract('GraspingChapter')
    await proxy.change(liar.target)
    expect(await statutes.chapterStateOf(proxy.target)).to.equal(State.OPEN)
    // What it says now, and no more than a decision of the co-op can do through it.
    expect(await statutes.kindOf(proxy.target, 0, '0x11223344')).to.equal(Kind.ORDINARY)
  })

  it('STA-8 are closed once they owe nothing, and are foreign again', async () => {
    const { amending, statutes, notices, euro, account, coop } = await loadFixture(opened)
    await euro.mint(coop.target, 50n)
    await euro.connect(account).approve(notices.target, 50n)
    await notices.connect(account).deposit(euro.target, 50n)
    await expect(amending.closeChapter(notices))
      .to.be.revertedWithCustomError(statutes, 'ChapterStillOwes')
      .withArgs(notices.target)
    await notices.connect(account).takeBack(euro.target)
    await amending.closeChapter(notices)
    expect(await statutes.chapterStateOf(notices.target)).to.equal(State.NONE)
    const post = notices.interface.getFunction('post').selector
    expect(await statutes.kindOf(notices.target, 0, post)).to.equal(Kind.SPECIAL)
    await expect(amending.closeChapter(notices))
      .to.be.revertedWithCustomError(statutes, 'ChapterNotOpen')
      .withArgs(notices.target, State.NONE)
  })

  it('G5 wrap no calls to the own organs', async () => {
    const { amending, statutes, coop } = await loadFixture(withNotices)
    const grasping = await ethers.deployContract('GraspingChapter')
    await amending.openChapter(grasping)
    const inner = statutes.interface.encodeFunctionData('setName', ['Another'])
    const wrapped = ethers.concat([
      '0xb61d27f6',
      ABI.encode(['address', 'uint256', 'bytes'], [statutes.target, 0, inner]),
    ])
    await expect(statutes.kindOf(grasping.target, 0, wrapped)).to.be.revertedWithCustomError(
      statutes,
      'WrappedCall',
    )
    const funding = coop.interface.encodeFunctionData('fund', [
      grasping.target,
      coop.target,
      1n,
      1,
      wrapped,
    ])
    await expect(statutes.kindOf(coop.target, 0, funding)).to.be.revertedWithCustomError(
      statutes,
      'WrappedCall',
    )
  })
})
