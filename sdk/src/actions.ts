// SPDX-License-Identifier: MIT
/**
 * What a proposal will do, in words: (target, value, calldata) read into a known act, and the title
 * that the app writes for it.
 *
 * Shapes: an `Action` as a proposal holds it, an `Act` as a discriminated union, a `Place` that says
 * which addresses are the co-op's own organs and which the federation's. A call is only given a
 * meaning on a target for which it has that meaning: the same calldata sent anywhere else is a
 * `call`, shown as unknown. Units: money in base units of the token named, times in seconds.
 */
import {
  type Address,
  type DecodeFunctionDataReturnType,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  hexToString,
  isAddressEqual,
  size,
  slice,
  trim,
  zeroAddress,
} from 'viem'
import {
  functionNamed,
  type HouseCall,
  type HouseName,
  houseCall,
  sayCall,
} from './actions/house.ts'
import {
  type FixedCurrency,
  fixedDay,
  fixedDuration,
  fixedMoney,
  fixedNumber,
  fixedPercent,
} from './fixed.ts'
import {
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iCooperativeAbi,
  iMembershipAbi,
  iPhyleAbi,
  iStatutesAbi,
  iWorksAbi,
} from './generated/abi.ts'
import { KINDS, type Kind } from './language.ts'
import { type Rule, ruleFromChain } from './rule.ts'

export type Action = { readonly target: Address; readonly value: bigint; readonly data: Hex }

export const GROUNDS = [
  'wage',
  'invoice',
  'expense',
  'refund',
  'share interest',
  'surplus',
] as const
export type Ground = (typeof GROUNDS)[number]

export const SOURCES = ['machine', 'licence', 'levy', 'gift'] as const
export type Source = (typeof SOURCES)[number]

export const RENT_MODES = ['USUFRUCT', 'COST_RENT', 'AUCTION', 'RATCHET'] as const
export type RentMode = (typeof RENT_MODES)[number]

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
  /** The co-op of the co-ops, in which this one may be a member. */
  readonly root?: { readonly membership: Address; readonly assembly: Address }
  /** The office through which co-ops are founded here. */
  readonly registrar?: Address
  readonly classNames: readonly string[]
}

type Floating = Extract<
  DecodeFunctionDataReturnType<typeof iCommonsBondsAbi>,
  { functionName: 'float' }
>['args'][0]

type Offering = Extract<
  DecodeFunctionDataReturnType<typeof iWorksAbi>,
  { functionName: 'offer' }
>['args'][1]

export type Act =
  | {
      readonly act: 'pay'
      /** null: the chain's own coin. */
      readonly token: Address | null
      readonly to: Address
      readonly amount: bigint
      readonly ground: Ground | null
      readonly document: Hex
    }
  | {
      readonly act: 'admit'
      readonly applicants: readonly {
        readonly wallet: Address
        readonly class: number
        readonly className: string | null
        readonly document: Hex
      }[]
    }
  | { readonly act: 'refuse'; readonly wallet: Address; readonly reason: Hex }
  | {
      readonly act: 'changeClass'
      readonly wallet: Address
      readonly class: number
      readonly className: string | null
    }
  | { readonly act: 'setRule'; readonly kind: Kind | null; readonly rule: Rule }
  | {
      readonly act: 'setKind'
      readonly target: Address
      readonly selector: Hex
      readonly kind: Kind | null
    }
  | { readonly act: 'setShares'; readonly shares: readonly number[]; readonly maxShareBps: number }
  | {
      readonly act: 'addClass'
      readonly name: string
      readonly share: number
      readonly flags: number
    }
  | { readonly act: 'setPurpose'; readonly purpose: Hex }
  | { readonly act: 'raiseLock'; readonly lock: number }
  | { readonly act: 'setName'; readonly name: string }
  | { readonly act: 'setAdmission'; readonly policy: number; readonly sponsors: number }
  | { readonly act: 'setCoolingPeriod'; readonly seconds: number }
  | { readonly act: 'setEffects'; readonly effects: Hex }
  | { readonly act: 'openChapter'; readonly chapter: Address }
  | { readonly act: 'closeChapter'; readonly chapter: Address }
  /** null: the co-op accepts no federation's chapters any more. */
  | { readonly act: 'joinFederation'; readonly phyle: Address | null }
  | {
      /** Money goes into a chapter, with a call of it that is an act of its own. */
      readonly act: 'fund'
      readonly chapter: Address
      readonly token: Address
      readonly amount: bigint
      readonly ground: Ground | null
      readonly inner: Act
    }
  | { readonly act: 'adoptOrgans'; readonly organs: readonly [Address, Address, Address] }
  | { readonly act: 'floatBonds'; readonly terms: Floating }
  | { readonly act: 'endorseBonds'; readonly series: bigint }
  | {
      readonly act: 'fileSocialAccount'
      readonly year: number
      readonly document: Hex
      readonly attester: Address
    }
  | { readonly act: 'fileBooks'; readonly year: number; readonly document: Hex }
  | { readonly act: 'giveNotice' }
  | {
      readonly act: 'pour'
      readonly amount: bigint
      readonly source: Source | null
      readonly ref: bigint
    }
  | { readonly act: 'spendReserve'; readonly to: Address; readonly amount: bigint }
  | { readonly act: 'nameDelegate'; readonly wallet: Address; readonly until: number }
  | { readonly act: 'offerTerms'; readonly family: bigint; readonly terms: Offering }
  | {
      readonly act: 'transferToken'
      readonly token: Address
      readonly to: Address
      readonly amount: bigint
    }
  | {
      readonly act: 'approveToken'
      readonly token: Address
      readonly spender: Address
      readonly amount: bigint
    }
  | { readonly act: 'transferCoin'; readonly to: Address; readonly amount: bigint }
  | {
      readonly act: 'transferFrom'
      readonly token: Address
      readonly from: Address
      readonly to: Address
      readonly amount: bigint
    }
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
    if (contract === null) return ofToken(target, data)
    if (contract === 'cooperative' && !root) return ofCooperative(data, place)
    return (root ? null : withCare(contract, data, place)) ?? houseCall(contract, root, data)
  }
  return attempt(known) ?? unknownCall(action, place)
}

