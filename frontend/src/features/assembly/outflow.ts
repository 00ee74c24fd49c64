import { type Act, type Action, actOf, type Place } from '@phyle/sdk/actions'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { type Address, getAddress, isAddressEqual } from 'viem'
import type { Held } from '../../chain/held.ts'

/** What a decision takes of one asset; null: the network's own coin. */
export interface Outflow {
  readonly token: Address | null
  /** What leaves the account, or may be taken from it, when it is carried out. */
  readonly leaves: bigint
  /** What counts towards the third of the account that lesser decisions may move in a year. */
  readonly counted: bigint
}

function movedBy(act: Act, { cooperative, house }: Place): Outflow | null {
  switch (act.act) {
    // What a line of the budget covers counts against the line alone.
    case 'pay':
      return { token: act.token, leaves: act.amount, counted: act.line === null ? act.amount : 0n }
    case 'transferToken':
    case 'fund':
      return { token: act.token, leaves: act.amount, counted: act.amount }
    case 'transferCoin':
      return { token: null, leaves: act.amount, counted: act.amount }
    case 'transferFrom':
      return isAddressEqual(act.from, cooperative)
        ? { token: act.token, leaves: act.amount, counted: act.amount }
        : null
    case 'approveToken':
      return { token: act.token, leaves: 0n, counted: act.amount }
    case 'call':
      return act.value === 0n ? null : { token: null, leaves: act.value, counted: act.value }
    // The fund takes what was allowed before; it was counted then.
    case 'pour':
      return house ? { token: house.cash, leaves: act.amount, counted: 0n } : null
    default:
      return null
  }
}

const larger = (a: bigint, b: bigint) => (a < b ? b : a)

/** All that the actions of a decision take together, by asset. */
export function outflowsOf(actions: readonly Action[], place: Place): readonly Outflow[] {
  const sums = new Map<Address | null, Outflow>()
  for (const action of actions) {
    const moved = movedBy(actOf(action, place), place)
    if (!moved || (moved.leaves === 0n && moved.counted === 0n)) continue
    const token = moved.token && getAddress(moved.token)
    const sum = sums.get(token) ?? { leaves: 0n, counted: 0n }
    sums.set(token, {
      token,
      leaves: sum.leaves + moved.leaves,
      counted: sum.counted + moved.counted,
    })
  }
  // An allowance that the decision does not use itself can be used up at any time.
  return [...sums.values()].map((sum) => ({ ...sum, leaves: larger(sum.leaves, sum.counted) }))
}

const isLimited = (kind: Kind) => KINDS.indexOf(kind) < KINDS.indexOf('SPECIAL')

export interface Prospect {
  readonly outflow: Outflow
  readonly held: Held
  /** What is missing on the account; 0 where it holds enough. */
  readonly missing: bigint
  /** What would be left; null where it does not hold enough. */
  readonly left: bigint | null
  /** What the kind of decision may still move today; null where nothing limits it. */
  readonly limit: bigint | null
  readonly overLimit: boolean
}

/** Whether the account could bear a decision of this kind now. */
export function prospectOf(outflow: Outflow, held: Held, kind: Kind): Prospect {
  const missing = outflow.leaves > held.balance ? outflow.leaves - held.balance : 0n
  const limit = isLimited(kind) ? held.within : null
  return {
    outflow,
    held,
    missing,
    left: missing > 0n ? null : held.balance - outflow.leaves,
    limit,
    overLimit: limit !== null && outflow.counted > limit,
  }
}

/** What is more than lesser decisions may move today, so that a major one is needed. */
export function overAThird(outflows: readonly Outflow[], held: readonly Held[]): Held | undefined {
  return held.find(({ token, within }) =>
    outflows.some((outflow) => outflow.token === token && outflow.counted > within),
  )
}

/** Whether all that the actions do is to move money. */
export const onlyPays = (actions: readonly Action[], place: Place): boolean =>
  actions.length > 0 && actions.every((action) => movedBy(actOf(action, place), place) !== null)
