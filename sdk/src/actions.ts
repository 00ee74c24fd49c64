// SPDX-License-Identifier: MIT
/**
 * Says in words what a proposal will do: it reads (target, value, calldata) into a known act, and
 * the title that the app writes for it.
 *
 * Shapes: an `Action` as a proposal holds it, an `Act` as a discriminated union, a `Place` that says
 * which addresses are the co-op's own organs and which the federation's. A call is only given a
 * meaning on a target for which it has that meaning: the same calldata sent anywhere else is a
 * `call`, shown as unknown. Units: money in base units of the token named, times in seconds.
 */
import { type Address, type Hex, isAddressEqual, size, slice } from 'viem'
import {
  functionNamed,
  type HouseCall,
  type HouseName,
  houseCall,
  isOfHouse,
  readCare,
  sayCall,
} from './actions/house.ts'
import { readTokenCall, type TokenAct, titles as tokenTitles } from './actions/token.ts'
import type { Titling } from './chapters/acting.ts'
import {
  type FixedCurrency,
  fixedDay,
  fixedDuration,
  fixedMoney,
  fixedNumber,
  fixedPercent,
} from './fixed.ts'
import { type Act as ChapterAct, titles as chapterTitles } from './generated/chapters/acts.ts'

export type Action = { readonly target: Address; readonly value: bigint; readonly data: Hex }

/** The addresses that give a call its meaning. */
export type Place = {
  readonly cooperative: Address
  readonly statutes: Address
  readonly membership: Address
  readonly assembly: Address
  /** Of the federation, if the co-op is in one or is its root. */
  readonly house?: {
    readonly phyle: Address
    readonly fund: Address
    readonly bonds: Address
    readonly machines: Address
    readonly works: Address
    readonly licences: Address
    readonly contributions: Address
    readonly cash: Address
  }
  /** Chapters that federations are not founded with and that are known here, by name. */
  readonly chapters?: Readonly<Record<string, Address>>
  /** The co-op of the co-ops, in which this one may be a member. */
  readonly root?: { readonly membership: Address; readonly assembly: Address }
  /** The office through which co-ops are founded here. */
  readonly registrar?: Address
  readonly classNames: readonly string[]
}

/** Known acts that have a shape of their own: of the chapters, and of tokens and the chain's own coin. */
type CarefulAct = ChapterAct | TokenAct

export type Act =
  | CarefulAct
  /** Anything else that the house's contracts can be asked. */
  | HouseCall
  /** Nothing is called: the decision is its text. */
  | { readonly act: 'text' }
  /** Known to nobody here; `selector` is null where the calldata has none. */
  | {
      readonly act: 'call'
      readonly target: Address
      readonly value: bigint
      readonly selector: Hex | null
      /** What a function with this selector is called elsewhere; null where nobody knows. */
      readonly name: string | null
      readonly data: Hex
      /** Whether the target is one of the co-op's own organs. */
      readonly own: boolean
    }

/** Reads one action of a proposal. */
export function actOf(action: Action, place: Place): Act {
  const { target, value, data } = action
  const is = (address: Address | undefined): boolean =>
    address !== undefined && isAddressEqual(target, address)
  if (size(data) === 0) {
    return is(place.cooperative) && value === 0n
      ? { act: 'text' }
      : { act: 'transferCoin', to: target, amount: value }
  }
  const known = (): Act | null => {
    if (value !== 0n) return null
    const [contract, root] = contractAt(target, place)
    if (contract === null) return readTokenCall(target, data)
    const inner = (at: Address, call: Hex) => actOf({ target: at, value: 0n, data: call }, place)
    const reader = { classNames: place.classNames, actOf: inner }
    return (root ? null : readCare(contract, data, reader)) ?? houseCall(contract, root, data)
  }
  return attempt(known) ?? unknownCall(action, place)
}

/**
 * Reads a whole proposal. One that calls nothing is a text resolution. What follows a move to other organs
 * is read with those.
 */
export function actsOf(actions: readonly Action[], place: Place): Act[] {
  if (actions.length === 0) return [{ act: 'text' }]
  let then = place
  return actions.map((action) => {
    const act = actOf(action, then)
    if (act.act === 'adoptOrgans') {
      const [statutes, membership, assembly] = act.organs
      then = { ...then, statutes, membership, assembly }
    }
    return act
  })
}

/** What a proposal does in one go: one act, or an allowance together with the call that uses it up. */
export type Step = { readonly act: Act; readonly calls: number }

