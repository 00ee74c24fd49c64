// SPDX-License-Identifier: AGPL-3.0-or-later
import { timesIn } from '@phyle/sdk/chapters/budget/model'
import { expect } from 'chai'
import { COIN, DAY, digestOf, ethers, loadFixture, MAX } from '../kit/chain.ts'
import { Ground, Kind } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { carryOut, decide, motionOf, payment, propose, vote } from '../kit/house.ts'
import {
  adopt,
  adoption,
  type BudgetHouse,
  budgeted,
  euros,
  type LineOf,
  lineOf,
  opened,
  reasonOf,
  titleFor,
} from './house.ts'

/** Why a payment from line 1 is not covered. */
async function refusalOf(
  house: BudgetHouse,
  changes: Partial<Record<'token' | 'to', string>> & {
    amount?: bigint
    ground?: number
    line?: bigint
    kind?: number
  },
) {
  const action = payment(
    house,
    changes.token ?? (await house.euro.getAddress()),
    changes.to ?? house.who.ada.address,
    changes.amount ?? 1n,
    changes.ground ?? Ground.WAGE,
    changes.line ?? 1n,
  )
  return reasonOf(carryOut(house, changes.kind ?? Kind.ORDINARY, [action]), house)
}

/** A co-op that could plan in two tokens of one name. */
async function openedBesideANamesake() {
  return { ...(await opened()), namesake: await ethers.deployContract('DemoEuro') }
}