/** Reads a whole proposal. One that calls nothing is a text resolution. */
export function actsOf(actions: readonly Action[], place: Place): Act[] {
  return actions.length === 0 ? [{ act: 'text' }] : actions.map((action) => actOf(action, place))
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

/** Whether what goes into the common fund is just what the call with it pays in. */
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
  { house, root, registrar, ...own }: Place,
): [HouseName | null, boolean] {
  const find = (contracts: { readonly [name in HouseName]?: Address }): HouseName | null =>
    (Object.entries(contracts) as [HouseName, Address][]).find(([, one]) =>
      isAddressEqual(one, target),
    )?.[0] ?? null
  const { cooperative, statutes, membership, assembly } = own
  const mine = find({ cooperative, statutes, membership, assembly })
  if (mine !== null) return [mine, false]
  const above = root ? find(root) : null
  if (above !== null) return [above, true]
  if (registrar && isAddressEqual(registrar, target)) return ['registrar', false]
  if (!house) return [null, false]
  const { phyle, fund, bonds, machines, works, licences, contributions } = house
  return [find({ phyle, fund, bonds, machines, works, licences, contributions }), false]
}

/** The acts that have a shape of their own. */
function withCare(contract: HouseName, data: Hex, { classNames }: Place): Act | null {
  switch (contract) {
    case 'statutes':
      return ofStatutes(data, classNames)
    case 'membership':
      return ofMembership(data, classNames)
    case 'bonds':
      return ofBonds(data)
    case 'phyle':
      return ofPhyle(data)
    case 'fund':
      return ofFund(data)
    case 'works':
      return ofWorks(data)
    default:
      return null
  }
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

function ofCooperative(data: Hex, place: Place): Act | null {
  const call = decodeFunctionData({ abi: iCooperativeAbi, data })
  switch (call.functionName) {
    case 'pay': {
      const [token, to, amount, ground, document] = call.args
      return {
        act: 'pay',
        token: isAddressEqual(token, zeroAddress) ? null : token,
        to,
        amount,
        ground: GROUNDS[ground] ?? null,
        document,
      }
    }
    case 'adoptOrgans':
      return { act: 'adoptOrgans', organs: call.args }
    case 'fund': {
      const [chapter, token, amount, ground, inner] = call.args
      return {
        act: 'fund',
        chapter,
        token,
        amount,
        ground: GROUNDS[ground] ?? null,
        inner: actOf({ target: chapter, value: 0n, data: inner }, place),
      }
    }
    default:
      return houseCall('cooperative', false, data)
  }
}

function ofStatutes(data: Hex, classNames: readonly string[]): Act | null {
  const call = decodeFunctionData({ abi: iStatutesAbi, data })
  switch (call.functionName) {
    case 'setRule':
      return {
        act: 'setRule',
        kind: KINDS[call.args[0]] ?? null,
        rule: ruleFromChain(call.args[1], classNames),
      }
    case 'setKind': {
      const [target, selector, kind] = call.args
      return { act: 'setKind', target, selector, kind: KINDS[kind] ?? null }
    }
    case 'setShares':
      return { act: 'setShares', shares: call.args[0], maxShareBps: call.args[1] }
    case 'addClass': {
      const [{ name, shareBps, flags }] = call.args
      return { act: 'addClass', name: textOf(name), share: shareBps, flags }
    }
    case 'setPurpose':
      return { act: 'setPurpose', purpose: call.args[0] }
    case 'raiseLock':
      return { act: 'raiseLock', lock: call.args[0] }
    case 'setName':
      return { act: 'setName', name: call.args[0] }
    case 'setAdmission':
      return { act: 'setAdmission', policy: call.args[0], sponsors: call.args[1] }
    case 'setCoolingPeriod':
      return { act: 'setCoolingPeriod', seconds: call.args[0] }
    case 'setEffects':
      return { act: 'setEffects', effects: call.args[0] }
    case 'openChapter':
      return { act: 'openChapter', chapter: call.args[0] }
    case 'closeChapter':
      return { act: 'closeChapter', chapter: call.args[0] }
    case 'joinFederation': {
      const [phyle] = call.args
      return { act: 'joinFederation', phyle: isAddressEqual(phyle, zeroAddress) ? null : phyle }
    }
    default:
      return null
  }
}

function ofMembership(data: Hex, classNames: readonly string[]): Act | null {
  const call = decodeFunctionData({ abi: iMembershipAbi, data })
  const nameOf = (place: number): string | null => classNames[place] ?? null
  switch (call.functionName) {
    case 'admit':
      return {
        act: 'admit',
        applicants: call.args[0].map(({ wallet, class: place, document }) => ({
          wallet,
          class: place,
          className: nameOf(place),
          document,
        })),
      }
    case 'refuse':
      return { act: 'refuse', wallet: call.args[0], reason: call.args[1] }
    case 'changeClass': {
      const [{ wallet, class: place }] = call.args
      return { act: 'changeClass', wallet, class: place, className: nameOf(place) }
    }
    default:
      return null
  }
}

function ofBonds(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iCommonsBondsAbi, data })
  if (call.functionName === 'float') return { act: 'floatBonds', terms: call.args[0] }
  if (call.functionName === 'endorse') return { act: 'endorseBonds', series: call.args[0] }
  return null
}

