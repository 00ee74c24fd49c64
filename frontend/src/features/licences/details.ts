import { useCallback, useState } from 'react'
import type { Address, Hex } from 'viem'
import { exactly, readPercent } from '../../chain/typedMoney.ts'
import { device, readKept } from '../../device/storage.ts'

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
export function detailsOf(fingerprint: Hex, supplier: Address, customer: Address): Details {
  const { parties, receipts } = all()
  return {
    ...NO_RECEIPT,
    ...receipts[fingerprint],
    supplier: parties[supplier] ?? NO_PARTY,
    customer: parties[customer] ?? NO_PARTY,
  }
}

export function useDetails(fingerprint: Hex, supplier: Address, customer: Address) {
  const [details, setDetails] = useState(() => detailsOf(fingerprint, supplier, customer))
  const change = useCallback(
    (next: Details) => {
      const { parties, receipts } = all()
      const { supplier: from, customer: to, purchaseOrder, taxRate } = next
      const kept: Kept = {
        parties: { ...parties, [supplier]: from, [customer]: to },
        receipts: { ...receipts, [fingerprint]: { purchaseOrder, taxRate } },
      }
      device.set(KEPT, JSON.stringify(kept))
      setDetails(next)
    },
    [fingerprint, supplier, customer],
  )
  return [details, change] as const
}

/** The tax rate that was typed, in basis points; null where it is none, or has two meanings. */
export const rateOf = (typed: string): bigint | null => exactly(readPercent(typed))

/** The tax that an amount contains, in whole coins, at a rate in basis points. */
export function taxIn(gross: bigint, bps: bigint, coin: bigint): { net: bigint; tax: bigint } {
  const size = gross < 0n ? -gross : gross
  const whole = (10_000n + bps) * coin
  const net = ((2n * size * 10_000n + whole) / (2n * whole)) * coin
  const tax = size - net
  return gross < 0n ? { net: -net, tax: -tax } : { net, tax }
}
