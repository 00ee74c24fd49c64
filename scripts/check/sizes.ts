// SPDX-License-Identifier: AGPL-3.0-or-later
import { artifactsBelow } from '../artifacts.ts'
import type { Check } from './check.ts'

/** EIP-170. */
const MOST_BYTES = 24_576

const bytesOf = (hex: string) => (hex.length - 2) / 2

export const sizes: Check = {
  title: `Every contract is below ${MOST_BYTES} bytes`,
  async problems() {
    const artifacts = await artifactsBelow('contracts')
    return artifacts
      .map(({ name, deployedBytecode }) => ({ name, bytes: bytesOf(deployedBytecode) }))
      .filter(({ bytes }) => bytes >= MOST_BYTES)
      .map(({ name, bytes }) => `${name} has ${bytes} bytes`)
  },
}
