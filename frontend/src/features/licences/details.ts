import { useCallback, useState } from 'react'
import type { Address, Hex } from 'viem'
import { device, readKept } from '../../chain/storage.ts'

/** What the holder of a receipt adds to it for their books; kept on this device only. */
export interface PartyDetails {
  readonly address: string
  readonly taxNumber: string
}

export interface ReceiptDetails {
  /** The holder's own order number, or the text of the order whose fingerprint is on the chain. */
  readonly purchaseOrder: string
  /** In per cent, as typed. */
  readonly taxRate: string
}

interface Kept {
  readonly parties: Readonly<Record<Address, PartyDetails>>
  readonly receipts: Readonly<Record<Hex, ReceiptDetails>>
}

const KEPT = 'phyle.invoices'
const NO_PARTY: PartyDetails = { address: '', taxNumber: '' }
const NO_RECEIPT: ReceiptDetails = { purchaseOrder: '', taxRate: '' }

const all = (): Kept => ({
  parties: {},
  receipts: {},
  ...readKept<Partial<Kept>>(device, KEPT, {}),
})

export interface Details extends ReceiptDetails {
  readonly supplier: PartyDetails
  readonly customer: PartyDetails
}

/** The details of one receipt. Those of a party come back on each of its receipts. */
export function detailsOf(head: Hex, supplier: Address, customer: Address): Details {
  const { parties, receipts } = all()
  return {
    ...NO_RECEIPT,
    ...receipts[head],
    supplier: parties[supplier] ?? NO_PARTY,
    customer: parties[customer] ?? NO_PARTY,
  }
}

export function useDetails(head: Hex, supplier: Address, customer: Address) {
  const [details, setDetails] = useState(() => detailsOf(head, supplier, customer))
  const change = useCallback(
    (next: Details) => {
      const { parties, receipts } = all()
      const { supplier: from, customer: to, purchaseOrder, taxRate } = next
      const kept: Kept = {
        parties: { ...parties, [supplier]: from, [customer]: to },
        receipts: { ...receipts, [head]: { purchaseOrder, taxRate } },
      }
      device.set(KEPT, JSON.stringify(kept))
      setDetails(next)
    },
    [head, supplier, customer],
  )
  return [details, change] as const
}

/** The tax that an amount contains, to the cent, at a rate in per cent with at most two decimals. */
export function taxIn(
  gross: bigint,
  rate: string,
  cent: bigint,
): { net: bigint; tax: bigint } | null {
  const read = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(rate.trim())
  if (!read) return null
  const bps = BigInt(read[1] ?? '0') * 100n + BigInt((read[2] ?? '').padEnd(2, '0') || '0')
  const size = gross < 0n ? -gross : gross
  const whole = (10_000n + bps) * cent
  const net = ((2n * size * 10_000n + whole) / (2n * whole)) * cent
  const tax = size - net
  return gross < 0n ? { net: -net, tax: -tax } : { net, tax }
}

/** The smallest coin of a currency that people count in. */
export const centOf = (decimals: number) => 10n ** BigInt(Math.max(0, decimals - 2))
