// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */
import type { Address } from 'viem'
import type { Amount, Id, List, Place, Time } from '../../answer.ts'
import type { Ground } from '../cooperative/enums.ts'

/** A line of a co-op's budget, in force or not. */
export interface BudgetLine extends Place {
  readonly coop: Address
  /** Its number; numbers are never used twice. */
  readonly line: Id
  readonly name: string
  /** The zero address stands for the chain's own coin. */
  readonly asset: Address
  /** null: one that is not known here. */
  readonly ground: Ground | null
  readonly from: Time
  readonly to: Time
  /** Empty: anybody. */
  readonly payees: readonly Address[]
  readonly ceiling: Amount
  readonly spent: Amount
  /** What proposals would take from it that are open, or passed and not carried out. */
  readonly committed: Amount
  /** The decision that adopted it. */
  readonly proposal: Id
  /** Whether no later budget has taken its place. */
  readonly current: boolean
}

export interface IndexRoutes {
  /** The newest first. `current`: only the lines of the budget in force. */
  '/api/budgets/:coop': List<BudgetLine, { current?: 'true' }>
}
