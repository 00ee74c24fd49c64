import { errorsAbi } from '@phyle/sdk/generated/errors'
import { render, screen } from '@testing-library/react'
import { BaseError, encodeErrorResult, HttpRequestError, RawContractError, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../src/chain/indexClient.ts'
import { refusalOf } from '../src/chain/refusal.ts'
import { plainRefusal } from '../src/chain/refused.ts'
import { Failed } from '../src/ui/Failed.tsx'
import { refusals } from '../src/words/refusals/words.ts'

const reverted = () =>
  new BaseError('reverted', {
    cause: new RawContractError({
      data: encodeErrorResult({ abi: errorsAbi, errorName: 'NotAMember', args: [zeroAddress] }),
    }),
  })

describe('what failed, before the words of contracts have come', () => {
  it('is said at once where the network or a service did not answer', () => {
    const { rerender } = render(<Failed error={new IndexError(0, 'no answer')} />)
    expect(screen.getByText(refusals.index.why)).toBeTruthy()
    rerender(<Failed error={new HttpRequestError({ url: 'http://node' })} />)
    expect(screen.getByText(refusals.network.why)).toBeTruthy()
  })

  it('is said as a contract means it once they are there', async () => {
    const error = reverted()
    expect(plainRefusal(error)).toBeNull()
    render(<Failed error={error}>What now</Failed>)
    expect(await screen.findByText(refusalOf(error).why)).toBeTruthy()
    expect(screen.getByText('What now')).toBeTruthy()
  })
})
