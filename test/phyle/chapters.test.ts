// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture } from '../kit/chain.ts'
import { Ground, Kind } from '../kit/charter.ts'
import { accountOf, chapterAt, entered, federated } from '../kit/federation.ts'
import { carryOut, decide, type House } from '../kit/house.ts'

const State = { NONE: 0n, OPEN: 1n, EXITS_ONLY: 2n, CHANGED: 3n } as const

/** A federation that stands, one co-op of which accepted its chapters; the root is spoken for by its account. */
async function joined() {
  const house = await entered()
  const { root, mill, phyle, prepared } = house
  const account = await accountOf(await mill.coop.getAddress())
  await mill.statutes.connect(account).joinFederation(prepared.phyle)
  const rootAccount = await accountOf(await root.coop.getAddress())
  const notices = await ethers.deployContract('Notices')
  const asked = await ethers.getContractAt('Chapters', phyle.target)
  return { ...house, account, rootAccount, opening: phyle.connect(rootAccount), notices, asked }
}

async function withNotices() {
  const house = await joined()
  await house.opening.open('notices', house.notices.target)
  return house
}

describe('Chapters of a federation', () => {
  it('PHY-5 are those that it was founded with, each by its name', async () => {
    const { phyle, phyles, prepared, sent } = await loadFixture(federated)
    for (const { name } of await phyles.chapters()) {
      const at = await chapterAt(phyle, name)
      expect(await phyle.isChapter(at), name).to.equal(true)
      const codeHash = ethers.keccak256(await ethers.provider.getCode(at))
      expect(await phyle.chapterAt(at)).to.deep.equal([codeHash, true])
      await expect(sent).to.emit(phyle, 'ChapterOpened').withArgs(at, name, codeHash)
    }
    expect(await chapterAt(phyle, 'nothing')).to.equal(ethers.ZeroAddress)
    expect(await phyle.isChapter(prepared.house.root)).to.equal(false)
  })

  it('PHY-5 come to a federation that stands, and a co-op uses them by its own votes', async () => {
    const { opening, notices, phyle, mill, shop, who, euro } = await loadFixture(joined)
    const house = { ...mill, who, euro } as unknown as House
    const post = notices.interface.encodeFunctionData('post', [digestOf('We moved.')])
    expect(await mill.statutes.kindOf(notices.target, 0, post)).to.equal(Kind.SPECIAL)

    const codeHash = ethers.keccak256(await ethers.provider.getCode(notices.target))
    await expect(opening.open('notices', notices.target))
      .to.emit(phyle, 'ChapterOpened')
      .withArgs(notices.target, 'notices', codeHash)
    expect(await chapterAt(phyle, 'notices')).to.equal(notices.target)
    expect(await mill.statutes.chapterStateOf(notices.target)).to.equal(State.OPEN)
    expect(await shop.statutes.chapterStateOf(notices.target)).to.equal(State.NONE)

    await euro.mint(mill.coop.target, 300n)
    const deposit = notices.interface.encodeFunctionData('deposit', [euro.target, 100n])
    const fund = mill.coop.interface.encodeFunctionData('fund', [
      notices.target,
      euro.target,
      100n,
      Ground.EXPENSE,
      deposit,
    ])
    const { proposalId, sent } = await decide(
      house,
      [
        { target: notices, data: post },
        { target: mill.coop, data: fund },
      ],
      'Post a notice, with a deposit',
    )
    await expect(sent).to.emit(notices, 'Posted').withArgs(mill.coop.target, digestOf('We moved.'))
    expect((await mill.assembly.proposalOf(proposalId)).kind).to.equal(Kind.ORDINARY)
    expect(await euro.balanceOf(notices.target)).to.equal(100n)
  })

  it('G5 are opened and replaced by a founding decision of the root alone', async () => {
    const { phyle, root, notices, who } = await loadFixture(joined)
    const args = ['notices', notices.target as string] as [string, string]
    for (const data of [
      phyle.interface.encodeFunctionData('open', args),
      phyle.interface.encodeFunctionData('replace', args),
    ]) {
      expect(await root.statutes.kindOf(phyle.target, 0, data)).to.equal(Kind.ENTRENCHED)
      await expect(
        who.ada.sendTransaction({ to: phyle.target, data }),
      ).to.be.revertedWithCustomError(phyle, 'NotTheRoot')
    }
  })

  it('PHY-5 stand under their own name, and one at a time', async () => {
    const { opening, phyle, asked, notices, euro, who, root } = await loadFixture(withNotices)
    const second = await ethers.deployContract('Notices')
    await expect(opening.open('notices', second.target))
      .to.be.revertedWithCustomError(phyle, 'ChapterNameTaken')
      .withArgs(notices.target)
    for (const name of ['Notices', 'notice', '']) {
      await expect(opening.open(name, second.target))
        .to.be.revertedWithCustomError(asked, 'ChapterNamedOtherwise')
        .withArgs(second.target, 'notices')
    }
    const shouting = await ethers.deployContract('NamedChapter', ['NOTICES'])
    await expect(opening.open('NOTICES', shouting.target)).to.be.revertedWithCustomError(
      asked,
      'ChapterNameInvalid',
    )
    for (const none of [who.ada.address, euro.target]) {
      await expect(opening.open('notices', none)).to.be.revertedWithCustomError(
        asked,
        'NotAChapter',
      )
    }
    for (const known of [notices.target, root.coop.target]) {
      await expect(opening.open('notices', known)).to.be.revertedWithCustomError(
        phyle,
        'ChapterAlreadyKnown',
      )
    }
  })

  it('PHY-6 that were replaced are for exits only, and never come back', async () => {
    const { opening, phyle, notices, mill, account, euro } = await loadFixture(withNotices)
    await euro.mint(mill.coop.target, 300n)
    await euro.connect(account).approve(notices.target, 50n)
    await notices.connect(account).deposit(euro.target, 50n)
    const newer = await ethers.deployContract('Notices')
    await expect(opening.replace('notices', newer.target))
      .to.emit(phyle, 'ChapterReplaced')
      .withArgs('notices', notices.target, newer.target)
      .to.emit(phyle, 'ChapterOpened')
    expect(await chapterAt(phyle, 'notices')).to.equal(newer.target)
    expect(await phyle.isChapter(notices.target)).to.equal(false)
    expect(await mill.statutes.chapterStateOf(notices.target)).to.equal(State.EXITS_ONLY)

    const funding = (chapter: string) =>
      mill.coop.interface.encodeFunctionData('fund', [
        chapter,
        euro.target,
        1n,
        Ground.EXPENSE,
        notices.interface.encodeFunctionData('deposit', [euro.target, 1n]),
      ])
    const at = mill.coop.target
    await expect(mill.statutes.kindOf(at, 0, funding(notices.target as string)))
      .to.be.revertedWithCustomError(mill.statutes, 'ChapterNotOpen')
      .withArgs(notices.target, State.EXITS_ONLY)
    expect(await mill.statutes.kindOf(at, 0, funding(newer.target as string))).to.equal(
      Kind.ORDINARY,
    )
    const data = notices.interface.encodeFunctionData('takeBack', [euro.target])
    await carryOut(mill, Kind.SPECIAL, [{ target: notices, data }])
    expect(await euro.balanceOf(mill.coop.target)).to.equal(300n)

    await expect(opening.replace('notices', notices.target))
      .to.be.revertedWithCustomError(phyle, 'ChapterAlreadyKnown')
      .withArgs(notices.target)
  })

  it('PHY-6 note nothing more for standing once they were replaced', async () => {
    const { opening, phyle, mill, prepared } = await loadFixture(joined)
    const newer = await ethers.deployContract('NamedChapter', ['works'])
    await opening.replace('works', newer.target)
    const before = phyle.connect(await accountOf(prepared.house.works))
    await expect(before.noteWork(mill.coop.target))
      .to.be.revertedWithCustomError(phyle, 'NotTheChapter')
      .withArgs(prepared.house.works)
    const now = phyle.connect(await accountOf(newer.target as string))
    await expect(now.noteWork(mill.coop.target)).to.emit(phyle, 'WorkNoted')
  })

  it('PHY-7 have one register, which is not replaced, and nothing is replaced that is not there', async () => {
    const { opening, phyle } = await loadFixture(joined)
    const another = await ethers.deployContract('NamedChapter', ['phyle'])
    await expect(opening.replace('phyle', another.target)).to.be.revertedWithCustomError(
      phyle,
      'RegisterStays',
    )
    const new_ = await ethers.deployContract('NamedChapter', ['budget'])
    await expect(opening.replace('budget', new_.target)).to.be.revertedWithCustomError(
      phyle,
      'NothingToReplace',
    )
  })
})

