// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionResult } from 'viem'
import { chainThatAnswers } from '../../../test/ponder.ts'

const PHYLE = '0x1111111111111111111111111111111111111111'
const COOP = '0x2222222222222222222222222222222222222222'
const YES = { ok: true, reason: 0, until: 0 }
const NO_WORK = 6

it('tells the four answers of the open co-op check with their questions and reasons', async () => {
  await using _chain = await chainThatAnswers(
    encodeFunctionResult({
      abi: iPhyleAbi,
      functionName: 'standing',
      result: [YES, { ...YES, until: 900 }, { ok: false, reason: NO_WORK, until: 0 }, YES],
    }),
  )
  const { standingOf } = await import('./standing.ts')
  assert.deepEqual(await standingOf(PHYLE, COOP), {
    phyle: PHYLE,
    good: false,
    answers: [
      { question: 'commonGood', yes: true, reason: null, until: null },
      { question: 'multiStakeholder', yes: true, reason: null, until: 900 },
      { question: 'commons', yes: false, reason: 'NO_WORK', until: null },
      { question: 'openBooks', yes: true, reason: null, until: null },
    ],
  })
})
