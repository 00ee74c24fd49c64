// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  lineFault,
  MOST_AHEAD,
  type SpentLine,
  statementOf,
  uncovered,
} from '@phyle/sdk/chapters/budget/model'
import { GROUNDS } from '@phyle/sdk/chapters/cooperative/enums'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Address } from 'viem'
import { COIN, DAY, ethers, loadFixture, MONTH, networkHelpers, SEED, time } from '../kit/chain.ts'
import { Ground, Kind } from '../kit/charter.ts'
import { expectCost } from '../kit/gas.ts'
import { carryOut, decide, payment } from '../kit/house.ts'
import {
  adopt,
  adoption,
  budgeted,
  euros,
  type LineOf,
  lineOf,
  opened,
  reasonOf,
  titleFor,
} from './house.ts'

describe('The year’s budget', () => {
  it('BUD-4 BUD-5 is adopted by a major decision, and each line is told', async () => {
    const house = await loadFixture(opened)
    const { budget, coop, assembly, statutes, who } = house
    const wages = await lineOf(house)
    const rent = await lineOf(house, {
      ground: Ground.INVOICE,
      ceiling: euros(1200),
      name: 'Rent',
      payees: [who.hal.address],
    })
    const lines = [wages, rent]
    const action = adoption(house, titleFor(lines), lines)
    expect(await statutes.kindOf(budget, 0, action.data ?? '0x')).to.equal(Kind.SPECIAL)
    const { proposalId, sent } = await adopt(house, lines)
    await expect(sent)
      .to.emit(budget, 'BudgetAdopted')
      .withArgs(coop.target, proposalId, 1, 2)
      .and.to.emit(budget, 'LinePlanned')
      .withArgs(coop.target, 2, Object.values(rent))
    expect((await assembly.proposalOf(proposalId)).kind).to.equal(Kind.SPECIAL)
    expect(await budget.linesOf(coop)).to.deep.equal([1n, 2n])
    expect(await budget.isPayee(coop, 1, who.pia.address)).to.equal(true)
    expect(await budget.isPayee(coop, 2, who.hal.address)).to.equal(true)
    expect(await budget.isPayee(coop, 2, who.pia.address)).to.equal(false)
  })

  it('COOP-7 BUD-1 pays by an everyday decision, and counts against the line alone', async () => {
    const house = await loadFixture(budgeted)
    const { budget, coop, euro, assembly, who } = house
    const token = await euro.getAddress()
    const action = payment(house, token, who.ada.address, euros(4000), Ground.WAGE, 1n)
    const { proposalId, sent } = await decide(house, [action], 'Ada’s wage')
    await expect(sent)
      .to.emit(coop, 'Paid')
      .and.to.emit(budget, 'LineSpent')
      .withArgs(coop.target, 1, euros(4000), euros(4000))
    expect((await assembly.proposalOf(proposalId)).kind).to.equal(Kind.ORDINARY)
    expect(await coop.outflowOf(token)).to.equal(0n)
    expect((await budget.lineOf(coop, 1)).spent).to.equal(euros(4000))
    // What no line covers has its third as before: of the 5 000 that are left.
    expect(await coop.withinAThird(token)).to.equal(euros(5000) / 3n)
  })

  it('COOP-7 C3 pays the wages of all months of the year, where without it they stop', async () => {
    const house = await loadFixture(opened)
    const { coop, euro, who } = house
    const token = await euro.getAddress()
    await euro.mint(coop, euros(21_000))
    await adopt(house, [await lineOf(house, { ceiling: euros(12 * 9500) })])
    await time.increaseTo((Math.floor((await time.latest()) / MONTH) + 1) * MONTH + 600)
    const months = async (line: bigint) => {
      let paid = 0
      for (let month = 0; month < 11; month += 1) {
        await euro.mint(coop, euros(10_000))
        const wage = payment(house, token, who.ada.address, euros(9500), Ground.WAGE, line)
        const sent = carryOut(house, Kind.ORDINARY, [wage])
        if ((await reasonOf(sent, house)) === undefined) paid += 1
        await time.increase(MONTH)
      }
      return paid
    }
    expect(await months(1n)).to.equal(11)
    expect(await months(0n)).to.be.lessThan(11)
  })

  it('COOP-7 lowers no kind that the statutes raised, for paying or for the token', async () => {
    const house = await loadFixture(budgeted)
    const { coop, euro, statutes, amending, who } = house
    const { data = '0x' } = payment(house, await euro.getAddress(), who.ada.address, 1n, 0, 1n)
    expect(await statutes.kindOf(coop, 0, data)).to.equal(Kind.ORDINARY)
    const { selector } = euro.interface.getFunction('transfer')
    await amending.setKind(euro, selector, Kind.SPECIAL)
    expect(await statutes.kindOf(coop, 0, data)).to.equal(Kind.SPECIAL)
    await amending.setKind(coop, coop.interface.getFunction('pay').selector, Kind.ENTRENCHED)
    expect(await statutes.kindOf(coop, 0, data)).to.equal(Kind.ENTRENCHED)
  })

  it('BUD-1 covers all of a payment or none, to the last unit of the line', async () => {
    const house = await loadFixture(budgeted)
    const { coop, euro, budget, who } = house
    await euro.mint(coop, euros(9000))
    const token = await euro.getAddress()
    const pay = (amount: bigint) =>
      carryOut(house, Kind.ORDINARY, [
        payment(house, token, who.ada.address, amount, Ground.WAGE, 1n),
      ])
    await pay(euros(5999))
    expect(await reasonOf(pay(euros(1) + 1n), house)).to.equal('LineExceeded')
    await pay(euros(1))
    expect(await reasonOf(pay(1n), house)).to.equal('LineExceeded')
    expect((await budget.lineOf(coop, 1)).spent).to.equal(euros(6000))
  })

  it('BUD-4 BUD-1 ends with its time, to the second', async () => {
    const house = await loadFixture(opened)
    const { euro, who } = house
    const now = BigInt(await time.latest())
    const [from, to] = [now + BigInt(60 * DAY), now + BigInt(90 * DAY)]
    await adopt(house, [await lineOf(house, { from, to })])
    const action = payment(house, await euro.getAddress(), who.ada.address, 1n, Ground.WAGE, 1n)
    const payAt = async (at: bigint) => {
      await time.setNextBlockTimestamp(at)
      return reasonOf(carryOut(house, Kind.ORDINARY, [action]), house)
    }
    expect(await payAt(from - 1n)).to.equal('LineNotOpen')
    expect(await payAt(from)).to.equal(undefined)
    expect(await payAt(to - 1n)).to.equal(undefined)
    expect(await payAt(to)).to.equal('LineNotOpen')
  })

  it('BUD-4 takes the place of the one before, and can be none', async () => {
    const house = await loadFixture(budgeted)
    const { budget, coop, euro, who } = house
    const token = await euro.getAddress()
    const pay = (line: bigint) =>
      reasonOf(
        carryOut(house, Kind.ORDINARY, [
          payment(house, token, who.ada.address, 1n, Ground.WAGE, line),
        ]),
        house,
      )
    await adopt(house, [await lineOf(house, { name: 'Wages again' })])
    expect(await budget.linesOf(coop)).to.deep.equal([2n, 2n])
    expect(await pay(1n)).to.equal('LineNotInForce')
    expect(await pay(2n)).to.equal(undefined)
    await adopt(house, [], 'No budget any more')
    expect(await budget.linesOf(coop)).to.deep.equal([3n, 2n])
    for (const line of [1n, 2n, 3n]) expect(await pay(line)).to.equal('LineNotInForce')
  })

  it('plans in the chain’s own coin too', async () => {
    const house = await loadFixture(opened)
    const { coop, who } = house
    const ceiling = ethers.parseEther('4.2')
    await adopt(house, [await lineOf(house, { asset: COIN, ceiling })])
    await carryOut(house, Kind.ORDINARY, [
      payment(house, COIN, who.ada.address, ceiling, Ground.WAGE, 1n),
    ])
    expect(await coop.outflowOf(COIN)).to.equal(0n)
  })

  it('says that it is a chapter that covers payments', async () => {
    const { budget } = await loadFixture(opened)
    expect(await budget.chapterName()).to.equal('budget')
    expect(await budget.floorOf('0x11223344')).to.equal(Kind.ENTRENCHED)
    const { selector } = budget.interface.getFunction('cover')
    for (const id of [selector, '0x01ffc9a7'])
      expect(await budget.supportsInterface(id)).to.equal(true)
    expect(await budget.supportsInterface('0xffffffff')).to.equal(false)
  })

  it('a payment from a line, later, costs at most 110 000 gas', async () => {
    const house = await loadFixture(budgeted)
    const token = await house.euro.getAddress()
    const action = payment(house, token, house.who.ada.address, euros(1), Ground.WAGE, 1n)
    await carryOut(house, Kind.ORDINARY, [action])
    await expectCost('pay from the budget, later', carryOut(house, Kind.ORDINARY, [action]))
  })
})

