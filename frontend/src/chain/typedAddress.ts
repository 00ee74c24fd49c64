import { type Address, getAddress, isAddress } from 'viem'

/**
 * The address that a person typed. Written in small and capital letters its letters carry a check:
 * one wrong letter is refused here, before money goes to nobody.
 */
export function typedAddress(text: string): Address | null {
  const typed = text.trim()
  return isAddress(typed) ? getAddress(typed) : null
}
