// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The relay's coin: what it has, and what it may spend in a day. An empty purse is a state and no
 * failure: nothing is signed and nothing sent until there is coin again, and then at the prices of
 * that hour.
 */
import { formatEther } from 'viem'
import type { Chain } from './chain/chain.ts'
import type { Env } from './env.ts'
import { nextDay, type Spending } from './store/spending.ts'

/** Votes may use the whole budget of a day; chores half of it, so that votes are never starved. */
export type Share = 'whole' | 'half'

export interface Cost {
  /** The most that a transaction can cost. */
  readonly most: bigint
  /** The most that those in flight can cost. */
  readonly reserved: bigint
  readonly share: Share
}

/** There is not enough coin, or not enough budget; `message` says what to do. */
export class PurseError extends Error {
  override readonly name = 'PurseError'
}

export interface PurseState {
  readonly balance: bigint
  /** Why something is not sent, as a sentence; null where everything can be. */
  readonly shortage: string | null
  /** The work that a shortage holds up. */
  readonly holdsUp: 'votes' | 'chores'
}

export type Purse = ReturnType<typeof openPurse>

export function openPurse(services: {
  readonly chain: Pick<Chain, 'client' | 'account'>
  readonly spending: Pick<Spending, 'on'>
  readonly env: Pick<Env, 'budgetPerDay'>
  readonly clock?: () => number
}) {
  const { chain, spending, env } = services
  const clock = services.clock ?? Date.now
  const { address } = chain.account
  /** The cost of what was refused last. */
  let refused: Cost | null = null

  const balance = () => chain.client.getBalance({ address })

  const shortageOf = ({ most, reserved, share }: Cost, has: bigint, spent: bigint) => {
    const needs = most + reserved
    if (has < needs) {
      const figures = `it has ${formatEther(has)}, and needs ${formatEther(needs)}`
      return `The purse is empty: ${figures}. Send coin to ${address}; what waits then goes on by itself.`
    }
    const { budgetPerDay } = env
    if (budgetPerDay === null) return null
    const budget = share === 'whole' ? budgetPerDay : budgetPerDay / 2n
    if (spent + needs <= budget) return null
    const whose =
      share === 'whole'
        ? 'The budget'
        : 'The part of the budget that is for chores and changed votes'
    const until = new Date(nextDay(clock())).toISOString()
    return `${whose} of the day is used up: ${formatEther(spent)} of ${formatEther(budget)}. It begins anew at ${until}.`
  }

  return {
    balance,

    /** Since midnight UTC, in the smallest unit of the coin. */
    spentToday: (): Promise<bigint> => spending.on(clock()),

    /** @throws PurseError where it cannot, or may not */
    async mustCover(cost: Cost): Promise<void> {
      const [has, spent] = await Promise.all([balance(), spending.on(clock())])
      const shortage = shortageOf(cost, has, spent)
      refused = shortage === null ? null : cost
      if (shortage !== null) throw new PurseError(shortage)
    },

    /** Tells whether `has` pays for one that is signed already; remembers it if not. */
    pays(most: bigint, has: bigint): boolean {
      const can = has >= most
      if (!can) refused = { most, reserved: 0n, share: 'whole' }
      return can
    },

    async state(): Promise<PurseState> {
      const [has, spent] = await Promise.all([balance(), spending.on(clock())])
      const asked: Cost = refused ?? { most: 1n, reserved: 0n, share: 'whole' }
      const shortage = shortageOf(asked, has, spent)
      const holdsUp = asked.share === 'half' && has > 0n ? 'chores' : 'votes'
      return { balance: has, shortage, holdsUp }
    },
  }
}