describe('The arithmetic of the budget', () => {
  it('BUD-1 agrees with its model on whatever is asked of it', async () => {
    const house = await loadFixture(opened)
    const { budget, euro, coop, who } = house
    const token = await euro.getAddress()
    const begins = Number(await time.latest()) + 30 * DAY
    const people = [who.ada.address, who.hal.address, who.pia.address]
    const lines: LineOf[] = []
    for (const [i, payees] of [[], people.slice(0, 1), people.slice(1)].entries()) {
      lines.push(
        await lineOf(house, {
          ground: i,
          ceiling: BigInt(20 + 7 * i),
          from: BigInt(begins + i * DAY),
          to: BigInt(begins + (3 + i) * DAY),
          payees,
        }),
      )
    }
    await adopt(house, lines)
    const ours = budget.connect(house.account)
    const snapshot = await networkHelpers.takeSnapshot()
    const payments = fc.array(
      fc.record({
        line: fc.integer({ min: 0, max: 2 }),
        to: fc.constantFrom(...people),
        amount: fc.bigInt({ min: 1n, max: 9n }),
        ground: fc.integer({ min: 0, max: 2 }),
        wait: fc.integer({ min: 1, max: DAY }),
      }),
      { minLength: 6, maxLength: 12 },
    )
    const names = {
      early: 'LineNotOpen',
      over: 'LineNotOpen',
      other: 'LineForOtherPayments',
      payee: 'PayeeNotNamed',
      exceeded: 'LineExceeded',
    }
    await fc.assert(
      fc.asyncProperty(payments, async (asked) => {
        await snapshot.restore()
        const spent = lines.map(spentLine)
        let at = begins - DAY
        for (const { line, to, amount, ground, wait } of asked) {
          at += wait
          await time.setNextBlockTimestamp(at)
          const own = spent[line] as SpentLine
          const it = { asset: token as Address, to: to as Address, amount, ground: nameOf(ground) }
          const why = uncovered(own, it, at)
          const sent = ours.cover(line + 1, token, to, amount, ground)
          if (why === null) await sent
          else await expect(sent).to.be.revertedWithCustomError(budget, names[why])
          if (why === null) spent[line] = { ...own, spent: own.spent + amount }
        }
        for (const [i, one] of spent.entries()) {
          expect((await budget.lineOf(coop, i + 1)).spent).to.equal(one.spent)
        }
      }),
      { seed: SEED, numRuns: 5 },
    )
  })

  it('BUD-2 BUD-4 agrees with its model on which lines there can be', async () => {
    const house = await loadFixture(opened)
    const now = Number(await time.latest())
    const wages = await lineOf(house)
    const year = 366 * DAY
    const changes: Partial<LineOf>[] = [
      {},
      { ceiling: 0n },
      { to: wages.from },
      { to: wages.from + BigInt(year) + 1n },
      { from: BigInt(now + MOST_AHEAD + 60 * DAY), to: BigInt(now + MOST_AHEAD + 61 * DAY) },
      { ground: Ground.SURPLUS, payees: [house.who.ada.address] },
      { ground: Ground.SHARE_INTEREST },
      { ground: Ground.SHARE_INTEREST, payees: [house.who.ada.address] },
      ...[Ground.INVOICE, Ground.EXPENSE, Ground.REFUND].map((ground) => ({ ground })),
    ]
    const names = {
      nothing: 'LineInvalid',
      backwards: 'LineInvalid',
      long: 'LineTooLong',
      ahead: 'LineTooLong',
      ground: 'PayeesMissing',
      payees: 'PayeesMissing',
    }
    for (const change of changes) {
      await loadFixture(opened)
      const line = { ...wages, ...change }
      const fault = lineFault(spentLine(line), now)
      const sent = adopt(house, [line])
      expect(await reasonOf(sent, house), JSON.stringify(Object.keys(change))).to.equal(
        fault === null ? undefined : names[fault],
      )
    }
  })

  it('BUD-3 states sums as its model does', async () => {
    const { budget, euro } = await loadFixture(opened)
    const sums = [
      1n,
      999_999n,
      1_000_000n,
      999_000_001n,
      euros(1000),
      euros(120_000),
      euros(1_234_567),
    ]
    for (const sum of [0n, ...sums]) {
      expect(await budget.statementOf(euro, sum)).to.equal(statementOf(sum, 6, 'EURd'))
      expect(await budget.statementOf(COIN, sum)).to.equal(statementOf(sum, 18, ''))
    }
  })
})

const nameOf = (ground: number) => GROUNDS[ground] ?? 'WAGE'

const spentLine = (line: LineOf): SpentLine => ({
  ...line,
  asset: line.asset as Address,
  ground: nameOf(line.ground),
  from: Number(line.from),
  to: Number(line.to),
  payees: line.payees as Address[],
  spent: 0n,
})
