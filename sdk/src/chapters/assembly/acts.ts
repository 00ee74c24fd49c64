// SPDX-License-Identifier: MIT
import { iAssemblyAbi } from '../../generated/abi.ts'
import { fittingTitle, titleOf } from '../../title.ts'
import { type Said, type Spoken, said, type WordsOf } from '../acting.ts'
import { CHOICE } from './enums.ts'

const CHOICE_WORDS = ['against', 'for', 'abstain in', 'object to'] as const
const vote = (choice: number, id: bigint, in_: string): Said => {
  const how = CHOICE_WORDS[choice]
  if (how === undefined)
    return said(`Vote on decision ${id}`, `**nothing happens**: choice ${choice} does not exist.`)
  return choice > CHOICE.for
    ? said(
        `${how.charAt(0).toUpperCase()}${how.slice(1)} decision ${id}`,
        `the co-op's own vote ${in_} is to **${how} decision ${id}**.`,
      )
    : said(`Vote ${how} decision ${id}`, `the co-op votes **${how} decision ${id}** ${in_}.`)
}

const motions = (count: number) =>
  count === 0 ? 'a text' : count === 1 ? 'one act' : `${count} acts`
const headline = (description: string) => fittingTitle(titleOf(description))

const wordsOf = (in_: string): WordsOf<typeof iAssemblyAbi> => ({
  askAgain: ([id]) =>
    said(
      `Ask to vote again on decision ${id}`,
      `the co-op **asks to vote again** on decision ${id} ${in_}, which was voted down.`,
    ),
  callAgain: ([, , , description]) =>
    said(
      'Call a second vote',
      `the co-op **calls a second vote** ${in_} on what had too few voters: **${headline(description)}**.`,
    ),
  cancel: () =>
    said('Take a proposal back', `a proposal that the co-op made ${in_} is **taken back**.`),
  castBallots: ([id]) =>
    said(
      `Bring votes for decision ${id}`,
      `signed votes of members for decision ${id} ${in_} are **brought to be counted**.`,
    ),
  castChanges: ([id]) =>
    said(
      `Bring changed votes for decision ${id}`,
      `signed changes of votes for decision ${id} ${in_} are **brought to be counted**.`,
    ),
  castVote: ([id, choice]) => vote(choice, id, in_),
  castVoteWithReason: ([id, choice]) => vote(choice, id, in_),
  castVoteWithReasonAndParams: ([id, choice]) => vote(choice, id, in_),
  castVoteBySig: ([id, , voter], { who }) =>
    said(
      `Bring a vote for decision ${id}`,
      `the signed vote of **${who(voter)}** on decision ${id} ${in_} is brought to be counted.`,
    ),
  castVoteWithReasonAndParamsBySig: ([id, , voter], { who }) =>
    said(
      `Bring a vote for decision ${id}`,
      `the signed vote of **${who(voter)}** on decision ${id} ${in_} is brought to be counted.`,
    ),
  execute: () =>
    said('Carry out a decision', `a decision that was carried ${in_} is **carried out**.`),
  propose: ([targets, , , description]) =>
    said(
      'Make a proposal',
      `the co-op proposes ${motions(targets.length)} ${in_}: **${headline(description)}**.`,
    ),
  proposeAs: ([, targets, , , description]) =>
    said(
      'Make a proposal',
      `the co-op proposes ${motions(targets.length)} ${in_}: **${headline(description)}**.`,
    ),
  queue: () =>
    said(
      'Queue a decision',
      `**nothing happens**: decisions ${in_} wait their time by themselves.`,
    ),
})

export const contracts = {
  assembly: {
    told: 'organ',
    name: 'Assembly',
    abi: iAssemblyAbi,
    words: wordsOf('in this co-op'),
    rootWords: wordsOf('in the federation'),
  },
} as const satisfies Record<string, Spoken>
