import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import {
  encodeErrorResult,
  encodeFunctionData,
  RpcRequestError,
  UserRejectedRequestError,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { acts } from '../src/words/acts/words.ts'
import { refusals } from '../src/words/refusals/words.ts'
import { load, membership, signedIn, standingClock } from './kit/acting.tsx'
import { browser, me, Node, tooMany } from './kit/node.ts'

const data = encodeFunctionData({ abi: iMembershipAbi, functionName: 'resign' })

describe('an act', () => {
  standingClock()

  it('simulates, then sends exactly what was simulated, and waits for the record', async () => {
    const world = browser()
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'done', result: { status: 'success' } })
    const methods = world.node.asked.map(([method]) => method)
    expect(methods.indexOf('eth_call')).toBeLessThan(methods.indexOf('eth_sendTransaction'))
    expect(new Map(world.node.asked).get('eth_call')).toMatchObject([
      { from: me, to: membership, data },
      'latest',
    ])
    expect(world.sent).toMatchObject([{ from: me, to: membership, data }])
    expect(page.list(), 'nothing is left under way').toBeNull()
  })

  it('leaves no figures of before to the pages that are opened next', async () => {
    const page = await signedIn(browser())
    page.queries.setQueryData(['figures'], 'of before')
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'done' })
    expect(page.queries.getQueryData(['figures'])).toBeUndefined()
  })

  it('tells what the contract would refuse in words, before any wallet opens', async () => {
    const node = new Node()
    node.call = () => {
      throw new RpcRequestError({
        body: {},
        url: '',
        error: {
          code: 3,
          message: 'execution reverted',
          data: encodeErrorResult({ abi: iMembershipAbi, errorName: 'NotOnTheRoll', args: [me] }),
        },
      })
    }
    const world = browser({ node })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'refused', refusal: { details: 'NotOnTheRoll' } })
    expect(world.sent).toEqual([])
  })

  it('says that nothing was sent when the wallet is not confirmed', async () => {
    const world = browser({
      send: async () => {
        throw new UserRejectedRequestError(new Error('no'))
      },
    })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toEqual({ step: 'refused', refusal: refusals.rejected })
    await page.resign()
    expect(world.sent, 'it can be tried again at once').toHaveLength(2)
  })

  it('says that nothing was sent when the network fails before the wallet is asked', async () => {
    const world = browser()
    world.node.trouble = (method) => (method === 'eth_getTransactionCount' ? tooMany() : undefined)
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'refused', refusal: refusals.beforeSending })
    expect(world.sent).toEqual([])
  })

  it('says so when the network recorded a failure', async () => {
    const node = new Node()
    node.status = '0x0'
    const page = await signedIn(browser({ node }))
    await page.resign()
    const [sent] = node.recorded
    expect(page.state()).toEqual({
      step: 'failed',
      refusal: { ...acts.refusals.failed, details: sent?.hash },
    })
  })

  it('sends nothing from a wallet that stays on another network', async () => {
    const world = browser({ walletChain: 1 })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toEqual({
      step: 'refused',
      refusal: {
        why: refusals.wrongChain.why,
        now: refusals.wrongChain.now({ name: 'network 4242' }),
      },
    })
    expect(world.sent).toEqual([])
  })

  it('asks nobody who is not signed in', async () => {
    const world = browser()
    const page = await load(world)
    await page.resign()
    expect(page.state()).toEqual({ step: 'refused', refusal: refusals.signedOut })
    expect(world.node.asked).toEqual([])
  })
})
