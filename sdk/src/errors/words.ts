// SPDX-License-Identifier: MIT
/**
 * Says for every refusal of the contracts why it was refused, and what to do now.
 *
 * `{name}` stands for the error's argument of that name; `{name:form}` says how to show it: `time`
 * (seconds since 1970), `duration` (seconds), `bps` (a percentage), `money` (base units of the
 * federation's cash), `kind` (of decision). An error keeps its name in all contracts, so a name is
 * enough to find its words. Each chapter has its own (`chapters/…/errors.ts`).
 */

export type Words = {
  readonly why: string
  /** `why` as it is said to somebody of their own account, which is the one argument that it leaves out. */
  readonly you?: string
  readonly now: string
}
export type WordTable = Readonly<Record<string, Words>>

export const RELOAD = 'Load the page again and repeat what you did.'
export const REPORT = 'This should not happen. Tell whoever runs this site, with what you did.'
export const BY_DECISION =
  'Put it to the members as a proposal; once it has passed, anyone can carry it out.'
export const ROOT_DECISION = 'Ask your co-op to propose it in the federation.'

/** Refusals that no contract of ours gives: Solidity's own, and those of tokens. */
export const UNNAMED = {
  panic: { why: 'A calculation in the contract did not work out.', now: REPORT },
  message: { why: 'The contract refused: {message}.', now: RELOAD },
  unknown: { why: 'The contract refused, and did not say why.', now: RELOAD },
  token: {
    why: 'The currency refused to move the money.',
    now: 'Look whether there is enough in the wallet, and whether it is allowed to be taken.',
  },
} as const
