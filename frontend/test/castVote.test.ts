import { ballotDigest, ballotDigests, motionOf, type Paper } from '@phyle/sdk/ballot'
import { stringToHex } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActTools } from '../src/acts/act.ts'
import { useCastVote as castVote } from '../src/acts/castVote.ts'
import { RelayDown } from '../src/chain/relayClient.ts'
import { acts } from '../src/words/acts/words.ts'
import { address } from './kit/house.ts'

const paper: Paper = {
  chainId: 1,
  assembly: address(4),
  cooperative: 'La Louve',
  resolution: '#7',
  language: 'en',
  proposal: 7n,
  motion: motionOf([], '#7'),
}
const me = address(9)
const id = ballotDigest(paper, me, 'for')
const objected = ballotDigests(paper)(me, 'object', stringToHex('The river.'))
vi.mock('../src/acts/act.ts', () => ({ useAct: (perform: unknown) => perform }))
vi.mock('../src/generated/contracts.ts', () => ({
  readAssemblyBallotDigest: async () => id,
  readAssemblyObjectionDigest: async () => objected,
  readAssemblyChangeOf: async () => 2n,
  readAssemblyChangeDigest: async (_: unknown, { args }: { args: readonly bigint[] }) =>
    ballotDigests(paper)(me, 'for', undefined, args[3]),
}))

/** What the postbox answers, by method and path; nothing: the line is broken. */
type Postbox = (asked: string, body: unknown) => unknown
const bodies: [asked: string, body: Record<string, unknown>][] = []

function castWith(postbox: Postbox, reason = '', choice = 'for', by = 'relay') {
  bodies.length = 0
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const asked = `${init?.method ?? 'GET'} ${new URL(url).pathname}`
    const body = init?.body ? JSON.parse(String(init.body)) : null
    if (body) bodies.push([asked, body])
    const said = postbox(asked, body)
    if (said === undefined) throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(said))
  })
  const tools = {
    settings: { relayUrl: 'http://relay', chainId: 1 },
    account: me,
    config: {},
    client: { getBlock: async () => ({ timestamp: 1_000n }) },
    wallet: { signTypedData: async () => '0x01' },
    at() {},
  } as unknown as ActTools
  const perform = castVote() as unknown as (tools: ActTools, input: object) => Promise<unknown>
  return perform(tools, { paper, choice, by, reason })
}

describe('A vote that is brought to the postbox', () => {
  beforeEach(() => vi.unstubAllGlobals())

  it('is there where the answer was lost and the postbox has it', async () => {
    const there = { id, received: 1, state: 'waiting', choice: 'for' }
    expect(await castWith((asked) => (asked === 'GET /ballots' ? [there] : undefined))).toEqual({
      by: 'relay',
      ballot: there,
      kept: null,
    })
  })

  it('may be sent by oneself where the postbox has none; nothing else may', async () => {
    const cast = castWith((asked) => (asked === 'GET /ballots' ? [] : undefined))
    await expect(cast).rejects.toMatchObject({ refusal: acts.refusals.postboxDown })
    expect(new RelayDown().refusal.now).not.toContain('yourself')
  })

  it('is not known where the postbox says nothing at all', async () => {
    await expect(castWith(() => undefined)).rejects.toMatchObject({
      refusal: acts.refusals.postboxUnknown,
    })
  })

  it('goes with a reason that is later than what was said before, whatever the postbox says', async () => {
    const kept = [
      { member: address(8), issued: 9e9 },
      { member: me, issued: 1_005 },
    ]
    await castWith(
      (asked) => (asked === 'GET /reasons' ? kept : { ballot: { id } }),
      ' It is solid. ',
    )
    expect(new Map(bodies).get('POST /reasons')).toMatchObject({
      reason: 'It is solid.',
      issued: 1_006,
    })
  })

  it('ASM-9 holds the reason where it is an objection, and none beside it', async () => {
    await castWith(() => ({ ballot: { id: objected } }), ' The river. ', 'object')
    expect(bodies).toEqual([
      ['POST /ballots', expect.objectContaining({ choice: 'object', reason: 'The river.' })],
    ])
  })

  it('goes with a reason of now where the postbox invents a later one', async () => {
    await castWith(
      (asked) => (asked === 'GET /reasons' ? [{ member: me, issued: 9e9 }] : { ballot: { id } }),
      'It is solid.',
    )
    expect(new Map(bodies).get('POST /reasons')).toMatchObject({ issued: 1_000 })
  })

  it('ASM-12 changes a counted one under one number more than chain, postbox and device know', async () => {
    for (const [kept, number] of [
      [[], '3'],
      // What this device gave out before is not given out again, whoever kept it back.
      [[{ id, change: null, received: 1 }], '4'],
      [
        [
          { id, change: '1', received: 9 },
          { id, change: '5', received: 1 },
        ],
        '6',
      ],
      // Nobody is made to use numbers up.
      [[{ id, change: `${2n ** 256n - 1n}`, received: 1 }], '7'],
    ] as const) {
      const answers = (asked: string) => (asked === 'GET /ballots' ? kept : { ballot: { id } })
      await castWith(answers, '', 'for', 'change')
      expect(bodies).toEqual([['POST /ballots', expect.objectContaining({ change: number })]])
    }
  })
})