/**
 * Reads a whole proposal as who reads it thinks: an allowance for the common fund, of its cash, that
 * the very next call pays in to the last unit is no act of its own, nor is money for it that its own
 * call pays in.
 */
export function stepsOf(actions: readonly Action[], place: Place): Step[] {
  const acts = actsOf(actions, place)
  const steps: Step[] = []
  for (let at = 0; at < acts.length; at += 1) {
    const [act, next] = [acts[at] as Act, acts[at + 1]]
    if (act.act === 'fund' && isFundedExactly(act, place)) {
      steps.push({ act: act.inner, calls: 1 })
    } else if (next && isUsedUp(act, next, place)) {
      steps.push({ act: next, calls: 2 })
      at += 1
    } else steps.push({ act, calls: 1 })
  }
  return steps
}

/** Tells whether what goes into the common fund is just what the call with it pays in. */
function isFundedExactly(
  { chapter, token, amount, inner }: Extract<Act, { act: 'fund' }>,
  { house }: Place,
): boolean {
  return (
    house !== undefined &&
    inner.act === 'pour' &&
    inner.amount === amount &&
    isAddressEqual(token, house.cash) &&
    isAddressEqual(chapter, house.fund)
  )
}

function isUsedUp(allowance: Act, next: Act, { house }: Place): boolean {
  return (
    house !== undefined &&
    allowance.act === 'approveToken' &&
    next.act === 'pour' &&
    isAddressEqual(allowance.token, house.cash) &&
    isAddressEqual(allowance.spender, house.fund) &&
    allowance.amount === next.amount
  )
}

/** Which contract of the house is at an address, and whether it is the root's rather than its own. */
function contractAt(
  target: Address,
  { house, root, registrar, chapters, ...own }: Place,
): [HouseName | null, boolean] {
  const find = (contracts: object): HouseName | null =>
    (Object.entries(contracts) as [string, Address][])
      .filter(([name, one]) => isOfHouse(name) && isAddressEqual(one, target))
      .map(([name]) => name as HouseName)[0] ?? null
  const { cooperative, statutes, membership, assembly } = own
  const mine = find({ cooperative, statutes, membership, assembly })
  if (mine !== null) return [mine, false]
  const above = root ? find(root) : null
  if (above !== null) return [above, true]
  if (registrar && isAddressEqual(registrar, target)) return ['registrar', false]
  return [find({ ...chapters, ...house }), false]
}

function unknownCall({ target, value, data }: Action, place: Place): Act {
  const own = [place.cooperative, place.statutes, place.membership, place.assembly]
  return {
    act: 'call',
    target,
    value,
    selector: size(data) >= 4 ? slice(data, 0, 4) : null,
    name: functionNamed(data),
    data,
    own: own.some((organ) => isAddressEqual(organ, target)),
  }
}

/** Calldata that is not what its selector says is as unknown as any other. */
function attempt(read: () => Act | null): Act | null {
  try {
    return read()
  } catch {
    return null
  }
}

/* TITLES */

/** How addresses, money and time are said: by name where the app knows one. */
export type Naming = {
  readonly nameOf: (address: Address) => string
  /** null: the chain's own coin. */
  readonly tokenOf: (token: Address | null) => FixedCurrency
  /** In which the federation counts. */
  readonly cash: Address
}

type Titles = Readonly<Record<string, (act: CarefulAct, say: Titling) => string | null>>
const TITLES = { ...tokenTitles, ...chapterTitles } as unknown as Titles

/** The English title of a known act; null where the proposer has to find one. */
export function titleOfAct(act: Act, naming: Naming): string | null {
  const { nameOf } = naming
  const money = (amount: bigint, token: Address | null): string =>
    fixedMoney(amount, naming.tokenOf(token))
  const cash = (amount: bigint): string => money(amount, naming.cash)
  switch (act.act) {
    case 'house':
      return sayCall(act, {
        who: nameOf,
        money: cash,
        day: fixedDay,
        time: fixedDuration,
        percent: fixedPercent,
        number: (count) => fixedNumber(BigInt(count)),
      }).title
    case 'text':
    case 'call':
      return null
    default:
      return (
        TITLES[act.act]?.(act, {
          ...{ nameOf, money, cash, functionOf: functionNamed },
          titleOf: (inner) => titleOfAct(inner, naming),
        }) ?? null
      )
  }
}
