// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture, networkHelpers, time } from '../kit/chain.ts'
import { Ground, Kind, Lock } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { carryOut, founded, foundedAs } from '../kit/house.ts'

async function withChapters(house: Awaited<ReturnType<typeof founded>>) {
  const { coop, statutes, euro } = house
  const account = await accountOf(await coop.getAddress())
  const notices = await ethers.deployContract('Notices')
  const grasping = await ethers.deployContract('GraspingChapter')
  const amending = statutes.connect(account)
  for (const chapter of [notices, grasping]) await amending.openChapter(chapter)
  await euro.mint(coop.target, 900n)
  const deposit = (amount: bigint) =>
    notices.interface.encodeFunctionData('deposit', [euro.target, amount])
  const take = (amount: bigint) =>
    grasping.interface.encodeFunctionData('take', [euro.target, amount])
  /** The action of letting a chapter take money. */
  const funding = (
    chapter: { target: unknown },
    amount: bigint,
    data: string,
    ground: number = Ground.EXPENSE,
    token: unknown = euro.target,
  ) => ({
    target: coop,
    data: coop.interface.encodeFunctionData('fund', [
      chapter.target as string,
      token as string,
      amount,
      ground,
      data,
    ]),
  })
  return { ...house, account, amending, notices, grasping, deposit, take, funding }
}

const ready = async () => withChapters(await founded())
const fullyLocked = async () => withChapters(await foundedAs({ lock: Lock.FULL }))

/** What an action failed with, decoded. */
async function reasonOf(sent: Promise<unknown>, contract: { interface: typeof reasons }) {
  const error = await sent.then(
    () => null,
    (cause: { data?: string; error?: { data?: string } }) => cause,
  )
  const data = error?.data ?? error?.error?.data ?? '0x'
  const failed = cooperative.parseError(data)
  return contract.interface.parseError(failed?.args.reason ?? '0x')?.name
}

let cooperative = new ethers.Interface([])
const reasons = new ethers.Interface([])

