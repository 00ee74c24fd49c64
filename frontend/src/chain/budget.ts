import type { BudgetLine } from '@phyle/sdk/chapters/budget/api'
import { type Payment, type SpentLine, uncovered } from '@phyle/sdk/chapters/budget/model'
import { useQuery } from '@tanstack/react-query'
import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { useConfig } from 'wagmi'
import { readStatutesCoverage } from '../generated/contracts.ts'
import { useChapterState } from './chapters.ts'
import { useIndex } from './indexClient.ts'
import { useEnv } from './settings.tsx'

/** What the chapter for budgets is to a co-op. */
export type BudgetState =
  /** There is none here. */
  | 'nowhere'
  /** The co-op does not have it open. */
  | 'closed'
  /** It is open, and the statutes name none or another one. */
  | 'unnamed'
  | 'ready'

/** Where budgets are kept here, and whether payments of the co-op can be covered there; undefined while that is not known. */
export function useBudget(statutes: Address) {
  const config = useConfig()
  const budget = useEnv().deployments?.implementations.Budget?.address
  const chapter = useChapterState(statutes, budget)
  const { data: named } = useQuery({
    queryKey: ['coverage', statutes],
    queryFn: () => readStatutesCoverage(config, { address: statutes }),
  })
  const state = (): BudgetState | undefined => {
    if (budget === undefined) return 'nowhere'
    if (chapter === undefined || named === undefined) return undefined
    if (chapter !== 'open') return 'closed'
    return isAddressEqual(named, budget) ? 'ready' : 'unnamed'
  }
  return { budget, state: state() }
}

/** The lines of a co-op's budget in force, in their order. */
export function useLines(coop: Address) {
  const query = useIndex('/api/budgets/:coop', { coop }, { current: 'true' })
  return { query, lines: query.data?.data.toSorted((a, b) => Number(a.line) - Number(b.line)) }
}

/** What is left of a line beside the decisions that are on their way; below zero where they want more. */
export const leftIn = ({ ceiling, spent, committed }: BudgetLine): bigint =>
  BigInt(ceiling) - BigInt(spent) - BigInt(committed)

/** As the arithmetic of the chapter has it. What decisions on their way would take counts as taken. */
const spentOf = (line: BudgetLine): SpentLine | null =>
  line.ground === null
    ? null
    : {
        ...line,
        ground: line.ground,
        ceiling: BigInt(line.ceiling),
        spent: BigInt(line.spent) + BigInt(line.committed),
      }

/** The lines that could cover a payment now, beside the decisions that are on their way. */
export const covering = (
  lines: readonly BudgetLine[],
  payment: Omit<Payment, 'asset'> & { readonly token: Address | null },
  now: number,
): readonly BudgetLine[] =>
  lines.filter((line) => {
    const spent = spentOf(line)
    return (
      spent !== null &&
      uncovered(spent, { ...payment, asset: payment.token ?? zeroAddress }, now) === null
    )
  })
