import type { Act } from '@phyle/sdk/chapters/budget/acts'
import type { iBudgetAbi } from '@phyle/sdk/generated/abi'
import { zeroAddress } from 'viem'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/budget/acts/words.ts'
import { date, list } from '../../words/format.ts'

const acts: Sentences<Act> = {
  adoptBudget: ({ lines }, { isDone, amount, who }) => {
    const said = isDone ? words.did : words.will
    if (lines.length === 0) return said.dropBudget
    return said.adoptBudget({
      lines: list(
        lines.map(({ name, asset, ground, from, to, ceiling, payees }) =>
          words.line({
            name,
            amount: amount(ceiling, asset === zeroAddress ? null : asset),
            ground: ground === null ? '?' : words.grounds[ground],
            from: date(from),
            until: date(to - 1),
            who: payees.length === 0 ? words.anybody : list(payees.map(who)),
          }),
        ),
      ),
    })
  },
}

const budget: CallSentences<typeof iBudgetAbi, 'adopt'> = {
  cover: () => words.cover,
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { budget } }]
