// SPDX-License-Identifier: MIT
import { type DecodeFunctionDataReturnType, decodeFunctionData, type Hex } from 'viem'
import { iCommonsBondsAbi } from '../../generated/abi.ts'
import { type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'

type Floating = Extract<
  DecodeFunctionDataReturnType<typeof iCommonsBondsAbi>,
  { functionName: 'float' }
>['args'][0]

export type Act =
  | { readonly act: 'floatBonds'; readonly terms: Floating }
  | { readonly act: 'endorseBonds'; readonly series: bigint }

function ofBonds(data: Hex): Act | null {
  const call = decodeFunctionData({ abi: iCommonsBondsAbi, data })
  if (call.functionName === 'float') return { act: 'floatBonds', terms: call.args[0] }
  if (call.functionName === 'endorse') return { act: 'endorseBonds', series: call.args[0] }
  return null
}

const words: WordsOf<typeof iCommonsBondsAbi, 'float' | 'endorse'> = {
  approve: ([spender, id, amount], { who, number }) =>
    said(
      `Let ${who(spender)} move bonds`,
      `**${who(spender)}** may hand on up to ${number(amount)} bonds of offer ${id} that the co-op holds.`,
    ),
  buy: ([id]) =>
    said(
      `Have the machine of bond offer ${id} bought`,
      `the machine of **bond offer ${id}** is bought, if enough came together.`,
    ),
  refund: ([id]) =>
    said(
      `Collect what was paid for bond offer ${id}`,
      `the co-op takes back all that it paid for **bond offer ${id}**.`,
    ),
  inheritFrom: ([id, person, to], { who }) =>
    said(
      `Inherit of bond offer ${id} what ${who(person)} held`,
      `the co-op takes over the bonds of **${who(person)}** of **bond offer ${id}**, if it is their heir, and what they are due goes to **${who(to)}**.`,
    ),
  refundFor: ([id, holder], { who }) =>
    said(
      `Pay back ${who(holder)}`,
      `**${who(holder)}** gets back all that they paid for bond offer ${id}.`,
    ),
  refundTo: ([id, to], { who }) =>
    said(
      `Collect what was paid for bond offer ${id}`,
      `all that the co-op paid for **bond offer ${id}** goes to **${who(to)}**.`,
    ),
  setMostCap: ([bps], { percent }) =>
    said(
      'Change the most that bonds may pay back',
      `new bond offers may pay back at most **${percent(bps)}** of the price.`,
    ),
  setOperator: ([spender, approved], { who }) =>
    approved
      ? said(
          `Let ${who(spender)} move all bonds`,
          `**${who(spender)}** may hand on **all bonds** that the co-op holds.`,
        )
      : said(
          `Stop ${who(spender)} moving bonds`,
          `**${who(spender)}** may no longer hand on bonds that the co-op holds.`,
        ),
  subscribe: ([id, units], { number }) =>
    said(
      `Lend for bond offer ${id}`,
      `the co-op would lend **${number(units)}** for bond offer ${id}. Only people who are cooperators can, so it fails.`,
    ),
  subscribeWithPermit: ([id, units], { number }) =>
    said(
      `Lend for bond offer ${id}`,
      `the co-op would lend **${number(units)}** for bond offer ${id}. Only people who are cooperators can, so it fails.`,
    ),
  take: ([id]) =>
    said(
      `Collect on bond offer ${id}`,
      `the co-op collects what it is due on **bond offer ${id}**.`,
    ),
  takeFor: ([id, holder], { who }) =>
    said(
      `Collect for ${who(holder)}`,
      `**${who(holder)}** is paid what they are due on bond offer ${id}.`,
    ),
  takeTo: ([id, to], { who }) =>
    said(
      `Collect on bond offer ${id}`,
      `what the co-op is due on **bond offer ${id}** goes to **${who(to)}**.`,
    ),
  transfer: ([to, id, amount], { who, number }) =>
    said(
      `Hand bonds to ${who(to)}`,
      `the co-op hands **${number(amount)}** bonds of offer ${id} to **${who(to)}**.`,
    ),
  transferFrom: ([from, to, id, amount], { who, number }) =>
    said(
      `Move bonds to ${who(to)}`,
      `**${number(amount)}** bonds of offer ${id} move from **${who(from)}** to **${who(to)}**, if ${who(from)} allowed it.`,
    ),
  withdraw: ([id, units], { number }) =>
    said(
      `Change our mind on bond offer ${id}`,
      `the co-op takes back **${number(units)}** that it had reserved of bond offer ${id}.`,
    ),
  withdrawTo: ([id, units, to], { who, number }) =>
    said(
      `Change our mind on bond offer ${id}`,
      `the co-op takes back **${number(units)}** that it had reserved of bond offer ${id}; the money goes to **${who(to)}**.`,
    ),
}

export const contracts = {
  bonds: { told: 'chapter', name: 'CommonsBonds', abi: iCommonsBondsAbi, words, read: ofBonds },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  floatBonds: ({ terms }) => `Offer bonds: ${terms.title}`,
  endorseBonds: ({ series }) => `Stand behind bond offer ${series}`,
}
