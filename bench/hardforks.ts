// SPDX-License-Identifier: AGPL-3.0-or-later

/** The rules that the ceilings are for. */
export const PRESENT = 'osaka'

/** The rules that come next, as far as the local chain has them; it calls them experimental. */
export const NEXT = 'amsterdam'

/** Under which rules this process runs its chains: the present ones, but where the bench asks. */
export const HARDFORK = process.env.PHYLE_HARDFORK ?? PRESENT

/**
 * What a chain under these rules is told. The next rules (EIP-8037) hold the cap on a transaction
 * (EIP-7825) against execution alone and let state be created beyond it; the local chain still holds
 * it against both together, and would refuse to deploy what those rules allow. So there it has no
 * cap, and the bench tells which job is above it.
 */
export function chainRules(hardfork: string) {
  return hardfork === PRESENT ? { hardfork } : { hardfork, transactionGasCap: false as const }
}

/** The most gas that a transaction may take (EIP-7825). */
export const TRANSACTION_CAP = 16_777_216
