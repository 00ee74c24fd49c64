import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, erc20Abi } from 'viem'
import { describe, expect, it } from 'vitest'
import { confirmed, firstAsked } from '../src/chain/asked.ts'
import { readCall } from '../src/chain/readCall.ts'
import { groupsOf } from '../src/shell/ExamplePeople.tsx'
import { offered, phoneWallets } from '../src/shell/wallets.ts'

const someone = (name: string, address: string, ...roles: string[]) =>
  ({ name, address, roles }) as unknown as Parameters<typeof groupsOf>[0][number]

const ada = someone('Ada Moreau', '0xa', 'Steward, La Louve')
const bo = someone('Bo Lindqvist', '0xb', 'User, BEES Coop')
const cy = someone('Cy Twin', '0xc', 'User, BEES Coop', 'Worker, La Louve')
const firm = someone('Atelier Nord GmbH', '0xd')
const all = [ada, bo, cy, firm]
const named = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ name, people }) => [name, people.map((one) => one.name)])

describe('The example people', () => {
  it('stand together by co-op; whoever is in two stands in both', () => {
    expect(named(groupsOf(all, [], ''))).toEqual([
      ['La Louve', ['Ada Moreau', 'Cy Twin']],
      ['BEES Coop', ['Bo Lindqvist', 'Cy Twin']],
      ['In no co-op', ['Atelier Nord GmbH']],
    ])
  })

  it('begin with whom one was lately, the last first', () => {
    expect(named(groupsOf(all, ['0xd', '0xa', '0xgone'], ''))[0]).toEqual([
      'Recent',
      ['Atelier Nord GmbH', 'Ada Moreau'],
    ])
  })

  it('are found by name, co-op and group', () => {
    expect(named(groupsOf(all, [], 'ada'))).toEqual([['La Louve', ['Ada Moreau']]])
    expect(named(groupsOf(all, [], 'bees')).flat(2)).not.toContain('Ada Moreau')
    expect(named(groupsOf(all, [], 'steward'))).toEqual([['La Louve', ['Ada Moreau']]])
    expect(groupsOf(all, ['0xa'], 'nobody')).toEqual([])
  })
})

describe('What an example person is asked', () => {
  it('waits for them, one after the other, and goes on when confirmed', async () => {
    const first = confirmed('Ada', { to: 'signText', text: 'one' })
    const second = confirmed('Ada', { to: 'signText', text: 'two' })
    expect(firstAsked()?.wish).toEqual({ to: 'signText', text: 'one' })
    firstAsked()?.answer(true)
    await first
    expect(firstAsked()?.wish).toEqual({ to: 'signText', text: 'two' })
    firstAsked()?.answer(false)
    await expect(second).rejects.toMatchObject({ code: 4001 })
    expect(firstAsked()).toBeUndefined()
  })

  it('is read from the bytes of a call', () => {
    const lend = encodeFunctionData({
      abi: iCommonsBondsAbi,
      functionName: 'subscribe',
      args: [7n, 60n],
    })
    expect(readCall(lend)?.name).toBe('subscribe')
    expect(readCall(lend)?.args.map(([, value]) => value)).toEqual([7n, 60n])
    const to = `0x${'11'.repeat(20)}` as const
    const pay = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to, 5n] })
    expect(readCall(pay)).toEqual({ name: 'transfer', args: expect.anything() })
    expect(readCall('0x')).toBeNull()
    expect(readCall('0xdeadbeef')).toBeNull()
    expect(readCall(lend.slice(0, 40) as `0x${string}`)).toBeNull()
  })
})

describe('The wallets that are offered', () => {
  const any = { id: 'injected', type: 'injected', name: 'Injected' }
  const fox = { id: 'io.metamask', type: 'injected', name: 'MetaMask' }
  const person = { id: 'example:0xa', type: 'examplePerson', name: 'Ada' }

  it('are those that announced themselves', () => {
    expect(offered([any, person, fox], true).map(({ name }) => name)).toEqual(['MetaMask'])
  })

  it('is what the browser has, where nothing was announced', () => {
    expect(offered([any, person], true)).toEqual([
      { connector: any, name: 'The wallet of this browser' },
    ])
  })

  it('are none where there is none', () => {
    expect(offered([any, person], false)).toEqual([])
  })

  it('are reached from a phone by links that open this page', () => {
    const links = phoneWallets('https://phyle.example/app/#/decisions/7')
    expect(links.map(({ href }) => href)).toEqual([
      'https://link.metamask.io/dapp/phyle.example/app/#/decisions/7',
      'https://go.cb-w.com/dapp?cb_url=https%3A%2F%2Fphyle.example%2Fapp%2F%23%2Fdecisions%2F7',
      'https://link.trustwallet.com/open_url?coin_id=60&url=https%3A%2F%2Fphyle.example%2Fapp%2F%23%2Fdecisions%2F7',
    ])
  })
})
