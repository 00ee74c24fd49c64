import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import {
  type Address,
  encodeErrorResult,
  encodeFunctionData,
  type Hex,
  RpcRequestError,
  UserRejectedRequestError,
} from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WagmiProvider } from 'wagmi'
import { connect } from 'wagmi/actions'
import { device } from '../src/device/storage.ts'
import { acts } from '../src/words/acts/words.ts'
import { refusals } from '../src/words/refusals/words.ts'
import { type Asked, another, browser, cancelling, env, me, Node, tooMany } from './kit/node.ts'

const membership: Address = '0x00000000000000000000000000000000000000b0'
const data = encodeFunctionData({ abi: iMembershipAbi, functionName: 'resign' })
const MINUTE = 60_000

/** A page as it is after it was loaded: only what the device keeps is left of the one before. */
async function load(world: ReturnType<typeof browser>) {
  cleanup()
  vi.clearAllTimers()
  vi.resetModules()
  const [{ useResign }, { EnvProvider }, { UnderWay }] = await Promise.all([
    import('../src/acts/membership.ts'),
    import('../src/chain/settings.tsx'),
    import('../src/shell/UnderWay.tsx'),
    // Loaded when something is under way; here no time is to pass for it.
    import('../src/shell/UnderWayList.tsx'),
  ])
  const queries = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EnvProvider env={env}>
      <WagmiProvider config={world.config} reconnectOnMount={false}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </WagmiProvider>
    </EnvProvider>
  )
  render(<UnderWay />, { wrapper })
  const { result } = renderHook(useResign, { wrapper })
  const { result: second } = renderHook(useResign, { wrapper })
  return {
    queries,
    state: () => result.current.state,
    busy: () => result.current.busy,
    /** Begins, and goes on for as long as nothing has to be waited for. */
    resign: async () => {
      act(() => void result.current.run(membership))
      await pass(0)
    },
    /** Twice in one moment, from two parts of the page. */
    resignTwice: async () => {
      act(() => {
        void result.current.run(membership)
        void second.current.run(membership)
      })
      await pass(0)
      return [result.current.state, second.current.state]
    },
    list: () => screen.queryByRole('region', { name: acts.title })?.textContent ?? null,
  }
}

/** What a node answers that keeps no old states. */
const forgotten = () =>
  new RpcRequestError({
    body: {},
    url: '',
    error: { code: -32_000, message: 'missing trie node' },
  })

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function signedIn(world: ReturnType<typeof browser>) {
  await connect(world.config, { connector: world.connector })
  return load(world)
}

/** Takes it, and mines nothing yet. */
const taking = async (asked: Asked, node: Node): Promise<Hex> => node.take(asked)

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  window.localStorage.clear()
})

