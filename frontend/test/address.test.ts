import { describe, expect, it } from 'vitest'
import { typedAddress } from '../src/chain/typedAddress.ts'

const address = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'

describe('An address that a person typed', () => {
  it('is taken as written, in small letters, and with spaces around it', () => {
    expect(typedAddress(address)).toBe(address)
    expect(typedAddress(address.toLowerCase())).toBe(address)
    expect(typedAddress(` ${address}\n`)).toBe(address)
  })

  it('is refused with one wrong letter, or with too few', () => {
    expect(typedAddress(address.replace('aA96045', 'aa96045'))).toBeNull()
    expect(typedAddress(address.slice(0, -1))).toBeNull()
    expect(typedAddress('')).toBeNull()
  })
})
