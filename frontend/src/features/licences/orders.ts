import { purchaseOrderDigest } from '@phyle/sdk/licence'
import type { Hex } from 'viem'

const ORDERS = 'phyle.orders'

const all = () => JSON.parse(localStorage.getItem(ORDERS) ?? '{}') as Record<string, string>

/** The chain keeps a fingerprint of a purchase order number; this device keeps the number. */
export function rememberOrder(number: string) {
  const text = number.trim()
  if (text === '') return
  localStorage.setItem(ORDERS, JSON.stringify({ ...all(), [purchaseOrderDigest(text)]: text }))
}

export const orderOf = (digest: Hex): string | null => all()[digest] ?? null
