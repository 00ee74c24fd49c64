// SPDX-License-Identifier: MIT
import { type Address, decodeFunctionData, type Hex } from 'viem'
import { iMembershipAbi } from '../../generated/abi.ts'
import { type Reader, refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'

export type Act =
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

function ofMembership(data: Hex, { classNames }: Reader): Act | null {
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

const wordsOf = (of: string): WordsOf<typeof iMembershipAbi, Act['act']> => ({
  admitBySponsors: ([{ wallet }], { who }) =>
    said(
      `Admit ${who(wallet)} by sponsors`,
      `**${who(wallet)}** becomes a member of ${of}, if enough members of that class have signed as sponsors.`,
    ),
  applyFor: ([, , deadline], { day }) =>
    said(
      'Apply for membership',
      `the co-op **applies for membership of ${of}**. The application holds until ${day(Number(deadline))}.`,
    ),
  carry: ([wallets]) =>
    said(
      'Carry members over',
      `what the voter list before knows of ${wallets.length} people is **written down in that of ${of}**.`,
    ),
  enrolFounders: refused('enrolFounders', 'the founding'),
  standDown: refused('standDown', 'a move to other contracts'),
  takeOver: refused('takeOver', 'a move to other contracts'),
  leaveByRegister: refused('leaveByRegister', 'the register of the federation'),
  noteSilence: ([wallet], { who }) =>
    said(
      `Give notice of silence to ${who(wallet)}`,
      `**${who(wallet)}** has **60 days to answer**, and can be struck off the roll of ${of} after that.`,
    ),
  showVote: ([wallet, id], { who }) =>
    said(
      `Show a vote of ${who(wallet)}`,
      `a notice of silence to **${who(wallet)}** ends, if they took part in decision ${id} at ${of}.`,
    ),
  speakUp: () =>
    said('Say that the co-op is there', `the co-op **says that it is there** at ${of}.`),
  strikeOff: ([wallet], { who }) =>
    said(
      `Strike ${who(wallet)} off`,
      `**${who(wallet)}** is **struck off** the roll of ${of}, if nothing was heard of them since a notice 60 days ago.`,
    ),
  resign: () => said('Resign', `the co-op **leaves ${of}** at once.`),
  withdrawSponsorship: ([applicant], { who }) =>
    said(
      'Take a sponsor’s word back',
      `the co-op **takes back** its word as a sponsor of ${who(applicant)}.`,
    ),
  withdrawApplication: () =>
    said(
      'Take the application back',
      `the co-op **takes back** its application for membership of ${of}.`,
    ),
})

export const contracts = {
  membership: {
    told: 'organ',
    name: 'Membership',
    abi: iMembershipAbi,
    words: wordsOf('this co-op'),
    rootWords: {
      ...wordsOf('the federation'),
      resign: () =>
        said(
          'Give notice',
          'the co-op **gives notice to leave the federation**, if it is in its register.',
        ),
    },
    read: ofMembership,
  },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  admit: ({ applicants }, { nameOf }) => {
    const [first, ...others] = applicants
    if (!first) return null
    if (others.length > 0) return `Admit ${applicants.length} members`
    const as = first.className === null ? '' : ` as ${first.className}`
    return `Admit ${nameOf(first.wallet)}${as}`
  },
  refuse: ({ wallet }, { nameOf }) => `Refuse the application of ${nameOf(wallet)}`,
  changeClass: ({ wallet, className, class: place }, { nameOf }) =>
    `Move ${nameOf(wallet)} to ${className ?? `class ${place}`}`,
}