describe('Money into a chapter', () => {
  before(async () => {
    cooperative = (await ethers.getContractFactory('Cooperative')).interface as typeof cooperative
  })

  it('COOP-5 goes in by one action, counts as outflow and leaves no allowance', async () => {
    const { coop, euro, notices, deposit, funding } = await loadFixture(ready)
    const sent = carryOut({ coop }, Kind.ORDINARY, [funding(notices, 100n, deposit(100n))], 7n)
    await expect(sent)
      .to.emit(coop, 'Funded')
      .withArgs(7n, notices.target, euro.target, 100n, Ground.EXPENSE, deposit(100n))
    expect(await euro.balanceOf(notices.target)).to.equal(100n)
    expect(await euro.allowance(coop.target, notices.target)).to.equal(0n)
    expect(await coop.outflowOf(euro.target)).to.equal(100n)
    expect(await notices.depositOf(coop.target, euro.target)).to.equal(100n)
  })

  it('STA-6 needs at least what the floor of the call that it comes with says', async () => {
    const { coop, euro, statutes, amending, notices, deposit, funding } = await loadFixture(ready)
    const kindOf = async (data: string) =>
      statutes.kindOf(coop.target, 0, funding(notices, 1n, data).data)
    expect(await kindOf(deposit(1n))).to.equal(Kind.ORDINARY)
    const takeBack = notices.interface.encodeFunctionData('takeBack', [euro.target])
    expect(await kindOf(takeBack)).to.equal(Kind.SPECIAL)
    expect(await kindOf('0x')).to.equal(Kind.ENTRENCHED)
    expect(await kindOf('0x11223344')).to.equal(Kind.ENTRENCHED)

    await amending.setKind(
      euro.target,
      euro.interface.getFunction('transfer').selector,
      Kind.SPECIAL,
    )
    expect(await kindOf(deposit(1n))).to.equal(Kind.SPECIAL)
    await amending.setKind(
      coop.target,
      coop.interface.getFunction('fund').selector,
      Kind.ENTRENCHED,
    )
    expect(await kindOf(deposit(1n))).to.equal(Kind.ENTRENCHED)
  })

  it('is refused as a motion where it cannot be read, or goes to no open chapter', async () => {
    const { coop, statutes, euro, notices, deposit, funding } = await loadFixture(ready)
    const { data } = funding(notices, 1n, deposit(1n))
    const far = ethers.concat([ethers.dataSlice(data, 0, 132), ethers.toBeHex(2n ** 255n, 32)])
    const long = ethers.concat([
      ethers.dataSlice(data, 0, 164),
      ethers.toBeHex(5000, 32),
      ethers.dataSlice(data, 196),
    ])
    const padded = ethers.concat([far, ethers.dataSlice(data, 164)])
    for (const unreadable of [ethers.dataSlice(data, 0, 4), padded, long]) {
      await expect(statutes.kindOf(coop.target, 0, unreadable)).to.be.revertedWithCustomError(
        statutes,
        'FundingUnreadable',
      )
    }
    for (const none of [euro, statutes, coop]) {
      await expect(statutes.kindOf(coop.target, 0, funding(none, 1n, deposit(1n)).data))
        .to.be.revertedWithCustomError(statutes, 'ChapterNotOpen')
        .withArgs(none.target, 0n)
    }
  })

  it('COOP-3 stays below a third of the account in lesser decisions', async () => {
    const { coop, notices, deposit, funding } = await loadFixture(ready)
    const all = [funding(notices, 301n, deposit(301n))]
    expect(await reasonOf(carryOut({ coop }, Kind.ORDINARY, all), coop as never)).to.equal(
      'OverAThird',
    )
    await expect(carryOut({ coop }, Kind.SPECIAL, all)).to.emit(coop, 'Funded')
  })

  it('COOP-5 may be less than was allowed, and the rest of the allowance ends', async () => {
    const { coop, euro, grasping, take, funding } = await loadFixture(ready)
    await carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 50n, take(20n))])
    expect(await euro.balanceOf(grasping.target)).to.equal(20n)
    expect(await euro.allowance(coop.target, grasping.target)).to.equal(0n)
    await expect(carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 50n, take(51n))])).to.revert(
      ethers,
    )
  })

  it('COOP-5 is never more, by an older allowance of another address either', async () => {
    const { coop, euro, account, grasping, funding } = await loadFixture(ready)
    const other = await ethers.deployContract('GraspingChapter')
    await euro.connect(account).approve(other.target, 500n)
    const data = grasping.interface.encodeFunctionData('takeThrough', [
      other.target,
      euro.target,
      51n,
    ])
    const sent = carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 50n, data)])
    expect(await reasonOf(sent, coop as never)).to.equal('ChapterTookMore')
  })

  it('COOP-1 gives no way back into the account while it is under way', async () => {
    const { coop, notices, grasping, euro, who, take, funding } = await loadFixture(ready)
    const back = (data: string) => grasping.interface.encodeFunctionData('callBack', [data])
    const inner = funding(grasping, 200n, take(200n)).data
    const sent = carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 1n, back(inner))])
    expect(await reasonOf(sent, coop as never)).to.equal('NotTheCooperative')
    const pay = coop.interface.encodeFunctionData('pay', [
      euro.target,
      who.pia.address,
      1n,
      Ground.WAGE,
      digestOf('x'),
      0n,
    ])
    const paying = carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 1n, back(pay))])
    expect(await reasonOf(paying, coop as never)).to.equal('NotTheCooperative')
    const execute = coop.interface.encodeFunctionData('execute', [1n, 0, 0, 0, [], [], []])
    await expect(
      carryOut({ coop }, Kind.ORDINARY, [funding(grasping, 1n, back(execute))]),
    ).to.revert(ethers)
    expect(await euro.balanceOf(notices.target)).to.equal(0n)
  })

  it('is refused without an amount or a token, and from outside a decision', async () => {
    const { coop, euro, who, notices, deposit, funding } = await loadFixture(ready)
    for (const nothing of [
      funding(notices, 0n, deposit(0n)),
      funding(notices, 1n, deposit(1n), Ground.EXPENSE, ethers.ZeroAddress),
    ]) {
      expect(await reasonOf(carryOut({ coop }, Kind.ORDINARY, [nothing]), coop as never)).to.equal(
        'NothingToPay',
      )
    }
    await expect(
      coop.connect(who.ada).fund(notices.target, euro.target, 1n, Ground.EXPENSE, '0x'),
    ).to.be.revertedWithCustomError(coop, 'NotTheCooperative')
  })

  it('COOP-2 never goes to a member, nor to a chapter that was closed or changed since the vote', async () => {
    const { coop, amending, notices, grasping, membership, deposit, take, funding } =
      await loadFixture(ready)
    const action = funding(notices, 1n, deposit(1n))
    const wallet = await grasping.getAddress()
    const applying = {
      wallet,
      class: 1,
      document: digestOf('I am a chapter.'),
      deadline: BigInt(await time.latest()) + 10_000n,
      signature: '0x',
    }
    await membership
      .connect(await accountOf(wallet))
      .applyFor(applying.class, applying.document, applying.deadline)
    const admit = membership.interface.encodeFunctionData('admit', [[applying]])
    await carryOut({ coop }, Kind.ENTRENCHED, [{ target: membership, data: admit }])
    const toMember = [funding(grasping, 1n, take(1n))]
    expect(await reasonOf(carryOut({ coop }, Kind.SPECIAL, toMember), coop as never)).to.equal(
      'PlainTransferToMember',
    )

    await networkHelpers.setCode(
      notices.target as string,
      await ethers.provider.getCode(grasping.target),
    )
    expect(await reasonOf(carryOut({ coop }, Kind.ORDINARY, [action]), coop as never)).to.equal(
      'ChapterClosedToMoney',
    )
    await amending.closeChapter(notices)
    expect(await reasonOf(carryOut({ coop }, Kind.ORDINARY, [action]), coop as never)).to.equal(
      'ChapterClosedToMoney',
    )
  })

  it('COOP-2 is never a share of the surplus under a full lock', async () => {
    const { coop, notices, deposit, funding } = await loadFixture(fullyLocked)
    const action = funding(notices, 1n, deposit(1n), Ground.SURPLUS)
    expect(await reasonOf(carryOut({ coop }, Kind.ORDINARY, [action]), coop as never)).to.equal(
      'SurplusIsLocked',
    )
  })

  it('I1 is refused by a chapter that measures what a token takes for itself', async () => {
    const { coop, notices, funding } = await loadFixture(ready)
    const token = await ethers.deployContract('FeeTakingToken')
    await token.mint(coop.target, 900n)
    const data = notices.interface.encodeFunctionData('deposit', [token.target, 100n])
    const action = funding(notices, 100n, data, Ground.EXPENSE, token.target)
    await carryOut({ coop }, Kind.ORDINARY, [action])
    // The account gives what was decided and not a unit more; the chapter is the one that has to measure.
    expect(await token.balanceOf(coop.target)).to.equal(800n)
    expect(await token.allowance(coop.target, notices.target)).to.equal(0n)
  })
})
