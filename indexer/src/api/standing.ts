// SPDX-License-Identifier: AGPL-3.0-or-later
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import type { Standing, StandingAnswer, StandingReason } from '@phyle/sdk/index-api'
import type { Hex } from 'viem'
import { read } from './chain.ts'
import { address, named } from './rows.ts'

const QUESTIONS = ['commonGood', 'multiStakeholder', 'commons', 'openBooks'] as const
const REASONS = [
  'NONE',
  'NO_PURPOSE',
  'LOCK_TOO_LOW',
  'SOCIAL_ACCOUNT_OVERDUE',
  'ONE_CLASS_ONLY',
  'CLASS_ABOVE_HALF',
  'NO_WORK',
  'NO_PART_IN_MACHINES',
  'NOT_ADMITTED',
  'BOOKS_OVERDUE',
] as const satisfies readonly ('NONE' | StandingReason)[]

/** The open co-op test, asked of the chain: two of its answers change with time alone. */
export async function standingOf(phyle: Hex, coop: Hex): Promise<Standing> {
  const answers = await read({
    address: phyle,
    abi: iPhyleAbi,
    functionName: 'standing',
    args: [coop],
  })
  const [first, second, third, fourth] = QUESTIONS.map((question, i): StandingAnswer => {
    const { ok, reason, until } = answers[i] ?? { ok: false, reason: 0, until: 0 }
    const why = named(REASONS, reason)
    return { question, yes: ok, reason: why === 'NONE' ? null : why, until: until || null }
  }) as [StandingAnswer, StandingAnswer, StandingAnswer, StandingAnswer]
  const good = answers.every(({ ok }) => ok)
  return { phyle: address(phyle), good, answers: [first, second, third, fourth] }
}
