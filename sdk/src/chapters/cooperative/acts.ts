// SPDX-License-Identifier: MIT
import { type Address, decodeFunctionData, type Hex, isAddressEqual, zeroAddress } from 'viem'
import type { Act as AnyAct } from '../../actions.ts'
import { iCooperativeAbi, iRegistrarAbi } from '../../generated/abi.ts'
import { type Reader, refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'
import { GROUNDS, type Ground } from './enums.ts'

export type Act =
  | {
      readonly act: 'pay'
      /** null: the chain's own coin. */
      readonly token: Address | null
      readonly to: Address
      readonly amount: bigint
      readonly ground: Ground | null
      readonly document: Hex
      /** The line of the budget that covers it; null: none. */
      readonly line: bigint | null
    }
  | {
      /** Money goes into a chapter, with a call of it that is an act of its own. */
      readonly act: 'fund'
      readonly chapter: Address
      readonly token: Address
      readonly amount: bigint
      readonly ground: Ground | null
      readonly inner: AnyAct
    }
  | {
      readonly act: 'adoptOrgans'
      /** Who says that it built them. */
      readonly registrar: Address
      /** Statutes, roll, assembly. */
      readonly organs: readonly [Address, Address, Address]
    }

function ofCooperative(data: Hex, { actOf }: Reader): Act | null {
  const call = decodeFunctionData({ abi: iCooperativeAbi, data })
  switch (call.functionName) {
    case 'pay': {
      const [token, to, amount, ground, document, line] = call.args
      return {
        act: 'pay',
        token: isAddressEqual(token, zeroAddress) ? null : token,
        to,
        amount,
        ground: GROUNDS[ground] ?? null,
        document,
        line: line === 0n ? null : line,
      }
    }
    case 'adoptOrgans': {
      const [by, ...organs] = call.args
      return { act: 'adoptOrgans', registrar: by, organs }
    }
    case 'fund': {
      const [chapter, token, amount, ground, inner] = call.args
      return {
        act: 'fund',
        chapter,
        token,
        amount,
        ground: GROUNDS[ground] ?? null,
        inner: actOf(chapter, inner),
      }
    }
    default:
      return null
  }
}

const cooperative: WordsOf<typeof iCooperativeAbi, Act['act']> = {
  begin: refused('begin', 'the founding'),
  execute: refused('execute', 'the assembly'),
  handOn: refused('handOn', 'anybody, once nobody is a member any more'),
}

const registrar: WordsOf<typeof iRegistrarAbi> = {
  consent: () =>
    said(
      'Give our word as a founder',
      'the co-op **gives its word as a founder** of another co-op, under exactly the founding document that was agreed.',
    ),
  succeed: ([account, charter], { who }) =>
    said(
      `Build new contracts for ${who(account)}`,
      `new contracts are built for **${who(account)}**, under the name ${charter.name}. They bind nobody until it decides to move to them.`,
    ),
  found: ([charter]) =>
    said(
      `Found ${charter.name}`,
      `**${charter.name}** is founded, if all its founders have given their word.`,
    ),
  withdrawConsent: () =>
    said(
      'Take our word as a founder back',
      'the co-op **takes back its word as a founder** of another co-op.',
    ),
}

export const contracts = {
  cooperative: {
    told: 'organ',
    name: 'Cooperative',
    abi: iCooperativeAbi,
    words: cooperative,
    read: ofCooperative,
  },
  registrar: { told: 'office', name: 'Registrar', abi: iRegistrarAbi, words: registrar },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  pay: ({ amount, token, to, ground }, { money, nameOf }) => {
    const on = ground === null ? '' : ` (${ground.toLowerCase().replace('_', ' ')})`
    return `Pay ${money(amount, token)} to ${nameOf(to)}${on}`
  },
  adoptOrgans: () => 'Move to new contracts',
  fund: ({ inner, chapter, amount, token }, { titleOf, nameOf, money }) =>
    titleOf(inner) ?? `Let ${nameOf(chapter)} take ${money(amount, token)}`,
}
