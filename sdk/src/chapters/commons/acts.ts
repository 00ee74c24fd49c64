// SPDX-License-Identifier: MIT
import { type Address, type DecodeFunctionDataReturnType, decodeFunctionData, type Hex } from 'viem'
import { iMachinesAbi, iWorksAbi } from '../../generated/abi.ts'
import { refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'
import { RIGHTS, type Right } from './enums.ts'

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

const ALLOWS: Readonly<Record<Right, string>> = {
  UNKNOWN: '**nobody has said** what it allows a firm, so that no permission can be sold',
  FREE: 'every firm may use it **for nothing**, so that no permission can be sold',
  SHARE_ALIKE:
    'a firm may use it for nothing **if it shares alike**, and others can buy a second licence',
  RESERVED: 'commercial use is **kept back**, and permissions can be sold',
}
const allows = (right: number) => ALLOWS[RIGHTS[right] ?? 'UNKNOWN']

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
  decideOrigin: ([work]) =>
    said(
      `Let work ${work} stand`,
      `of the works with the same content **work ${work} stands** from now on, and what is sold is sold by its steward. Permissions that were bought stay.`,
    ),
  decideRight: ([work, right]) =>
    said(
      `Decide on the licence of work ${work}`,
      `under the licence of work ${work} ${allows(right)}. Permissions that were bought stay.`,
    ),
  listRight: ([licence, right]) =>
    said(`Say what ${licence} allows`, `under **${licence}** ${allows(right)}.`),
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
