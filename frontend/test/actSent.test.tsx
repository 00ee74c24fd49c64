import { act } from '@testing-library/react'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { acts } from '../src/words/acts/words.ts'
import { refusals } from '../src/words/refusals/words.ts'
import { MINUTE, pass, signedIn, standingClock, taking } from './kit/acting.tsx'
import { type Asked, another, browser, cancelling, tooMany } from './kit/node.ts'

describe('an act whose wallet was asked to send', () => {
  standingClock()

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
