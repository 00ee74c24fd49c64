import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { iLicencesAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { type Address, encodeFunctionData, type Hex, zeroAddress, zeroHash } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Exactly } from '../src/features/assembly/Exactly.tsx'
import { encodeCommonsFundPour, encodeCooperativePay } from '../src/generated/contracts.ts'
import { assembly } from '../src/words/assembly/words.ts'
import { address, house, readerIn } from './kit/house.ts'

const kept = vi.hoisted(() => ({ text: null as string | null }))
vi.mock('../src/chain/relay.ts', async (original) => ({
  ...(await original<typeof import('../src/chain/relay.ts')>()),
  useDocument: (digest: Hex | null) => ({ data: digest === null ? undefined : kept.text }),
}))
vi.mock('../src/ui/Person.tsx', () => ({
  Person: ({ address }: { address: string }) => <span>person {address}</span>,
}))

const currency = { symbol: 'EURd', decimals: 6, iso: 'EUR' }
const reader = readerIn(currency)
const invoice: Hex = `0x${'ab'.repeat(32)}`
const pay = (token: Address) => ({
  target: address(1),
  value: '0',
  data: encodeCooperativePay([token, address(50), 1_234_500_000n, GROUND.INVOICE, invoice, 0n]),
})
const show = (
  token: Address = house.cash,
  attachments: Parameters<typeof Exactly>[0]['attachments'] = [],
) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Exactly actions={[pay(token)]} reader={reader} attachments={attachments} />
    </QueryClientProvider>,
  )
/** The fold in which something stands, below that of the whole. */
const foldOf = (text: string) =>
  screen
    .getAllByText(text)
    .map((place) => place.closest('details')?.querySelector('summary')?.textContent)

describe('What exactly happens', () => {
  beforeEach(() => {
    kept.text = null
  })

  it('tells the federation’s cash as money, and the raw figure folded below', () => {
    show()
    expect(foldOf('1,234.50 euros')).toEqual([`›${assembly.actions.title}`])
    expect(foldOf('1234500000')).toEqual([`›${assembly.actions.held}`])
  })

  it('tells any other coin in its smallest unit, which nobody here can name', () => {
    show(address(60))
    expect(foldOf('1234500000')).toEqual([
      `›${assembly.actions.title}`,
      `›${assembly.actions.held}`,
    ])
    expect(screen.queryByText(/euros/)).toBeNull()
  })

  it('tells what is poured into the common fund as money', () => {
    render(
      <Exactly
        actions={[
          { target: house.fund, value: '0', data: encodeCommonsFundPour([250_000_000n, 0, 1n]) },
        ]}
        reader={reader}
        attachments={[]}
      />,
    )
    expect(foldOf('250 euros')).toEqual([`›${assembly.actions.title}`])
  })

  it('tells the money of every other call to the house, and what the values are called', () => {
    const licensee = address(1)
    const request = {
      licensee,
      work: 7n,
      claim: 1,
      tier: 2,
      duration: 31_536_000,
      maxFee: 240_000_000n,
      terms: 3n,
      deadline: 2_000_000_000,
      payer: zeroAddress,
      purchaseOrder: zeroHash,
      statement: invoice,
    }
    const acquire = encodeFunctionData({
      abi: iLicencesAbi,
      functionName: 'acquire',
      args: [request, '0x'],
    })
    const levy = encodeFunctionData({
      abi: iPhyleAbi,
      functionName: 'setLeastLevy',
      args: [12_000_000n],
    })
    render(
      <Exactly
        actions={[
          { target: house.licences, value: '0', data: acquire },
          { target: house.phyle, value: '0', data: levy },
        ]}
        reader={reader}
        attachments={[]}
      />,
    )
    for (const [said, raw] of [
      ['240 euros', '240000000'],
      ['12 euros', '12000000'],
    ] as const) {
      expect(foldOf(said)).toEqual([`›${assembly.actions.title}`])
      expect(foldOf(raw)).toEqual([`›${assembly.actions.held}`])
    }
    expect(screen.getAllByText('Max fee')).toHaveLength(2)
    expect(screen.queryByText('7 euros'), 'only what is money').toBeNull()
  })

  it('names an invoice that is among the attached files, and leads to it', () => {
    show(house.cash, [{ name: 'invoice.pdf', digest: invoice }])
    const place = document.createElement('div')
    place.id = `file-${invoice}`
    place.tabIndex = -1
    place.scrollIntoView = vi.fn()
    document.body.append(place)
    fireEvent.click(screen.getByText('invoice.pdf'))
    expect(place.scrollIntoView).toHaveBeenCalled()
    expect(document.activeElement).toBe(place)
    place.remove()
  })

  it('lets a document be read that the postbox keeps', () => {
    kept.text = 'Invoice 12: two sieves'
    show()
    expect(foldOf('Invoice 12: two sieves')).toEqual([`›${assembly.actions.read}`])
  })

  it('folds the fingerprint of a document that nobody has', () => {
    show()
    expect(foldOf(invoice)).toEqual([
      `›${assembly.actions.fingerprint}`,
      `›${assembly.actions.held}`,
    ])
  })
})
