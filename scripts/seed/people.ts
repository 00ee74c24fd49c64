// SPDX-License-Identifier: AGPL-3.0-or-later
import { HDNodeWallet, Mnemonic } from 'ethers'

/** The well-known mnemonic of local development chains. Whoever holds money on it loses it. */
const PHRASE = 'test test test test test test test test test test test junk'
const FIRST_PERSON = 100

const root = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PHRASE), "m/44'/60'/0'/0")

/** The key that pays for what anyone may send: foundings, batches, chores. */
export function carrierKey(): HDNodeWallet {
  return root.deriveChild(0)
}

/** The key of the body that gets what is left of the example's co-ops. */
export function bodyKey(): HDNodeWallet {
  return root.deriveChild(1)
}

/** The key of the example person with this number. */
export function keyOf(number: number): HDNodeWallet {
  return root.deriveChild(FIRST_PERSON + number)
}

/** Who can be chosen in the app of the local chain. */
export type ExamplePerson = {
  readonly name: string
  readonly address: string
  readonly privateKey: string
  readonly roles: readonly string[]
}