describe('an act', () => {
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

describe('an act whose wallet was asked to send', () => {
  it('goes on asking a node that answers 429, and never says that nothing was sent', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'confirming' })
    world.node.trouble = tooMany
    await pass(5 * MINUTE)
    expect(page.state()).toMatchObject({ step: 'unknown', hash: expect.stringMatching(/^0x/) })
    expect(page.busy(), 'no second one can be sent').toBe(true)
    world.node.trouble = () => undefined
    world.node.mine()
    await pass(MINUTE)
    expect(page.state()).toMatchObject({ step: 'done' })
    expect(world.sent).toHaveLength(1)
  })

  it('finds what the wallet sent although its answer was dropped', async () => {
    const world = browser({
      send: async (asked, node) => {
        node.take(asked)
        throw tooMany()
      },
    })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state().step, 'the node has it').toBe('confirming')
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({ step: 'done' })
    expect(world.node.recorded).toHaveLength(1)
  })

  it('finds it also when it was mined before anybody looked', async () => {
    const world = browser({
      send: async (asked, node) => {
        node.take(asked)
        node.mine()
        node.take(another)
        node.mine()
        throw new Error('the line broke')
      },
    })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({
      step: 'done',
      result: { transactionHash: world.node.recorded[0]?.hash },
    })
  })

  it('waits for a wallet that answers after a minute', async () => {
    const world = browser({
      send: async (asked, node) => {
        await new Promise((resolve) => setTimeout(resolve, MINUTE))
        return node.take(asked)
      },
    })
    const page = await signedIn(world)
    await page.resign()
    await pass(50_000)
    expect(page.state(), 'its screen is still open').toEqual({ step: 'signing' })
    await pass(15_000)
    expect(page.state()).toMatchObject({ step: 'confirming' })
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({ step: 'done' })
  })

  it('does not wait for the wallet where the network has it recorded', async () => {
    const world = browser({
      send: (asked, node) => {
        node.take(asked)
        node.mine()
        return new Promise(() => {})
      },
    })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toEqual({ step: 'signing' })
    await pass(25_000)
    expect(page.state()).toMatchObject({ step: 'done' })
  })

  it('says when the network has lost it, goes on looking, and finds it when it comes back', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    const state = page.state()
    const hash = 'hash' in state ? (state.hash as Hex) : '0x'
    world.node.lose(hash)
    await pass(30_000)
    expect(page.state().step, 'a node may be late').toBe('confirming')
    await pass(2 * MINUTE)
    expect(page.state()).toMatchObject({ step: 'unseen', hash })
    expect(page.busy()).toBe(true)
    world.node.take(world.sent[0] as Asked)
    world.node.mine()
    await pass(MINUTE)
    expect(page.state()).toMatchObject({ step: 'done' })
  })

  it('offers to try again only after the network had no trace of it, with the same number', async () => {
    let answers = 0
    const world = browser({
      send: async (asked, node) => {
        answers += 1
        if (answers === 1) throw new Error('insufficient funds for gas')
        return node.take(asked)
      },
    })
    const page = await signedIn(world)
    await page.resign()
    expect(page.state()).toMatchObject({ step: 'unknown', hash: null })
    await pass(10_000)
    const state = page.state()
    expect(state).toMatchObject({ step: 'unseen', hash: null })
    if (state.step !== 'unseen') throw new Error(state.step)
    expect(state.said).toContain(refusals.noMoneyForFee.why)
    act(() => state.giveUp())
    await pass(0)
    expect(page.state()).toEqual({ step: 'refused', refusal: acts.refusals.released })
    await page.resign()
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({ step: 'done' })
    expect(world.sent.map(({ nonce }) => nonce)).toEqual([undefined, '0x0'])
  })

  it.each([
    ['cancelled it', cancelling],
    ['sent something else in its place', another],
  ])('is not done when the person %s', async (_, other) => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    await pass(2_000)
    world.node.take(other, 0)
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toEqual({
      step: 'replaced',
      refusal: { ...acts.refusals.replaced, details: world.node.recorded[0]?.hash },
    })
  })

  it('is done when the person paid another fee for the same', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    const first = page.state()
    world.node.take(world.sent[0] as Asked, 0)
    await pass(2_000)
    const second = page.state()
    expect(second).toMatchObject({ step: 'confirming' })
    expect(second).not.toEqual(first)
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({
      step: 'done',
      result: { transactionHash: world.node.recorded[0]?.hash },
    })
  })

  it('is not called replaced while a late node has not seen it: the wallet may have given it the next number', async () => {
    const world = browser({
      send: async (asked, node) => {
        node.take(another)
        const hash = node.take(asked)
        node.late.add(hash)
        return hash
      },
    })
    const page = await signedIn(world)
    await page.resign()
    const [hash] = world.node.late
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({ step: 'confirming', hash })
    world.node.late.clear()
    world.node.mine()
    await pass(2_000)
    expect(page.state()).toMatchObject({ step: 'done', result: { transactionHash: hash } })
  })

  it('is found at the next number also when both were mined before anybody looked', async () => {
    const world = browser({
      send: async (asked, node) => {
        node.take(another)
        node.mine()
        node.take(asked)
        node.mine()
        node.mine()
        throw new Error('the line broke')
      },
    })
    const page = await signedIn(world)
    await page.resign()
    await pass(10_000)
    expect(page.state()).toMatchObject({
      step: 'done',
      result: { transactionHash: world.node.recorded[1]?.hash },
    })
  })

  it('is failed when what replaced it at another fee failed', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    world.node.status = '0x0'
    world.node.take(world.sent[0] as Asked, 0)
    world.node.mine()
    await pass(2_000)
    expect(page.state().step).toBe('failed')
  })
})

