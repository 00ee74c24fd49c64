// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who appears in the tests. The first seven found the co-op, the others stand outside. */
import { ethers, type Signer } from './chain.ts'

const FOUNDERS = ['ada', 'bo', 'chi', 'dee', 'eli', 'fay', 'gus'] as const
const OTHERS = ['hal', 'ivy', 'jan', 'kim', 'lou', 'mia', 'noa', 'oto', 'pia', 'carrier'] as const
const NAMES = [...FOUNDERS, ...OTHERS]

export type Name = (typeof NAMES)[number]
export type People = Readonly<Record<Name, Signer>>

/** Places of the classes in the example charter. */
export const WORKER = 0
export const USER = 1
const LENDER = 2

/** Ada, Chi and Eli work, Bo and Fay use, Dee and Gus lend. */
const CLASS_OF: Readonly<Record<(typeof FOUNDERS)[number], number>> = {
  ada: WORKER,
  bo: USER,
  chi: WORKER,
  dee: LENDER,
  eli: WORKER,
  fay: USER,
  gus: LENDER,
}

export async function people(): Promise<People> {
  const signers = await ethers.getSigners()
  return Object.fromEntries(NAMES.map((name, i) => [name, signers[i]])) as People
}

export type FounderOf = { readonly wallet: string; readonly class: number }

export function foundersOf(who: People): FounderOf[] {
  return FOUNDERS.map((name) => ({ wallet: who[name].address, class: CLASS_OF[name] }))
}

export function foundingSigners(who: People): Signer[] {
  return FOUNDERS.map((name) => who[name])
}
