// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Standing, StandingAnswer } from '@phyle/sdk/chapters/phyle/api'
import { REASONS } from '@phyle/sdk/chapters/phyle/enums'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import type { Hex } from 'viem'
import { read } from '../chain.ts'
import { address, named } from '../rows.ts'

const QUESTIONS = ['commonGood', 'multiStakeholder', 'commons', 'openBooks'] as const

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
