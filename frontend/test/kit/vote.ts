import { motionOf, type Paper, resolutionOf } from '@phyle/sdk/ballot'
import type { TallyRule } from '@phyle/sdk/chapters/assembly/model'

/** What members of a German co-op vote on. */
export const paper: Paper = {
  chainId: 31_337,
  assembly: '0x00000000000000000000000000000000000000A1',
  cooperative: 'Mühle am Bach',
  resolution: resolutionOf(12n, 'ORDINARY', 'de', 'Eine Getreidemühle kaufen'),
  language: 'de',
  proposal: 12n,
  motion: motionOf([], 'Eine Getreidemühle kaufen'),
}

/** More for than against, each member alike, and one vote is enough. */
export const rule: TallyRule = {
  count: 'HEADCOUNT',
  basis: 'CAST',
  of: 'CAST',
  threshold: 5_000,
  inclusive: false,
  quorumBps: 0,
  quorumMin: 1,
  nonUserCapBps: 10_000,
  classMajority: [],
  maxObjections: null,
}
