import type { BudgetLine } from '@phyle/sdk/chapters/budget/api'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Address } from 'viem'
import { useAssets } from '../cooperative/index.ts'

/** What lines of one asset come to, in words. */
export interface Total {
  readonly asset: Address
  readonly planned: string
  readonly committed: string
  readonly spent: string
  readonly left: string
}

const sumOf = (lines: readonly BudgetLine[], of: 'ceiling' | 'committed' | 'spent') =>
  lines.reduce((sum, line) => sum + BigInt(line[of]), 0n)

/** Writes the amounts of a co-op's budget: each in the currency of its line. */
export function useSums(coop: CoopDetail) {
  const assets = useAssets(coop)
  const say = (amount: bigint, { asset }: { asset: Address }) => assets.say(amount, asset)
  const totals = (lines: readonly BudgetLine[]): readonly Total[] =>
    [...new Set(lines.map(({ asset }) => asset))].map((asset) => {
      const own = lines.filter((line) => line.asset === asset)
      const [planned, committed, spent] = [
        sumOf(own, 'ceiling'),
        sumOf(own, 'committed'),
        sumOf(own, 'spent'),
      ] as const
      const left = planned - committed - spent
      return {
        asset,
        planned: say(planned, { asset }),
        committed: say(committed, { asset }),
        spent: say(spent, { asset }),
        left: say(left < 0n ? 0n : left, { asset }),
      }
    })
  return { say, totals }
}
