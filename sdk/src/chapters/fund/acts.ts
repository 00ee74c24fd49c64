// SPDX-License-Identifier: MIT
import { type Address, decodeFunctionData, type Hex } from 'viem'
import { iCommonsFundAbi } from '../../generated/abi.ts'
import { refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'
import { SOURCES, type Source } from './enums.ts'

export type Act =
  | {
      readonly act: 'pour'
      readonly amount: bigint
      readonly source: Source | null
      readonly ref: bigint
    }
  | { readonly act: 'spendReserve'; readonly to: Address; readonly amount: bigint }

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

const words: WordsOf<typeof iCommonsFundAbi, Act['act']> = {
  buy: refused('buy', 'the bond contract'),
  claim: () =>
    said(
      'Collect the equal share',
      'the equal share that the co-op has earned is **collected**. Only people earn one, so it is nothing.',
    ),
  claimFor: ([person], { who }) =>
    said(
      `Collect for ${who(person)}`,
      `the equal share of **${who(person)}** is paid to their own wallet.`,
    ),
  claimTo: ([to], { who }) =>
    said(
      'Collect the equal share',
      `the equal share that the co-op has earned goes to **${who(to)}**. Only people earn one, so it is nothing.`,
    ),
  inheritFrom: ([person, to], { who }) =>
    said(
      `Inherit the equal share of ${who(person)}`,
      `what **${who(person)}** earned goes to **${who(to)}**, if the co-op is their heir.`,
    ),
  closeEpoch: () =>
    said('Close the earning month', 'the earning months that are over are **closed**.'),
  collect: refused('collect', 'the bond contract'),
  giveBack: refused('giveBack', 'the bond contract'),
  noteBacking: refused('noteBacking', 'the bond contract'),
  payDue: refused('payDue', 'the bond contract'),
  pourWithPermit: ([amount], { money }) =>
    said(
      `Pay ${money(amount)} into the common fund`,
      `**${money(amount)}** would be paid into the common fund with a signed allowance. An account of a co-op cannot sign one, so it fails.`,
    ),
  setPolicy: (
    [{ machineBondsBps, machineReserveBps, otherBondsBps, otherReserveBps }],
    { percent },
  ) =>
    said(
      'Change how common income is divided',
      `of what machines earn beyond their own bonds, **${percent(machineBondsBps)}** repays bonds that the federation stands behind and **${percent(machineReserveBps)}** goes to the reserve; of all other income **${percent(otherBondsBps)}** and **${percent(otherReserveBps)}**. The rest is everybody's equal share.`,
    ),
  settle: ([person], { who }) =>
    said(
      `Book what ${who(person)} has earned`,
      `what **${who(person)}** has earned so far is booked. Nothing is paid.`,
    ),
  skim: () =>
    said(
      'Book stray money',
      'money that was sent to the common fund without a word is **booked as a gift**.',
    ),
}

export const contracts = {
  fund: { told: 'chapter', name: 'CommonsFund', abi: iCommonsFundAbi, words, read: ofFund },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  pour: ({ amount, source, ref }, { cash }) => {
    if (source === 'machine') return `Pay ${cash(amount)} for the use of machine ${ref}`
    return source === 'levy'
      ? `Pay a levy of ${cash(amount)}`
      : `Give ${cash(amount)} to the common fund`
  },
  spendReserve: ({ amount, to }, { cash, nameOf }) =>
    `Spend ${cash(amount)} of the reserve on ${nameOf(to)}`,
}
