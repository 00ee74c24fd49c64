// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

const PAY_WITHOUT = 'Pay without this line, or put another budget to the vote.'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  BudgetTooLong: {
    why: 'This budget has {lines} lines and names {payees} people. At most 32 lines and 200 people fit.',
    now: 'Put lines together, or leave a line open to anybody.',
  },
  NotTheTitle: {
    why: 'The budget was written for a proposal with the title “{title}”.',
    now: 'Put it to the vote again under that title.',
  },
  SumNotStated: {
    why: 'The title does not say “{sum}”, which these lines come to.',
    now: 'Put the sum into the title as it is written here.',
  },
  AssetUnreadable: {
    why: 'Nobody can say how {asset} counts its money.',
    now: 'Choose a currency with decimals.',
  },
  LineInvalid: {
    why: 'A line has no name, no money, or ends before it begins.',
    now: 'Fill in all of the line.',
  },
  LineTooLong: {
    why: 'A line lasts longer than 366 days, or begins more than half a year from now.',
    now: 'Choose days within a year.',
  },
  PayeesMissing: {
    why: 'A line for this ground must name who is paid; no line can be for a share of the surplus.',
    now: 'Name the people, or choose wages, invoices, expenses or refunds.',
  },
  LineNotInForce: {
    why: 'Line {line} is not in the budget of the co-op.',
    now: 'Choose a line of the budget in force.',
  },
  LineNotOpen: {
    why: 'Line {line} can be paid from between {from:time} and {to:time}.',
    now: PAY_WITHOUT,
  },
  LineForOtherPayments: {
    why: 'Line {line} is for another currency or another ground.',
    now: 'Choose the line that this payment belongs to.',
  },
  PayeeNotNamed: {
    why: 'Line {line} does not name {payee}.',
    now: PAY_WITHOUT,
  },
  LineExceeded: {
    why: 'Less is left of line {line} than this payment takes.',
    now: 'Pay less, pay without the budget, or put another budget to the vote.',
  },
}
