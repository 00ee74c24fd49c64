import { parseMoney } from '@phyle/sdk/units'

/** An amount above nothing that a field of so many bits has room for; null for everything else. */
export function typedMoney(typed: string, decimals: number, bits = 128): bigint | null {
  try {
    const amount = parseMoney(typed.replaceAll(/[\s\u00a0\u202f]/g, ''), decimals)
    return amount > 0n && amount < 1n << BigInt(bits) ? amount : null
  } catch {
    return null
  }
}
