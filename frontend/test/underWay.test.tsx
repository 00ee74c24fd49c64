import { act, screen } from '@testing-library/react'
import { RpcRequestError, UserRejectedRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { device } from '../src/device/storage.ts'
import { acts } from '../src/words/acts/words.ts'
import { refusals } from '../src/words/refusals/words.ts'
import { load, MINUTE, pass, signedIn, standingClock, taking } from './kit/acting.tsx'
import { type Asked, another, browser, cancelling, tooMany } from './kit/node.ts'

/** What a node answers that keeps no old states. */
const forgotten = () =>
  new RpcRequestError({
    body: {},
    url: '',
    error: { code: -32_000, message: 'missing trie node' },
  })

describe('what is under way', () => {
  standingClock()

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
