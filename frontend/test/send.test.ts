import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import type { PublicClient } from 'viem'
import { beforeEach, describe, expect, it } from 'vitest'
import { intents } from '../src/acts/intents.ts'
import { send } from '../src/acts/send.ts'
import { acts } from '../src/words/acts/words.ts'
import { chain, me } from './kit/node.ts'

describe('sending', () => {
  beforeEach(() => window.localStorage.clear())

  it('sends nothing while it is unclear whether the same was sent, however its allowance is given', async () => {
    intents.add({
      id: '0x01',
      chainId: chain.id,
      account: me,
      to: me,
      data: '0x',
      value: '0',
      call: 'subscribeWithPermit',
      key: '0x01',
      nonce: 0,
      isNumbered: false,
      since: 1,
      asked: 0,
      state: 'unknown',
      hash: null,
      by: null,
      page: '',
    })
    const asked = send(
      {
        client: {} as PublicClient,
        wallet: {} as Parameters<typeof send>[0]['wallet'],
        account: me,
        chainId: chain.id,
        begun() {},
        said() {},
      },
      { abi: iCommonsBondsAbi, address: me, functionName: 'subscribe', args: [1n, 5n] },
    )
    await expect(asked).rejects.toMatchObject({ refusal: acts.refusals.oneUnclear })
  })
})