describe('Whoever attacks the budget', () => {
  it('BUD-1 gets no other money, ground, payee or amount out of a line, by no kind of decision', async () => {
    const house = await loadFixture(opened)
    const { who } = house
    await adopt(house, [await lineOf(house, { payees: [who.ada.address] })])
    for (const kind of Object.values(Kind)) {
      expect(await refusalOf(house, { kind, token: COIN })).to.equal('LineForOtherPayments')
      expect(await refusalOf(house, { kind, ground: Ground.REFUND })).to.equal(
        'LineForOtherPayments',
      )
      expect(await refusalOf(house, { kind, to: who.pia.address })).to.equal('PayeeNotNamed')
      expect(await refusalOf(house, { kind, amount: euros(6000) + 1n })).to.equal('LineExceeded')
      expect(await refusalOf(house, { kind, amount: MAX })).to.equal('LineExceeded')
      for (const line of [2n, MAX]) {
        expect(await refusalOf(house, { kind, line })).to.equal('LineNotInForce')
      }
    }
    expect(await refusalOf(house, {})).to.equal(undefined)
    expect(await refusalOf(house, { amount: euros(6000) })).to.equal('LineExceeded')
  })

  it('BUD-1 spends lines in their own name alone', async () => {
    const house = await loadFixture(budgeted)
    const { budget, euro, coop, who } = house
    await expect(budget.connect(who.ada).cover(1, euro, who.ada.address, 1n, Ground.WAGE))
      .to.be.revertedWithCustomError(budget, 'LineNotInForce')
      .withArgs(1)
    expect((await budget.lineOf(coop, 1)).spent).to.equal(0n)
    await expect(budget.connect(who.ada).adopt('Mine', [])).to.revert(ethers)
  })

  it('BUD-2 plans no surplus, and interest only for people who are named', async () => {
    const house = await loadFixture(opened)
    const named = [house.who.ada.address]
    for (const [ground, payees] of [
      [Ground.SURPLUS, named],
      [Ground.SURPLUS, []],
      [Ground.SHARE_INTEREST, []],
    ] as const) {
      await loadFixture(opened)
      const line = await lineOf(house, { ground, payees: [...payees] })
      expect(await reasonOf(adopt(house, [line]), house)).to.equal('PayeesMissing')
    }
    await loadFixture(opened)
    const line = await lineOf(house, { ground: Ground.SHARE_INTEREST, payees: named })
    expect(await reasonOf(adopt(house, [line]), house)).to.equal(undefined)
  })

  it('BUD-3 hides no money behind a title that says less, or something else', async () => {
    const house = await loadFixture(opened)
    const wages = await lineOf(house)
    const coins = await lineOf(house, { asset: COIN, ceiling: 5n * 10n ** 18n, name: 'Gas' })
    const [both, alone] = [[wages, coins], [wages]]
    const titles: readonly (readonly [string, readonly LineOf[]])[] = [
      ['Budget: 5 999 EURd', alone],
      ['Budget', alone],
      ['Budget: 6 000', alone],
      ['Budget: 6 000 EURdx', alone],
      ['Budget: 6 000 EURd.e', alone],
      ['Budget: 6 000 EURd,x', alone],
      ['Budget: 16 000 EURd', alone],
      ['Budget: 1 6 000 EURd', alone],
      ['Budget: 0.6 000 EURd', alone],
      ['Budget: 1/6 000 EURd', alone],
      ['Budget: 6 000 EURd', both],
      ['Budget: 6 000 EURd, 1 005 coins', both],
      ['Budget: 6 000 EURd, 5 000 coins', both],
      ['Budget: 5 coins', both],
    ]
    for (const [title, lines] of titles) {
      await loadFixture(opened)
      expect(await reasonOf(adopt(house, lines, title), house), title).to.equal('SumNotStated')
    }
    for (const title of [
      '6 000 EURd and 5 coins for this year',
      'Budget: 5 (coins) and (6 000 EURd)',
      'Budget 2027: 6 000 EURd, 5.',
    ]) {
      await loadFixture(opened)
      expect(await reasonOf(adopt(house, both, title), house), title).to.equal(undefined)
    }
  })

  it('BUD-3 has one mention of a sum stand for the lines of one asset alone', async () => {
    const house = await loadFixture(openedBesideANamesake)
    const wages = await lineOf(house)
    const coins = await lineOf(house, { asset: COIN, ceiling: 6000n * 10n ** 18n, name: 'Gas' })
    const others = await lineOf(house, { asset: await house.namesake.getAddress(), name: 'More' })
    const titles: readonly (readonly [string, readonly LineOf[], boolean])[] = [
      ['Budget: 6 000 EURd', [wages, coins], false],
      ['Budget: 6 000 EURd', [coins, wages], false],
      ['Budget: 6 000 EURd', [wages, others], false],
      ['Budget: 6 000 EURd, 6 000 coins', [wages, coins, others], false],
      ['Budget: 6 000 EURd, 6 000 coins', [wages, coins], true],
      ['Budget: 6 000 EURd, 6 000 coins', [coins, wages], true],
      ['Budget: 6 000 EURd and 6 000 EURd', [wages, others], true],
    ]
    for (const [title, lines, stands] of titles) {
      await loadFixture(openedBesideANamesake)
      const reason = await reasonOf(adopt(house, lines, title), house)
      expect(reason, title).to.equal(stands ? undefined : 'SumNotStated')
    }
  })

  it('BUD-3 divides no sum over lines, nor over the two faces of one coin', async () => {
    const house = await loadFixture(opened)
    const celo = '0x471EcE3750Da237f93B8E339c536989b8978a438'
    const ceiling = 3n * 10n ** 18n
    const halves = [
      await lineOf(house, { asset: COIN, ceiling }),
      await lineOf(house, { asset: celo, ceiling, name: 'More' }),
    ]
    expect(await reasonOf(adopt(house, halves, 'Budget: 3 coins'), house)).to.equal('SumNotStated')
    await loadFixture(opened)
    expect(await reasonOf(adopt(house, halves, 'Budget: 6 coins'), house)).to.equal(undefined)
  })

  it('BUD-3 is adopted under no other title than the one that was voted on', async () => {
    const house = await loadFixture(opened)
    const { assembly, who } = house
    const lines = [await lineOf(house)]
    const said = titleFor(lines)
    const action = adoption(house, said, lines)
    const motion = await motionOf([action], 'Paint the door')
    const id = await propose(house, motion)
    await vote(house, id)
    const sent = assembly
      .connect(who.carrier)
      .execute(motion.targets, motion.values, motion.calldatas, ethers.id(motion.description))
    expect(await reasonOf(sent, house)).to.equal('NotTheTitle')
  })

  it('BUD-3 stands on no token that cannot say how it counts', async () => {
    const house = await loadFixture(opened)
    const { who, budget } = house
    for (const asset of [who.ada.address, await budget.getAddress()]) {
      await loadFixture(opened)
      const line = await lineOf(house, { asset })
      expect(await reasonOf(adopt(house, [line], 'Budget: 6 000 EURd'), house)).to.equal(
        'AssetUnreadable',
      )
    }
  })

  it('BUD-4 plans no second year, and none that is far away', async () => {
    const house = await loadFixture(opened)
    const { from } = await lineOf(house)
    for (const [begins, days] of [
      [0, 367],
      [200, 30],
    ] as const) {
      await loadFixture(opened)
      const start = from + BigInt(begins * DAY)
      const line = await lineOf(house, { from: start, to: start + BigInt(days * DAY) })
      expect(await reasonOf(adopt(house, [line]), house)).to.equal('LineTooLong')
    }
  })

  it('makes no budget that is too long to read', async () => {
    const house = await loadFixture(opened)
    const line = await lineOf(house, { ceiling: 1n })
    const many = Array.from({ length: 33 }, () => line)
    expect(await reasonOf(adopt(house, many), house)).to.equal('BudgetTooLong')
    await loadFixture(opened)
    const crowd = { ...line, payees: Array.from({ length: 201 }, () => house.who.ada.address) }
    expect(await reasonOf(adopt(house, [crowd]), house)).to.equal('BudgetTooLong')
  })

  it('COOP-7 finds no budget where the statutes name none, or one that was closed', async () => {
    const house = await loadFixture(budgeted)
    const { budget, amending } = house
    await amending.closeChapter(budget)
    expect(await refusalOf(house, {})).to.equal('NoBudget')
    await amending.openChapter(budget)
    expect(await refusalOf(house, {})).to.equal(undefined)
    await amending.setCoverage(ethers.ZeroAddress)
    expect(await refusalOf(house, {})).to.equal('NoBudget')
  })

  it('STA-10 COOP-1 has a budget of somebody else cover what it likes, and move nothing', async () => {
    const house = await loadFixture(opened)
    const { coop, euro, amending, who } = house
    const generous = await ethers.deployContract('GenerousCoverage')
    await amending.openChapter(generous)
    await amending.setCoverage(generous)
    const back = coop.interface.encodeFunctionData('execute', [1n, 0, 0, 0, [], [], []])
    const pay = coop.interface.encodeFunctionData('pay', [
      euro.target as string,
      who.pia.address,
      1n,
      Ground.WAGE,
      digestOf('x'),
      1n,
    ])
    for (const call of [back, pay]) {
      await generous.arm(call)
      expect(await refusalOf(house, { amount: euros(8) })).to.equal(undefined)
      expect(await generous.succeeded()).to.equal(false)
    }
    expect(await euro.balanceOf(who.pia.address)).to.equal(0n)
  })

  it('STA-10 is named by a founding rule alone, and only where it is open and covers payments', async () => {
    const { statutes, coop, budget, who, euro } = await loadFixture(opened)
    const data = statutes.interface.encodeFunctionData('setCoverage', [budget.target as string])
    expect(await statutes.kindOf(statutes, 0, data)).to.equal(Kind.ENTRENCHED)
    await expect(statutes.connect(who.ada).setCoverage(budget)).to.be.revertedWithCustomError(
      statutes,
      'AmendmentNotByTheCooperative',
    )
    const amending = statutes.connect(await accountOf(await coop.getAddress()))
    for (const none of [euro, coop, statutes]) {
      await expect(amending.setCoverage(none)).to.be.revertedWithCustomError(
        statutes,
        'ChapterNotOpen',
      )
    }
    const board = await ethers.deployContract('NoticeBoard')
    await amending.openChapter(board)
    await expect(amending.setCoverage(board))
      .to.be.revertedWithCustomError(statutes, 'ChapterCoversNothing')
      .withArgs(board.target)
    await expect(amending.setCoverage(ethers.ZeroAddress))
      .to.emit(statutes, 'CoverageSet')
      .withArgs(ethers.ZeroAddress)
    expect(await statutes.coverage()).to.equal(ethers.ZeroAddress)
  })

  it('BUD-5 adopts by no everyday decision', async () => {
    const house = await loadFixture(opened)
    const { assembly, who } = house
    const lines = [await lineOf(house)]
    const motion = await motionOf([adoption(house, titleFor(lines), lines)], titleFor(lines))
    const { targets, values, calldatas, description } = motion
    await expect(
      assembly.connect(who.ada).proposeAs(Kind.ORDINARY, targets, values, calldatas, description),
    )
      .to.be.revertedWithCustomError(assembly, 'KindTooLow')
      .withArgs(Kind.ORDINARY, Kind.SPECIAL)
  })

  it('COOP-3 gains nothing for what no line covers: it has its third of what is there', async () => {
    const house = await loadFixture(budgeted)
    const { coop, euro, who } = house
    const token = await euro.getAddress()
    const wage = payment(house, token, who.ada.address, euros(6000), Ground.WAGE, 1n)
    await decide(house, [wage], 'Wages')
    expect(await coop.withinAThird(token)).to.equal(euros(1000))
    expect(await refusalOf(house, { amount: euros(1000) + 1n, line: 0n })).to.equal('OverAThird')
  })
})

describe('Whether a title states a sum', () => {
  it('BUD-3 is told by the model as by the contract', () => {
    const rows: readonly (readonly [string, string, boolean])[] = [
      ['Budget: 6 000 EURd', '6 000 EURd', true],
      ['6 000 EURd', '6 000 EURd', true],
      ['Budget 16 000 EURd', '6 000 EURd', false],
      ['Budget 1 6 000 EURd', '6 000 EURd', false],
      ['Budget 6 000 EURdx', '6 000 EURd', false],
      ['Budget (6 000 EURd)', '6 000 EURd', true],
      ['5 000 coins', '5', false],
      ['5 coins', '5', true],
      ['5, 6', '5', true],
      ['5.6', '5', false],
      ['5.', '5', true],
      ['Budget: 6 000 EURd.e', '6 000 EURd', false],
      ['Budget: 6 000 EURd, for wages', '6 000 EURd', true],
    ]
    for (const [title, statement, expected] of rows) {
      expect(timesIn(title, statement), title).to.equal(Number(expected))
    }
    expect(timesIn('6 000 EURd (5 000) and 6 000 coins', '6 000')).to.equal(2)
  })
})
