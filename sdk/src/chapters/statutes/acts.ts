// SPDX-License-Identifier: MIT
import {
  type Address,
  decodeFunctionData,
  type Hex,
  hexToString,
  isAddressEqual,
  trim,
  zeroAddress,
} from 'viem'
import { iStatutesAbi } from '../../generated/abi.ts'
import { type Rule, ruleFromChain } from '../../rule.ts'
import { type Reader, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'
import { KINDS, type Kind } from './enums.ts'

export type Act =
  | {
      readonly act: 'setRules'
      readonly rules: readonly { readonly kind: Kind | null; readonly rule: Rule }[]
    }
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
  /** null: payments are covered by no budget any more. */
  | { readonly act: 'setCoverage'; readonly chapter: Address | null }
  /** null: the co-op accepts no federation's chapters any more. */
  | { readonly act: 'joinFederation'; readonly phyle: Address | null }
  /** Who gets what is left; null: the federation, or nobody. */
  | { readonly act: 'setBody'; readonly body: Address | null }

function ofStatutes(data: Hex, { classNames }: Reader): Act | null {
  const call = decodeFunctionData({ abi: iStatutesAbi, data })
  switch (call.functionName) {
    case 'setRules':
      return {
        act: 'setRules',
        rules: call.args[0].map(({ kind, rule }) => ({
          kind: KINDS[kind] ?? null,
          rule: ruleFromChain(rule, classNames),
        })),
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
    case 'setCoverage': {
      const [chapter] = call.args
      return {
        act: 'setCoverage',
        chapter: isAddressEqual(chapter, zeroAddress) ? null : chapter,
      }
    }
    case 'joinFederation': {
      const [phyle] = call.args
      return { act: 'joinFederation', phyle: isAddressEqual(phyle, zeroAddress) ? null : phyle }
    }
    case 'setBody': {
      const [body] = call.args
      return { act: 'setBody', body: isAddressEqual(body, zeroAddress) ? null : body }
    }
    default:
      return null
  }
}

function textOf(padded: Hex): string {
  return hexToString(trim(padded, { dir: 'right' }))
}

const words: WordsOf<typeof iStatutesAbi, Act['act']> = {
  giveWay: ([next], { who }) =>
    said(
      `Give way to ${who(next)}`,
      `the co-op **gives way to ${who(next)}**: what is left of the co-op that promised it may go there instead.`,
    ),
}

export const contracts = {
  statutes: { told: 'organ', name: 'Statutes', abi: iStatutesAbi, words, read: ofStatutes },
} as const satisfies Record<string, Spoken>

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  ORDINARY: 'everyday',
  CONSENT: 'consent',
  SPECIAL: 'major',
  ENTRENCHED: 'founding',
}

export const titles: TitlesOf<Act> = {
  setRules: ({ rules }) => {
    const named = rules.map(({ kind }) => (kind === null ? null : KIND_NAMES[kind]))
    if (named.length === 0 || named.includes(null)) return null
    return `Change the ${named.length > 1 ? 'rules' : 'rule'} for ${named.join(' and ')} decisions`
  },
  setKind: ({ selector, kind }, { functionOf }) => {
    const which = kind === null ? 'another' : `a ${KIND_NAMES[kind]}`
    return `Let ${functionOf(selector) ?? selector} need ${which} decision`
  },
  setShares: () => 'Change the shares of control',
  addClass: ({ name }) => `Add the class ${name}`,
  setPurpose: () => 'Change the purpose',
  raiseLock: () => 'Raise the asset lock',
  setName: ({ name }) => `Change the name to ${name}`,
  setAdmission: () => 'Change how members are admitted',
  setCoolingPeriod: () => 'Change the cooling time',
  setEffects: () => 'Name the effects to report on',
  openChapter: ({ chapter }, { nameOf }) => `Open the chapter ${nameOf(chapter)}`,
  closeChapter: ({ chapter }, { nameOf }) => `Close the chapter ${nameOf(chapter)}`,
  setCoverage: ({ chapter }, { nameOf }) =>
    chapter === null ? 'Pay without a budget' : `Pay from the budget in ${nameOf(chapter)}`,
  setBody: ({ body }, { nameOf }) =>
    body === null ? 'Name nobody for what is left' : `Leave what is left to ${nameOf(body)}`,
  joinFederation: ({ phyle }, { nameOf }) =>
    phyle === null ? 'Keep no chapters of a federation' : `Accept the chapters of ${nameOf(phyle)}`,
}