function ofPhyle(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iPhyleAbi, data })
  switch (call.functionName) {
    case 'fileSocialAccount': {
      const [year, document, attester] = call.args
      return { act: 'fileSocialAccount', year, document, attester }
    }
    case 'fileBooks':
      return { act: 'fileBooks', year: call.args[0], document: call.args[1] }
    case 'giveNotice':
      return { act: 'giveNotice' }
    default:
      return null
  }
}

function ofFund(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iCommonsFundAbi, data })
  if (call.functionName === 'pour') {
    const [amount, source, ref] = call.args
    return { act: 'pour', amount, source: SOURCES[source] ?? null, ref }
  }
  if (call.functionName === 'spendReserve') {
    return { act: 'spendReserve', to: call.args[0], amount: call.args[1] }
  }
  return null
}

function ofWorks(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iWorksAbi, data })
  switch (call.functionName) {
    case 'nameDelegate':
      return { act: 'nameDelegate', wallet: call.args[0], until: call.args[1] }
    case 'offer':
      return { act: 'offerTerms', family: call.args[0], terms: call.args[1] }
    default:
      return null
  }
}

function ofToken(token: Address, data: Hex): Act | null {
  const call = decodeFunctionData({ abi: erc20Abi, data })
  if (call.functionName === 'transfer') {
    return { act: 'transferToken', token, to: call.args[0], amount: call.args[1] }
  }
  if (call.functionName === 'approve') {
    return { act: 'approveToken', token, spender: call.args[0], amount: call.args[1] }
  }
  if (call.functionName === 'transferFrom') {
    const [from, to, amount] = call.args
    return { act: 'transferFrom', token, from, to, amount }
  }
  return null
}

