// SPDX-License-Identifier: MIT
import { type Address, type DecodeFunctionDataReturnType, decodeFunctionData, type Hex } from 'viem'
import { iMachinesAbi, iWorksAbi } from '../../generated/abi.ts'
import { refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'

type Offering = Extract<
  DecodeFunctionDataReturnType<typeof iWorksAbi>,
  { functionName: 'offer' }
>['args'][1]

export type Act =
  | { readonly act: 'nameDelegate'; readonly wallet: Address; readonly until: number }
  | { readonly act: 'offerTerms'; readonly family: bigint; readonly terms: Offering }

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

const works: WordsOf<typeof iWorksAbi, 'nameDelegate' | 'offer'> = {
  approveLicence: ([licence, approved]) =>
    approved
      ? said(
          `Approve the licence ${licence}`,
          `works under **${licence}** count as commons of the federation from now on.`,
        )
      : said(
          `Strike the licence ${licence}`,
          `works under **${licence}** no longer count as commons of the federation.`,
        ),
  bringForward: ([family, changeDate], { day }) =>
    said(
      `Free work ${family} sooner`,
      `work ${family} becomes **free for everybody on ${day(changeDate)}**. The day can be moved nearer, never away.`,
    ),
  register: ([{ title, version, licence }]) =>
    said(
      `Register ${title}`,
      `**${title}** (version ${version}) enters the commons, under the licence **${licence}**.`,
    ),
}

const machines: WordsOf<typeof iMachinesAbi> = { enter: refused('enter', 'the bond contract') }

export const contracts = {
  machines: { told: 'chapter', name: 'Machines', abi: iMachinesAbi, words: machines },
  works: { told: 'chapter', name: 'Works', abi: iWorksAbi, words: works, read: ofWorks },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  nameDelegate: ({ wallet }, { nameOf }) => `Let ${nameOf(wallet)} register works`,
  offerTerms: ({ family }) => `Offer terms of use for work ${family}`,
}
