import type { KeptProfile } from '@phyle/sdk/chapters/membership/api'
import { profileTypedData } from '@phyle/sdk/profile'
import { render, screen } from '@testing-library/react'
import { createPublicClient, custom, getAddress, numberToHex, padHex, zeroHash } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it, vi } from 'vitest'
import { asking } from '../src/chain/asking.ts'
import { callingFrom, type Sources } from '../src/chain/calling.ts'
import { isSigned } from '../src/chain/profileProof.ts'
import { NameFields, nameFaultWords } from '../src/features/membership/NameFields.tsx'
import { profile as words } from '../src/words/profile/words.ts'

const wallet = (number: number) => padHex(numberToHex(number), { size: 20 })
const [A, B, C] = [wallet(1), wallet(2), wallet(3)]
const none: Sources = {
  reader: new Map(),
  house: new Map(),
  chosen: new Map(),
  example: new Map(),
  ens: new Map(),
}
const chosen = (...names: readonly (readonly [string, string, number?])[]) =>
  new Map(names.map(([at, name, twins = 0]) => [at, { name, twins }]))

describe('names that are asked for', () => {
  it('show nothing again that was erased while an older answer was on its way', async () => {
    const of = asking<string>(10)
    const answer = Promise.withResolvers<ReadonlyMap<string, string>>()
    const asked = Promise.withResolvers<void>()
    of.want(A, () => {
      asked.resolve()
      return answer.promise
    })
    of.want(B, () => answer.promise)
    await asked.promise
    of.tell(A, null)
    const told = new Promise<void>((resolve) => of.subscribe(resolve))
    answer.resolve(
      new Map([
        [A, 'Ada Moreau'],
        [B, 'Bo'],
      ]),
    )
    await told
    expect([...of.known()]).toEqual([[B, 'Bo']])
  })
})

describe('what somebody is called', () => {
  it('is what the reader says first, then what they chose, then what the example and ENS say', () => {
    const sources = {
      reader: new Map([[A, 'My neighbour']]),
      house: new Map(),
      chosen: chosen([A, 'Ada Moreau'], [B, 'Bo']),
      example: new Map([
        [B, 'Bo of the example'],
        [C, 'Chi'],
      ]),
      ens: new Map([[C, 'chi.eth']]),
    }
    const calling = callingFrom(sources)
    expect(calling.get(A)).toEqual({
      name: 'My neighbour',
      source: 'reader',
      twin: false,
      chosen: 'Ada Moreau',
    })
    expect(calling.get(B)?.name).toBe('Bo')
    expect(calling.get(C)).toEqual({ name: 'Chi', source: 'example', twin: false })
  })

  it('tells twins apart, in capitals and in letters of other scripts as well', () => {
    const calling = callingFrom({ ...none, chosen: chosen([A, 'Ada Moreau'], [B, 'АDА MOREAU']) })
    expect([A, B].map((at) => calling.get(at)?.twin)).toEqual([true, true])
  })

  it('marks who imitates one that the reader named, a co-op or a contract, and not these', () => {
    const calling = callingFrom({
      ...none,
      reader: new Map([[A, 'Ada Moreau']]),
      house: new Map([[C, 'the common fund']]),
      chosen: chosen([B, 'Ada Moreau'], [wallet(4), 'The common fund']),
    })
    expect([A, B, C, wallet(4)].map((at) => calling.get(at)?.twin)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  it('marks who has a twin that only the postbox knows of', () => {
    const calling = callingFrom({ ...none, chosen: chosen([A, 'Ada Moreau', 1], [B, 'Bo']) })
    expect([A, B].map((at) => calling.get(at)?.twin)).toEqual([true, false])
  })

  it('never lets a chosen name stand in for that of a co-op', () => {
    const calling = callingFrom({
      ...none,
      house: new Map([[A, 'Scopéli']]),
      chosen: chosen([A, 'Something else']),
    })
    expect(calling.get(A)?.name).toBe('Scopéli')
  })
})

describe('a profile from the postbox', () => {
  const account = privateKeyToAccount(generatePrivateKey())
  const calls: string[] = []
  const client = createPublicClient({
    transport: custom(
      {
        request: async ({ method }: { method: string }) => {
          calls.push(method)
          throw new Error('no answer')
        },
      },
      { retryCount: 0 },
    ),
  })
  const signed = async (): Promise<KeptProfile> => {
    const profile = {
      chainId: 7,
      member: account.address,
      name: 'Ada Moreau',
      picture: zeroHash,
      issued: 5,
    }
    const signature = await account.signTypedData(profileTypedData(profile))
    const { chainId: _chain, ...kept } = profile
    return { ...kept, signature, twins: 0 }
  }

  it('is shown when its wallet signed every part of it, without asking the network', async () => {
    expect(await isSigned(client, 7, await signed())).toBe(true)
    expect(calls).toEqual([])
  })

  it('is not shown when any part was changed, or the network does not answer for an account', async () => {
    const good = await signed()
    const changes: readonly Partial<KeptProfile>[] = [
      { name: 'Ada Morel' },
      { picture: padHex('0x1', { size: 32 }) },
      { issued: 6 },
      { member: getAddress(A) },
      { signature: '0x' },
    ]
    for (const change of changes) {
      expect(await isSigned(client, 7, { ...good, ...change }), JSON.stringify(change)).toBe(false)
    }
    expect(await isSigned(client, 8, good)).toBe(false)
  })

  it('is not shown when its name misleads, though it is signed', async () => {
    const profile = { member: account.address, name: 'Ada\u202e', picture: zeroHash, issued: 5 }
    const signature = await account.signTypedData(profileTypedData({ ...profile, chainId: 7 }))
    expect(await isSigned(client, 7, { ...profile, signature, twins: 0 })).toBe(false)
  })
})

describe('many wallets', () => {
  it('are asked for together, and what fails forgets nothing', async () => {
    vi.useFakeTimers()
    try {
      const names = asking<string>(2)
      const asks: string[][] = []
      const ask = async (wallets: readonly string[]) => {
        asks.push([...wallets])
        return new Map(wallets.map((at) => [at, `name of ${at}`]))
      }
      for (const at of [A, B, C, A]) names.want(at, ask)
      await vi.advanceTimersByTimeAsync(50)
      expect(asks).toEqual([[A, B], [C]])
      expect(names.known().size).toBe(3)
      names.want(A, ask)
      await vi.advanceTimersByTimeAsync(50)
      expect(asks).toHaveLength(2)
      await vi.advanceTimersByTimeAsync(61_000)
      names.want(A, () => Promise.reject(new Error('no answer')))
      await vi.advanceTimersByTimeAsync(50)
      expect(names.known().get(A)).toBe(`name of ${A}`)
      names.tell(A, null)
      expect(names.known().has(A)).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('typing a name', () => {
  it('says what is wrong with it', () => {
    expect(nameFaultWords('Ada Moreau ')).toBeUndefined()
    expect(nameFaultWords('')).toBe(words.faults.empty)
    expect(nameFaultWords('0xab12cd34')).toBe(words.faults.address)
    expect(nameFaultWords('ada.eth')).toBe(words.faults.address)
    expect(nameFaultWords('A\u200bda')).toBe(words.faults.hidden)
    expect(nameFaultWords('a'.repeat(65))).toBe(words.faults.long)
    render(<NameFields value={{ name: 'A\u202eda', image: null }} onChange={() => {}} />)
    expect(screen.getByRole('alert').textContent).toBe(words.faults.hidden)
  })
})
