// SPDX-License-Identifier: AGPL-3.0-or-later
import { type BytesLike, concat, keccak256, solidityPacked, toBeHex, zeroPadValue } from 'ethers'

type Claim = {
  readonly index: number
  readonly account: string
  readonly amount: bigint
  readonly proof: readonly string[]
}

/** A tree of equal claims as the Merkle distributor checks them; the first ten are of `person`. */
export function merkleTree(leaves: number, amount: bigint, person: string) {
  const accountOf = (index: number): string =>
    index < 10 ? person : zeroPadValue(toBeHex(index), 20)
  const leaf = (index: number): string =>
    keccak256(solidityPacked(['uint256', 'address', 'uint256'], [index, accountOf(index), amount]))
  const levels = [Array.from({ length: leaves }, (_, index) => leaf(index))]
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const pairs = Math.ceil(level.length / 2)
    levels.push(Array.from({ length: pairs }, (_, i) => parent(level[2 * i], level[2 * i + 1])))
  }
  const root = levels.at(-1)?.[0] ?? ''
  const claim = (index: number): Claim => {
    const proof: string[] = []
    let place = index
    for (const level of levels.slice(0, -1)) {
      const sibling = level[place ^ 1]
      if (sibling !== undefined) proof.push(sibling)
      place >>= 1
    }
    return { index, account: accountOf(index), amount, proof }
  }
  return { root, claim }
}

function parent(a: BytesLike | undefined, b: BytesLike | undefined): string {
  if (a === undefined) throw new Error('a level without a left leaf')
  if (b === undefined) return a as string
  return keccak256(a < b ? concat([a, b]) : concat([b, a]))
}