function textOf(padded: Hex): string {
  return hexToString(trim(padded, { dir: 'right' }))
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

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  ORDINARY: 'everyday',
  CONSENT: 'consent',
  SPECIAL: 'major',
  ENTRENCHED: 'founding',
}

/** The English title of a known act; null where the proposer has to find one. */
export function titleOfAct(act: Act, naming: Naming): string | null {
  const { nameOf } = naming
  const kindName = (kind: Kind | null) => (kind === null ? 'another' : `a ${KIND_NAMES[kind]}`)
  const money = (amount: bigint, token: Address | null): string =>
    fixedMoney(amount, naming.tokenOf(token))
  switch (act.act) {
    case 'pay': {
      const ground = act.ground === null ? '' : ` (${act.ground})`
      return `Pay ${money(act.amount, act.token)} to ${nameOf(act.to)}${ground}`
    }
    case 'admit': {
      const [first, ...others] = act.applicants
      if (!first) return null
      if (others.length > 0) return `Admit ${act.applicants.length} members`
      const as = first.className === null ? '' : ` as ${first.className}`
      return `Admit ${nameOf(first.wallet)}${as}`
    }
    case 'refuse':
      return `Refuse the application of ${nameOf(act.wallet)}`
    case 'changeClass':
      return `Move ${nameOf(act.wallet)} to ${act.className ?? `class ${act.class}`}`
    case 'setRule':
      return act.kind === null ? null : `Change the rule for ${KIND_NAMES[act.kind]} decisions`
    case 'setShares':
      return 'Change the shares of control'
    case 'addClass':
      return `Add the class ${act.name}`
    case 'setName':
      return `Change the name to ${act.name}`
    case 'setPurpose':
      return 'Change the purpose'
    case 'raiseLock':
      return 'Raise the asset lock'
    case 'setAdmission':
      return 'Change how members are admitted'
    case 'setEffects':
      return 'Name the effects to report on'
    case 'setCoolingPeriod':
      return 'Change the cooling time'
    case 'floatBonds':
      return `Offer bonds: ${act.terms.title}`
    case 'endorseBonds':
      return `Stand behind bond offer ${act.series}`
    case 'fileSocialAccount':
      return `File the social account of ${act.year}`
    case 'fileBooks':
      return `File the books of ${act.year}`
    case 'giveNotice':
      return 'Leave the federation'
    case 'offerTerms':
      return `Offer terms of use for work ${act.family}`
    case 'nameDelegate':
      return `Let ${nameOf(act.wallet)} register works`
    case 'transferToken':
      return `Send ${money(act.amount, act.token)} to ${nameOf(act.to)}`
    case 'transferCoin':
      return `Send ${money(act.amount, null)} to ${nameOf(act.to)}`
    case 'approveToken':
      return `Let ${nameOf(act.spender)} take ${money(act.amount, act.token)}`
    case 'transferFrom':
      return `Move ${money(act.amount, act.token)} from ${nameOf(act.from)} to ${nameOf(act.to)}`
    case 'openChapter':
      return `Open the chapter ${nameOf(act.chapter)}`
    case 'closeChapter':
      return `Close the chapter ${nameOf(act.chapter)}`
    case 'joinFederation':
      return act.phyle === null
        ? 'Keep no chapters of a federation'
        : `Accept the chapters of ${nameOf(act.phyle)}`
    case 'fund':
      return (
        titleOfAct(act.inner, naming) ??
        `Let ${nameOf(act.chapter)} take ${money(act.amount, act.token)}`
      )
    case 'setKind':
      return `Let ${functionNamed(act.selector) ?? act.selector} need ${kindName(act.kind)} decision`
    case 'adoptOrgans':
      return 'Move to new contracts'
    case 'pour': {
      const amount = money(act.amount, naming.cash)
      if (act.source === 'machine') return `Pay ${amount} for the use of machine ${act.ref}`
      return act.source === 'levy' ? `Pay a levy of ${amount}` : `Give ${amount} to the common fund`
    }
    case 'spendReserve':
      return `Spend ${money(act.amount, naming.cash)} of the reserve on ${nameOf(act.to)}`
    case 'house':
      return sayCall(act, {
        who: nameOf,
        money: (amount) => money(amount, naming.cash),
        day: fixedDay,
        time: fixedDuration,
        percent: fixedPercent,
        number: (count) => fixedNumber(BigInt(count)),
      }).title
    case 'text':
    case 'call':
      return null
  }
}
