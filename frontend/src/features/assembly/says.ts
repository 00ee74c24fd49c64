import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import type { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { fittingTitle, titleOf } from '@phyle/sdk/title'
import type { CallSentences, Saying, Telling } from '../../shell/saying.ts'
import { acts } from '../../words/assembly/acts/words.ts'

const words = acts.calls.assembly

const vote = (
  [id, number]: readonly [bigint, number, ...unknown[]],
  { isRoot: root }: Telling,
): string => {
  const choice = CHOICES[number]
  return choice === undefined
    ? words.votes.none({ choice: `${number}` })
    : words.votes[choice]({ id: `${id}`, root })
}

const bring = (
  [id, , voter]: readonly [bigint, number, `0x${string}`, ...unknown[]],
  { who, isRoot: root }: Telling,
) => words.castVoteBySig({ id: `${id}`, voter: who(voter), root })

const propose = (targets: readonly unknown[], description: string, { isRoot: root }: Telling) =>
  words.propose({ acts: targets.length, title: fittingTitle(titleOf(description)), root })

const assembly: CallSentences<typeof iAssemblyAbi> = {
  askAgain: ([id], { isRoot: root }) => words.askAgain({ id: `${id}`, root }),
  callAgain: ([, , , description], { isRoot: root }) =>
    words.callAgain({ title: fittingTitle(titleOf(description)), root }),
  cancel: (_, { isRoot: root }) => words.cancel({ root }),
  castBallots: ([id], { isRoot: root }) => words.castBallots({ id: `${id}`, root }),
  castChanges: ([id], { isRoot: root }) => words.castChanges({ id: `${id}`, root }),
  castVote: vote,
  castVoteWithReason: vote,
  castVoteWithReasonAndParams: vote,
  castVoteBySig: bring,
  castVoteWithReasonAndParamsBySig: bring,
  execute: (_, { isRoot: root }) => words.execute({ root }),
  propose: ([targets, , , description], tell) => propose(targets, description, tell),
  proposeAs: ([, targets, , , description], tell) => propose(targets, description, tell),
  queue: (_, { isRoot: root }) => words.queue({ root }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ calls: { assembly } }]
