// SPDX-License-Identifier: AGPL-3.0-or-later
/** A local chain in this process: as `hardhat node` serves it, but it mines only when asked. */
import { HDNodeWallet, Mnemonic } from 'ethers'
import hre from 'hardhat'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { HISTORY_DAYS } from '../../scripts/seed/history.ts'

const HOST = '127.0.0.1'
const PHRASE = 'test test test test test test test test test test test junk'
const DAY_MS = 86_400_000
/** As in `hardhat.config.ts`. */
const ACCOUNTS = 40
const COIN = 10n ** 22n

const root = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PHRASE), "m/44'/60'/0'/0")

/** The key of an account of the local chain. */
export const keyOf = (number: number): PrivateKeyAccount =>
  privateKeyToAccount(root.deriveChild(number).privateKey as `0x${string}`)

/** Given whole: from a phrase Hardhat takes most of a second for the keys of every chain. */
const accounts = Array.from({ length: ACCOUNTS }, (_, number) => ({
  privateKey: root.deriveChild(number).privateKey,
  balance: COIN,
}))

export interface Chain {
  readonly url: string
  close(): Promise<void>
}

/** Each begins at a moment of its own, by which its first block is told from that of another. */
export async function openChain(): Promise<Chain> {
  const server = await hre.network.createServer(
    {
      network: 'node',
      override: {
        initialDate: new Date(Date.now() - HISTORY_DAYS * DAY_MS),
        mining: { auto: true, interval: 0 },
        accounts,
      },
    },
    HOST,
    0,
  )
  const { port } = await server.listen()
  return { url: `http://${HOST}:${port}`, close: () => server.close() }
}
