import { ballotTypedData, changeTypedData } from '@phyle/sdk/ballot'
import type { KeptBallot } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES, type Choice } from '@phyle/sdk/chapters/assembly/enums'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../src/chain/indexClient.ts'
import {
  countedTwice,
  type OnChain,
  provesItself,
  recountFile,
  tried,
} from '../src/features/assembly/recount/ballotFile.ts'
import { tooMany } from './kit/node.ts'
import { paper, rule } from './kit/vote.ts'

const people = [1, 2, 3, 4].map((n) => privateKeyToAccount(`0x${n.toString(16).padStart(64, '0')}`))
const [ada, bo, chi, dee] = people as [
  (typeof people)[0],
  (typeof people)[0],
  (typeof people)[0],
  (typeof people)[0],
]

const SNAPSHOT = 1_000
const word = (id: number) => BigInt(id) | (1n << 40n)

const terms = {
  paper,
  rule,
  classes: [{ name: 'worker', share: 10_000, user: true, members: 4 }],
  snapshot: SNAPSHOT,
  words: new Map(people.map(({ address }, at) => [address.toLowerCase(), word(at + 1)])),
  checkAccount: async () => false,
}

const signed = async (who: (typeof people)[0], choice: Choice): Promise<KeptBallot> => ({
  voter: who.address,
  choice,
  signature: await who.signTypedData(ballotTypedData(paper, who.address, choice)),
  reason: null,
  change: null,
})

const inPerson = (who: (typeof people)[0], choice: Choice): KeptBallot => ({
  voter: who.address,
  choice,
  signature: null,
  reason: null,
  change: null,
})

const official = [
  {
    name: 'worker',
    share: 10_000,
    user: true,
    members: 4,
    for: 2,
    against: 1,
    abstain: 0,
    object: 0,
  },
]

/** Ada and Bo signed For and Against, Chi voted For in person. */
const genuine = async () => [
  await signed(ada, 'for'),
  await signed(bo, 'against'),
  inPerson(chi, 'for'),
]

const truth = new Map<string, OnChain>([
  [ada.address, [2, CHOICES.indexOf('for')]],
  [bo.address, [2, CHOICES.indexOf('against')]],
  [chi.address, [3, CHOICES.indexOf('for')]],
])

const count = (file: readonly KeptBallot[], tallies = official) =>
  recountFile(
    terms,
    file,
    file.map(({ voter }) => truth.get(voter) ?? [0, 0]),
    tallies,
  )

describe('A file of ballots', () => {
  it('is counted where it holds: every signature, every vote in person, every sum', async () => {
    const counted = await count(await genuine())
    expect(counted?.checked).toBe(2)
    expect(counted?.ballots.map(({ wallet, choice, route }) => [wallet, choice, route])).toEqual([
      [ada.address, 'for', 'carried'],
      [bo.address, 'against', 'carried'],
      [chi.address, 'for', 'direct'],
    ])
  })

  it('ASM-12 holds with a change in the place of the ballot, under its own number alone', async () => {
    const [, second, third] = await genuine()
    const signature = await ada.signTypedData(changeTypedData(paper, ada.address, 'for', 4n))
    const changed: KeptBallot = {
      ...{ voter: ada.address, choice: 'for', reason: null },
      ...{ signature, change: '4' },
    }
    const counted = await count([changed, second!, third!])
    expect(counted?.ballots[0]).toMatchObject({ wallet: ada.address, route: 'carried', change: 4n })
    expect(await count([{ ...changed, change: '5' }, second!, third!])).toBeNull()
    expect(await count([{ ...changed, change: null }, second!, third!])).toBeNull()
  })

  it('is refused with a choice altered', async () => {
    const [first, second, third] = await genuine()
    expect(await count([{ ...first!, choice: 'against' }, second!, third!])).toBeNull()
    expect(await count([first!, second!, { ...third!, choice: 'against' }])).toBeNull()
  })

  it('is refused with two choices swapped, so that the sums stay', async () => {
    const [first, second, third] = await genuine()
    const swapped = [await signed(ada, 'against'), await signed(bo, 'for'), third!]
    expect(await count(swapped)).toBeNull()
    expect(
      await count([first!, { ...second!, choice: 'for' }, { ...third!, choice: 'against' }]),
    ).toBeNull()
  })

  it('is refused with a ballot left out', async () => {
    const file = await genuine()
    for (const at of file.keys()) expect(await count(file.toSpliced(at, 1))).toBeNull()
  })

  it('is refused with a signature forged, or one of somebody else', async () => {
    const [first, second, third] = await genuine()
    const forged = { ...first!, signature: second!.signature }
    expect(await count([forged, second!, third!])).toBeNull()
  })

  it('is refused with a ballot twice', async () => {
    const [first, second, third] = await genuine()
    expect(await count([first!, first!, second!, third!])).toBeNull()
    expect(await count([first!, second!, third!, third!])).toBeNull()
  })

  it('is refused with the ballot of somebody who did not vote', async () => {
    const file = [...(await genuine()), await signed(dee, 'for')]
    expect(await count(file, [{ ...official[0]!, for: 3 }])).toBeNull()
  })

  it('does not prove itself where the signature of a carried ballot is missing', async () => {
    const [first, second, third] = await genuine()
    const onChain = [...truth.values()]
    expect(provesItself([first!, second!, third!], onChain)).toBe(true)
    expect(provesItself([{ ...first!, signature: null }, second!, third!], onChain)).toBe(false)
  })
})

describe('A file that could not be held against the network', () => {
  it('is not called false because the node or the index did not answer', async () => {
    expect(await tried(() => Promise.reject(tooMany()))).toBeUndefined()
    expect(await tried(() => Promise.reject(new IndexError(0, 'no answer')))).toBeUndefined()
    expect(await tried(() => Promise.reject(new TypeError('it is no list')))).toBeNull()
  })
})

describe('A count from the network', () => {
  const counting = async () => {
    const whole = await count(await genuine())
    if (!whole) throw new Error('it holds')
    const short = { ...whole, classes: [{ ...official[0]!, for: 1 }] }
    return { whole, short }
  }

  it('is made again before it is called another than the official one', async () => {
    const { whole, short } = await counting()
    const counts = [short, whole]
    const read = async () => counts.shift() ?? whole
    expect(await countedTwice(read, async () => official)).toEqual({ count: whole, same: true })
    expect(counts).toEqual([])
  })

  it('is called another one where that does not help', async () => {
    const { short } = await counting()
    const told = countedTwice(
      async () => short,
      async () => official,
    )
    expect(await told).toEqual({ count: short, same: false })
  })
})