describe('what is under way', () => {
  it('stands on every page after a reload, until it is known, and is not sent twice', async () => {
    const world = browser({ send: taking })
    const before = await signedIn(world)
    await before.resign()
    expect(before.list(), 'the page itself tells it').toBeNull()

    const after = await load(world)
    await pass(0)
    expect(after.list()).toContain('Leaving a co-op')
    expect(after.list()).toContain(acts.state.sent)
    await after.resign()
    expect(after.state()).toEqual({ step: 'refused', refusal: acts.refusals.sameUnderWay })
    expect(world.sent).toHaveLength(1)

    world.node.mine()
    await pass(2_000)
    expect(after.list()).toContain(acts.state.done)
    act(() => screen.getByRole('button', { name: acts.dismiss }).click())
    expect(after.list()).toBeNull()
  })

  it('stands there also when the page was left while the wallet was open', async () => {
    const world = browser({ send: () => new Promise(() => {}) })
    const before = await signedIn(world)
    await before.resign()
    expect(before.state()).toEqual({ step: 'signing' })

    const after = await load(world)
    await pass(0)
    expect(after.list()).toContain(acts.state.asked)
    await after.resign()
    expect(after.state()).toEqual({ step: 'refused', refusal: acts.refusals.sameUnderWay })
    await pass(10_000)
    expect(after.list()).toContain(acts.state.unseen)

    // The person confirms it after all.
    world.node.take(world.sent[0] as Asked)
    world.node.mine()
    await pass(20_000)
    expect(after.list()).toContain(acts.state.done)
    expect(world.sent).toHaveLength(1)
  })

  it('says after a reload what was sent in its place', async () => {
    const world = browser({ send: taking })
    await (await signedIn(world)).resign()
    world.node.take(cancelling, 0)
    world.node.mine()
    const after = await load(world)
    await pass(0)
    expect(after.list()).toContain(acts.state.replaced)
    expect(after.list()).toContain(world.node.recorded[0]?.hash)
  })

  it('says what it cannot find out, where a node forgot the past', async () => {
    const world = browser({ send: taking })
    await (await signedIn(world)).resign()
    world.node.take(another, 0)
    for (let block = 0; block < 100; block += 1) world.node.mine()
    const old = /^eth_getTransactionCount .*,"0x/
    world.node.trouble = (method, params) =>
      old.test(`${method} ${JSON.stringify(params)}`) ? forgotten() : undefined
    const after = await load(world)
    await pass(0)
    await pass(10_000)
    expect(after.list()).toContain(acts.state.passed)
  })

  it('is asked of the wallet once, where two parts of the page begin it at the same moment', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    const [one, other] = await page.resignTwice()
    expect([one?.step, other]).toEqual([
      'confirming',
      { step: 'refused', refusal: acts.refusals.sameUnderWay },
    ])
    expect(world.sent).toHaveLength(1)
  })

  it('keeps the number of what was let go over a reload, so that only one of two can be recorded', async () => {
    let answers = 0
    const world = browser({
      send: async (asked, node) => {
        answers += 1
        if (answers === 1) throw new Error('the line broke')
        return node.take(asked)
      },
    })
    const before = await signedIn(world)
    await before.resign()
    await pass(10_000)
    const state = before.state()
    if (state.step !== 'unseen') throw new Error(state.step)
    act(() => state.giveUp())
    await pass(0)
    const after = await load(world)
    await after.resign()
    expect(world.sent.map(({ nonce }) => nonce)).toEqual([undefined, '0x0'])
  })

  it('stands there when the wallet sends it after somebody gave up on it in another tab', async () => {
    let confirm = () => {}
    const world = browser({
      send: (asked, node) =>
        new Promise((resolve) => {
          confirm = () => resolve(node.take(asked))
        }),
    })
    const page = await signedIn(world)
    await page.resign()
    device.remove('phyle.acts')
    await pass(25_000)
    expect(page.state()).toEqual({ step: 'refused', refusal: acts.refusals.released })
    confirm()
    await pass(0)
    expect(page.list()).toContain(acts.state.sent)
    await page.resign()
    expect(page.state()).toEqual({ step: 'refused', refusal: acts.refusals.sameUnderWay })
    expect(world.sent).toHaveLength(1)
  })

  it('was not sent when the wallet is not confirmed, also after another tab found no trace of it', async () => {
    let refuse = () => {}
    const world = browser({
      send: () =>
        new Promise((_, reject) => {
          refuse = () => reject(new UserRejectedRequestError(new Error('no')))
        }),
    })
    const page = await signedIn(world)
    await page.resign()
    const kept = JSON.parse(device.get('phyle.acts') ?? '[]') as object[]
    device.set('phyle.acts', JSON.stringify(kept.map((one) => ({ ...one, state: 'unseen' }))))
    refuse()
    await pass(0)
    expect(page.state()).toEqual({ step: 'refused', refusal: refusals.rejected })
    expect(page.list()).toBeNull()
  })

  it('is not called unsent where another tab saw it recorded and the node is silent now', async () => {
    const world = browser({ send: taking })
    const page = await signedIn(world)
    await page.resign()
    world.node.trouble = (method) =>
      method === 'eth_getTransactionReceipt' ? tooMany() : undefined
    const kept = JSON.parse(device.get('phyle.acts') ?? '[]') as object[]
    device.set('phyle.acts', JSON.stringify(kept.map((one) => ({ ...one, state: 'done' }))))
    world.node.mine()
    await pass(5_000)
    expect(page.state()).toMatchObject({ step: 'confirming' })
    world.node.trouble = () => undefined
    await pass(MINUTE)
    expect(page.state()).toMatchObject({ step: 'done', result: { status: 'success' } })
  })

  it('reads nothing that is not its own, whatever the browser kept', async () => {
    for (const kept of ['null', '{', '{"id":1}', '[1,null]', '[{"id":"a"}]']) {
      device.set('phyle.acts', kept)
      const page = await signedIn(browser())
      await pass(0)
      expect(page.list()).toBeNull()
    }
  })
})
