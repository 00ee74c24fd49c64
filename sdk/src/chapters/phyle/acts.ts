// SPDX-License-Identifier: MIT
import { type Address, decodeFunctionData, type Hex } from 'viem'
import { iPhyleAbi } from '../../generated/abi.ts'
import { refused, type Spoken, said, type TitlesOf, type WordsOf } from '../acting.ts'

export type Act =
  | {
      readonly act: 'fileSocialAccount'
      readonly year: number
      readonly document: Hex
      readonly attester: Address
    }
  | { readonly act: 'fileBooks'; readonly year: number; readonly document: Hex }
  | { readonly act: 'giveNotice' }

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

const words: WordsOf<typeof iPhyleAbi, Act['act']> = {
  acceptRegistrar: ([registrar, accepted], { who }) =>
    accepted
      ? said(
          'Accept co-ops of another founding office',
          `co-ops that were founded through **${who(registrar)}** may join the federation from now on.`,
        )
      : said(
          'Stop accepting a founding office',
          `co-ops that were founded through **${who(registrar)}** may no longer join the federation. Those that are in stay.`,
        ),
  acceptAttester: ([attester, accepted], { who }) =>
    accepted
      ? said(
          `Accept ${who(attester)} as an attester`,
          `every co-op of the federation may have its social account vouched for by **${who(attester)}** from now on.`,
        )
      : said(
          `Stop accepting ${who(attester)} as an attester`,
          `what **${who(attester)}** vouches for counts from now on only for co-ops that name them themselves. Accounts that were filed stay filed.`,
        ),
  begin: refused('begin', 'the founding'),
  depart: ([coop], { who }) =>
    said(`Let ${who(coop)} go`, `**${who(coop)}** leaves the federation, if its notice is over.`),
  dismissHeir: ([person], { who }) =>
    said(
      `Stop the inheritance of ${who(person)}`,
      `the heir who was named of **${who(person)}** is **named no longer**, unless what they held has passed on.`,
    ),
  enter: ([coop], { who }) =>
    said(
      `Enter ${who(coop)} in the register`,
      `**${who(coop)}** is entered in the register of the federation, if it is a member.`,
    ),
  expel: ([coop], { who }) =>
    said(
      `Expel ${who(coop)}`,
      `**${who(coop)}** has to leave the federation **30 days later**. Until then it can appeal: then it stays until the co-ops decide the same once more. If they decide on its appeal with this, it leaves at once. Its people then stop earning the equal share, and keep what they earned and lent.`,
    ),
  appeal: () =>
    said(
      'Appeal from the expulsion',
      'the co-op **appeals** from its expulsion: it stays in the federation until the other co-ops decide the same once more.',
    ),
  answerCharges: () =>
    said(
      'Reply to what is said against the co-op',
      'the co-op **replies** to what is said against it. Its reply stands beside the decisions about it.',
    ),
  grant: ([coop, granted], { who, number }) =>
    said(
      `Grant ${number(granted)} places to ${who(coop)}`,
      `at least **${number(granted)}** people of **${who(coop)}** can start to earn the equal share together, at most as many as belonged to it just before this was proposed.`,
    ),
  hasten: ([coop, wallet], { who }) =>
    said(
      `Let ${who(wallet)} earn earlier`,
      `if a place of **${who(coop)}** has come free, **${who(wallet)}** starts to earn the equal share earlier.`,
    ),
  nameAttester: ([attester, named], { who }) =>
    named
      ? said(
          `Name ${who(attester)} as an attester`,
          `**${who(attester)}** may vouch for the social accounts of the co-op from now on.`,
        )
      : said(
          `No longer name ${who(attester)} as an attester`,
          `**${who(attester)}** may vouch for the social accounts of the co-op no longer, unless the federation accepts them. Accounts that were filed stay filed.`,
        ),
  nameHeir: ([person, heir], { who }) =>
    said(
      `Name the heir of ${who(person)}`,
      `in 30 days **${who(heir)}** inherits what **${who(person)}** lent and earned in the federation: bonds, and money that waits. Until then one call from the wallet of ${who(person)} stops it.`,
    ),
  noteLevy: refused('noteLevy', 'the common fund'),
  noteMachine: refused('noteMachine', 'the register of machines'),
  noteResignation: refused('noteResignation', 'the roll of the federation'),
  noteWork: refused('noteWork', 'the register of works'),
  passOn: ([person], { who }) =>
    said(
      `Pass on what ${who(person)} held`,
      `the heir of **${who(person)}** may take what they held, if 30 days have passed. Their place among the cooperators ends.`,
    ),
  refresh: ([coop], { who }) =>
    said(
      `Note the contracts of ${who(coop)}`,
      `the federation takes note of the contracts that **${who(coop)}** uses now.`,
    ),
  seat: ([coop, wallet], { who }) =>
    said(
      `Note ${who(wallet)} as a cooperator`,
      `the federation notes **${who(wallet)}** of ${who(coop)} as a cooperator.`,
    ),
  setLeastHeads: ([least], { number }) =>
    said(
      'Change how many must earn',
      `from next month on, the equal share is paid in months in which at least **${number(least)}** people earn it. In others the money waits.`,
    ),
  setLeastLevy: ([amount], { money }) =>
    said(
      'Change the least levy',
      `a co-op that pays a levy of at least **${money(amount)}** counts as taking part in the common machines.`,
    ),
  open: ([name, chapter], { who }) =>
    said(
      `Open the chapter ${name} for all co-ops`,
      `every co-op that accepted the federation's chapters can use the chapter **${name}** at **${who(chapter)}** from now on.`,
    ),
  replace: ([name, chapter], { who }) =>
    said(
      `Replace the chapter ${name}`,
      `the chapter **${name}** is at **${who(chapter)}** from now on. What is in the one before can be taken out, and nothing more goes in.`,
    ),
  setNoticePeriod: ([period], { time }) =>
    said(
      'Change the notice to leave',
      `a co-op that leaves the federation gives **${time(period)}** notice.`,
    ),
  settle: ([wallet], { who }) =>
    said(
      `Settle the seats of ${who(wallet)}`,
      `seats of **${who(wallet)}** among the cooperators that have run out are ended.`,
    ),
  settleInWord: ([wallet], { who }) =>
    said(
      `Settle the seats of ${who(wallet)}`,
      `seats of **${who(wallet)}** among the cooperators that have run out are ended.`,
    ),
  vouch: ([coop, year], { who }) =>
    said(
      `Vouch for the social account of ${who(coop)}`,
      `the co-op vouches for what the social account of **${who(coop)}** of ${year} says.`,
    ),
  unseat: ([coop, memberId], { who }) =>
    said(
      `End a seat of ${who(coop)}`,
      `the seat of member ${memberId} of **${who(coop)}** among the cooperators is ended, if that person has left.`,
    ),
}

export const contracts = {
  phyle: { told: 'federation', name: 'Phyle', abi: iPhyleAbi, words, read: ofPhyle },
} as const satisfies Record<string, Spoken>

export const titles: TitlesOf<Act> = {
  fileSocialAccount: ({ year }) => `File the social account of ${year}`,
  fileBooks: ({ year }) => `File the books of ${year}`,
  giveNotice: () => 'Leave the federation',
}
