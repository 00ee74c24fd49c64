import { errorsAbi } from '@phyle/sdk/generated/errors'
import { cleanup, render, screen } from '@testing-library/react'
import { BaseError, encodeErrorResult, HttpRequestError, RawContractError, zeroAddress } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import { IndexError } from '../src/chain/indexClient.ts'
import { refusalOf } from '../src/chain/refusal.ts'
import { plainRefusal } from '../src/chain/refused.ts'
import { Failed } from '../src/ui/Failed.tsx'
import { shortAddress } from '../src/words/format.ts'
import { refusals } from '../src/words/refusals/words.ts'

let name: string | undefined
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => name }))

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
    const said = (who: string) => refusalOf(error).why.replace(zeroAddress, who)
    expect(await screen.findByText(said(shortAddress(zeroAddress)))).toBeTruthy()
    expect(screen.getByText('What now')).toBeTruthy()
    cleanup()
    name = 'Ada Rossi'
    render(<Failed error={error} />)
    expect(await screen.findByText(said('Ada Rossi'))).toBeTruthy()
  })

  it('is said to the reader where it is about their own account', () => {
    expect(refusalOf(reverted(), undefined, 'before', zeroAddress).why).toBe(
      'You are not on the voter list.',
    )
  })
})