describe('A co-op that accepts the chapters of a federation', () => {
  it('STA-6 needs the floors of each, and votes in the root as everyday business', async () => {
    const { mill, shop, root, phyle, prepared, fund } = await loadFixture(joined)
    const vote = root.assembly.interface.encodeFunctionData('castVote', [1n, 1])
    const propose = root.assembly.interface.getFunction('propose').selector
    const notice = phyle.interface.getFunction('giveNotice').selector
    const pour = fund.interface.getFunction('pour').selector
    const accept = phyle.interface.getFunction('acceptRegistrar').selector
    for (const [statutes, kinds] of [
      [mill.statutes, [Kind.ORDINARY, Kind.SPECIAL, Kind.SPECIAL, Kind.SPECIAL, Kind.ENTRENCHED]],
      [shop.statutes, [Kind.SPECIAL, Kind.SPECIAL, Kind.SPECIAL, Kind.SPECIAL, Kind.SPECIAL]],
    ] as const) {
      expect([
        Number(await statutes.kindOf(root.assembly.target, 0, vote)),
        Number(await statutes.kindOf(root.assembly.target, 0, propose)),
        Number(await statutes.kindOf(phyle.target, 0, notice)),
        Number(await statutes.kindOf(prepared.house.fund, 0, pour)),
        Number(await statutes.kindOf(phyle.target, 0, accept)),
      ]).to.deep.equal(kinds)
    }
  })

  it('pays a levy by one action', async () => {
    const { mill, euro, fund } = await loadFixture(joined)
    await euro.mint(mill.coop.target, 300n)
    const pour = fund.interface.encodeFunctionData('pour', [100n, 2, 2026n])
    const data = mill.coop.interface.encodeFunctionData('fund', [
      fund.target,
      euro.target,
      100n,
      Ground.EXPENSE,
      pour,
    ])
    expect(await mill.statutes.kindOf(mill.coop.target, 0, data)).to.equal(Kind.SPECIAL)
    await expect(carryOut(mill, Kind.SPECIAL, [{ target: mill.coop, data }]))
      .to.emit(fund, 'Poured')
      .to.emit(mill.coop, 'Funded')
    expect(await euro.balanceOf(fund.target)).to.equal(100n)
  })

  it('has none of another federation', async () => {
    const { mill, phyle } = await loadFixture(joined)
    const other = await ethers.deployContract('NamedChapter', ['works'])
    expect(await mill.statutes.chapterStateOf(other.target)).to.equal(State.NONE)
    expect(await phyle.chapterAt(other.target)).to.deep.equal([ethers.ZeroHash, true])
  })

  it('may stop accepting them, and joins nothing that is no federation', async () => {
    const { mill, account, euro, who, phyle } = await loadFixture(joined)
    const amending = mill.statutes.connect(account)
    for (const none of [euro.target, who.ada.address]) {
      await expect(amending.joinFederation(none))
        .to.be.revertedWithCustomError(mill.statutes, 'NotAFederation')
        .withArgs(none)
    }
    await expect(amending.joinFederation(ethers.ZeroAddress))
      .to.emit(mill.statutes, 'FederationJoined')
      .withArgs(ethers.ZeroAddress)
    expect(await mill.statutes.chapterStateOf(phyle.target)).to.equal(State.NONE)
  })

  it('STA-3 the root keeps to its own, so that its floors never fall', async () => {
    const { root, rootAccount, phyle, prepared } = await loadFixture(joined)
    expect(await root.statutes.federation()).to.equal(prepared.phyle)
    await expect(root.statutes.connect(rootAccount).joinFederation(ethers.ZeroAddress))
      .to.be.revertedWithCustomError(root.statutes, 'FederationIsOurOwn')
      .withArgs(phyle.target)
  })

  it('may leave a federation that says the co-op is its root', async () => {
    const { mill, account } = await loadFixture(joined)
    const liar = await ethers.deployContract('LyingFederation')
    const amending = mill.statutes.connect(account)
    await amending.joinFederation(liar)
    await liar.sayRoot(mill.coop)
    await expect(amending.joinFederation(ethers.ZeroAddress))
      .to.emit(mill.statutes, 'FederationJoined')
      .withArgs(ethers.ZeroAddress)
  })

  it('STA-6 gets a kind for its votes, however the root of its federation answers', async () => {
    const { mill, root, account } = await loadFixture(joined)
    const liar = await ethers.deployContract('LyingFederation')
    await mill.statutes.connect(account).joinFederation(liar)
    const vote = root.assembly.interface.encodeFunctionData('castVote', [1n, 1])
    const ask = mill.statutes.kindOf.staticCall(root.assembly, 0, vote, { gasLimit: 500_000n })
    expect(await ask).to.equal(Kind.SPECIAL)
  })

  it('COOP-1 pays all the same where its federation says that the token changed', async () => {
    const { mill, account, euro, who } = await loadFixture(joined)
    const liar = await ethers.deployContract('LyingFederation')
    await mill.statutes.connect(account).joinFederation(liar)
    await liar.sayChapter(euro, digestOf('other code'), true)
    await euro.mint(mill.coop, 300n)
    const { coop, statutes } = mill
    const send = euro.interface.encodeFunctionData('transfer', [who.pia.address, 10n])
    await expect(statutes.kindOf(euro, 0, send))
      .to.be.revertedWithCustomError(statutes, 'ChapterChanged')
      .withArgs(euro.target)
    const terms = [who.pia.address, 10n, Ground.EXPENSE, digestOf('bill'), 0n] as const
    const data = coop.interface.encodeFunctionData('pay', [euro.target as string, ...terms])
    expect(await statutes.kindOf(coop, 0, data)).to.equal(Kind.ORDINARY)
    await carryOut(mill, Kind.ORDINARY, [{ target: coop, data }])
    expect(await euro.balanceOf(who.pia.address)).to.equal(10n)
  })
})
