import { type Address, createPublicClient, custom, getAddress, numberToHex, padHex } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ensNameOf } from '../src/chain/ens.ts'

const wallet = (number: number): Address => getAddress(padHex(numberToHex(number), { size: 20 }))
const [ada, resolver] = [wallet(1), wallet(2)]

const ens = vi.hoisted(() => ({ name: '' as string | null, leadsTo: '' }))
vi.mock('viem/ens', async (original) => ({
  ...(await original<typeof import('viem/ens')>()),
  getEnsName: async () => ens.name,
  getEnsAddress: async () => (ens.leadsTo === '' ? null : ens.leadsTo),
}))

const client = createPublicClient({ transport: custom({ request: async () => null }) })
const asked = () => ensNameOf(client, resolver, 1, ada)

describe('a name in ENS', () => {
  beforeEach(() => Object.assign(ens, { name: 'ada.eth', leadsTo: ada }))

  it('is shown where it leads back to the address', async () => {
    expect(await asked()).toBe('ada.eth')
  })

  it('is not shown where it leads elsewhere, nowhere, or is not written as ENS writes it', async () => {
    ens.leadsTo = wallet(3)
    expect(await asked()).toBeNull()
    ens.leadsTo = ''
    expect(await asked()).toBeNull()
    Object.assign(ens, { name: 'ADA.eth', leadsTo: ada })
    expect(await asked()).toBeNull()
    ens.name = null
    expect(await asked()).toBeNull()
  })
})
