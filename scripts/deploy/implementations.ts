// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a co-op is made of, in the order in which Registrar takes them. */
export const ORGANS = [
  'Cooperative',
  'Statutes',
  'Membership',
  'Assembly',
  'SuccessorRoll',
] as const

/** What a phyle is founded with beside its root, by name and contract: its register, its fund, then all others. */
export const FOUNDED_WITH = [
  ['phyle', 'Phyle'],
  ['fund', 'CommonsFund'],
  ['bonds', 'CommonsBonds'],
  ['works', 'Works'],
  ['machines', 'Machines'],
  ['licences', 'Licences'],
  ['contributions', 'Contributions'],
] as const
