// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as wait } from 'node:timers/promises'
import { type Provider, type Signer, Transaction } from 'ethers'

/**
 * The well-known deterministic deployer: it makes a contract by CREATE2 from `salt ++ init code`, so
 * that the address follows from those two alone, on every chain and whoever sends it.
 * Source: github.com/Arachnid/deterministic-deployment-proxy.
 */
export const DEPLOYER = '0x4e59b44847b379578588920cA78FbF26c0B4956C'

/** Makes the deployer. Signed once for all chains by a sender for whom nobody has a key. */
const PRESIGNED =
  '0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffff' +
  'ffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b' +
  '8082525050506014600cf31ba0222222222222222222222222222222222222222222222222222222222222222' +
  '2a02222222222222222222222222222222222222222222222222222222222222222'

/** The provider of a signer that must have one. */
export function providerOf(signer: Signer): Provider {
  if (!signer.provider) throw new Error('The signer is not connected to a chain')
  return signer.provider
}

/** Answers in a row that have to have it: behind one address stand nodes, some of them late. */
const SURE = 3
const MOST_LOOKS = 120
const ASK_AGAIN_MS = 500

/** The code that a mined transaction has put in a place, once the nodes know of it; `0x` if they never do. */
export async function codeMade(
  provider: Pick<Provider, 'getCode'>,
  address: string,
  pause: () => Promise<unknown> = () => wait(ASK_AGAIN_MS),
): Promise<string> {
  let seen = 0
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const code = await provider.getCode(address)
    seen = code === '0x' ? 0 : seen + 1
    if (seen === SURE) return code
    if (seen === 0) await pause()
  }
  return '0x'
}

/** Sets the deployer up where it is missing. */
export async function needDeployer(signer: Signer, log: (line: string) => void): Promise<void> {
  const provider = providerOf(signer)
  if ((await provider.getCode(DEPLOYER)) !== '0x') return

  const { from, gasLimit, gasPrice } = Transaction.from(PRESIGNED)
  if (from === null || gasPrice === null) throw new Error('The presigned transaction is damaged')
  const missing = gasLimit * gasPrice - (await provider.getBalance(from))
  if (missing > 0n) await (await signer.sendTransaction({ to: from, value: missing })).wait()
  await (await provider.broadcastTransaction(PRESIGNED)).wait()
  if ((await codeMade(provider, DEPLOYER)) === '0x') {
    throw new Error(
      `The deterministic deployer could not be set up at ${DEPLOYER}: this chain does not take its presigned transaction`,
    )
  }
  log(`the deterministic deployer set up at ${DEPLOYER}`)
}
