// SPDX-License-Identifier: MIT
import { type Address, decodeFunctionData, type Hex } from 'viem'
import { iBudgetAbi } from '../../generated/abi.ts'
import { refused, type Spoken, type TitlesOf, type WordsOf } from '../acting.ts'
import { GROUNDS, type Ground } from '../cooperative/enums.ts'

/** A line as a decision adopts it. */
export interface PlannedLine {
  readonly name: string
  /** The zero address stands for the chain's own coin. */
  readonly asset: Address
  /** null: one that is not known here. */
  readonly ground: Ground | null
  readonly from: number
  readonly to: number
  readonly ceiling: bigint
  /** Empty: anybody. */
  readonly payees: readonly Address[]
}

export interface Act {
  readonly act: 'adoptBudget'
  /** Under which alone it can be carried out. */
  readonly title: string
  readonly lines: readonly PlannedLine[]
}

function ofBudget(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iBudgetAbi, data })
  if (call.functionName !== 'adopt') return null
  const [title, lines] = call.args
  return {
    act: 'adoptBudget',
    title,
    lines: lines.map((line) => ({ ...line, ground: GROUNDS[line.ground] ?? null })),
  }
}

const words: WordsOf<typeof iBudgetAbi, 'adopt'> = {
  cover: refused('cover', 'the account of the co-op'),
}

export const contracts = {
  budget: { told: 'chapter', name: 'Budget', abi: iBudgetAbi, words, read: ofBudget },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  adoptBudget: ({ title }) => title,
}
