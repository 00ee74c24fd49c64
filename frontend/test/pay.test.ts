import type { Address } from 'viem'
import { domainSeparator } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import type { ActTools } from '../src/acts/act.ts'
import { pay } from '../src/acts/pay.ts'
import { Refused } from '../src/chain/refused.ts'

const token: Address = '0x00000000000000000000000000000000000000c0'
const account: Address = '0x00000000000000000000000000000000000000a1'
const spender: Address = '0x00000000000000000000000000000000000000f0'
const domain = { name: 'Euro', version: '1', chainId: 31_337, verifyingContract: token }
const signature = `0x${'11'.repeat(32)}${'22'.repeat(32)}1b` as const

interface World {
  balance?: bigint
  allowance?: bigint
  /** What the token answers; a missing answer is a revert. */
  answers?: Record<string, unknown>
  code?: `0x${string}`
}

function setUp({ balance = 100n, allowance = 0n, answers = {}, code }: World) {
  const all: Record<string, unknown> = { balanceOf: balance, allowance, nonces: 7n, ...answers }
  const sent: object[] = []
  const transact = vi.fn(async (simulation: Promise<{ request: object }>) => {
    sent.push((await simulation).request)
    return { status: 'success' }
  })
  const signTypedData = vi.fn(async () => signature)
  const tools = {
    account,
    settings: { chainId: 31_337, currency: { symbol: 'EUR', decimals: 0 } },
    config: {
      getClient: () => ({
        chain: { id: 31_337 },
        readContract: async ({ functionName }: { functionName: string }) => {
          if (!(functionName in all)) throw new Error('reverted')
          return all[functionName]
        },
        simulateContract: async (request: object) => ({ request }),
      }),
    },
    client: {
      getCode: async () => code,
      getBlock: async () => ({ timestamp: 1_000n }),
    },
    wallet: { signTypedData },
    at: () => {},
    transact,
  } as unknown as ActTools
  const signed = vi.fn(async () => ({ status: 'success' }) as never)
  const plain = vi.fn(async () => ({ status: 'success' }) as never)
  const run = () => pay(tools, { token, spender, amount: 60n, signed, plain })
  return { run, signed, plain, sent, transact, signTypedData }
}

const separator = { DOMAIN_SEPARATOR: domainSeparator({ domain }) }
const told = { eip712Domain: ['0x0f', 'Euro', '1', 31_337n, token, '0x', []] }

describe('paying with the cash token', () => {
  it('takes one signature and one transaction where the token can', async () => {
    const { run, signed, transact, signTypedData } = setUp({ answers: { ...separator, ...told } })
    await run()
    expect(signTypedData).toHaveBeenCalledWith(
      expect.objectContaining({
        domain,
        message: { owner: account, spender, value: 60n, nonce: 7n, deadline: 4_600n },
      }),
    )
    expect(signed).toHaveBeenCalledOnce()
    expect(transact).not.toHaveBeenCalled()
  })

  it('finds the domain of older tokens by their name and version', async () => {
    const { run, signed } = setUp({ answers: { ...separator, name: 'Euro' } })
    await run()
    expect(signed).toHaveBeenCalledOnce()
  })

  it('gives an allowance of exactly the amount where the token takes no signature', async () => {
    const { run, plain, sent, signTypedData } = setUp({})
    await run()
    expect(sent).toMatchObject([{ account, functionName: 'approve', args: [spender, 60n] }])
    expect(plain).toHaveBeenCalledOnce()
    expect(signTypedData).not.toHaveBeenCalled()
  })

  it('asks for no signature under a domain that the token does not have', async () => {
    const { run, signTypedData } = setUp({ answers: { ...separator, name: 'Another' } })
    await run()
    expect(signTypedData).not.toHaveBeenCalled()
  })

  it('gives an allowance where the wallet is a contract', async () => {
    const answers = { ...separator, ...told }
    const contract = setUp({ answers, code: '0x6001' })
    await contract.run()
    expect(contract.plain).toHaveBeenCalledOnce()
    const delegated = setUp({ answers, code: `0xef0100${'33'.repeat(20)}` })
    await delegated.run()
    expect(delegated.signed).toHaveBeenCalledOnce()
  })

  it('uses an allowance that is there already', async () => {
    const { run, plain, transact } = setUp({ allowance: 60n })
    await run()
    expect(plain).toHaveBeenCalledOnce()
    expect(transact).not.toHaveBeenCalled()
  })

  it('refuses in words, and sends nothing, when the wallet holds too little', async () => {
    const { run, signed, plain, transact } = setUp({ balance: 59n })
    await expect(run()).rejects.toBeInstanceOf(Refused)
    expect(signed).not.toHaveBeenCalled()
    expect(plain).not.toHaveBeenCalled()
    expect(transact).not.toHaveBeenCalled()
  })
})
