// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Says to whoever runs an index why its data is of no use any more, from the messages of Ponder.
 */

/** At any time. */
const ALWAYS: readonly (readonly [RegExp, string])[] = [
  [
    /unrecoverable .*reorg|cannot move backwards/,
    'the chain went back further than an index can follow',
  ],
]

/** Before the index ever answered with it. */
const AT_FIRST: readonly (readonly [RegExp, string])[] = [
  [/previously used by a (Ponder app with a )?different/, 'another release of the index made it'],
  [
    /already exists|does not exist|RuntimeError|Aborted\(/,
    'an index that was ended early left it half made',
  ],
]

/**
 * @param answers whether the index answers by now
 * @returns null where what is said is about something else
 */
export function useless(said: string, answers: boolean): string | null {
  const reasons = answers ? ALWAYS : [...ALWAYS, ...AT_FIRST]
  return reasons.find(([pattern]) => pattern.test(said))?.[1] ?? null
}
