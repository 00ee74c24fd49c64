import { permitTypedData, splitSignature, type TokenDomain } from '@phyle/sdk/permit'
import {
  type Address,
  domainSeparator,
  erc20Abi,
  type Hex,
  parseAbi,
  type TransactionReceipt,
} from 'viem'
import { Refused } from '../chain/refusal.ts'
import { pay as words } from '../words/en/pay.ts'
import { money } from '../words/format.ts'
import type { ActTools } from './act.ts'

const tokenAbi = parseAbi([
  'function eip712Domain() view returns (bytes1, string name, string version, uint256 chainId, address verifyingContract, bytes32, uint256[])',
  'function DOMAIN_SEPARATOR() view returns (bytes32)',
  'function nonces(address) view returns (uint256)',
  'function name() view returns (string)',
  'function version() view returns (string)',
])

/** A signed allowance stays good for this long: enough to find the button in a wallet. */
const GOOD_FOR = 3_600n

/** What a contract takes beside the amount. */
export interface SignedAllowance {
  readonly deadline: bigint
  readonly v: number
  readonly r: Hex
  readonly s: Hex
}

interface Payment {
  readonly token: Address
  /** Who takes the money. */
  readonly spender: Address
  readonly amount: bigint
  /** The act with a signature in it: one transaction. */
  signed(allowance: SignedAllowance): Promise<TransactionReceipt>
  /** The act where the allowance was given before. */
  plain(): Promise<TransactionReceipt>
}

/** How the token names itself when it is asked to take signatures; null where it takes none. */
async function domainOf(
  { client, settings }: Pick<ActTools, 'client' | 'settings'>,
  token: Address,
): Promise<TokenDomain | null> {
  const call = { address: token, abi: tokenAbi } as const
  const own = await client
    .readContract({ ...call, functionName: 'DOMAIN_SEPARATOR' })
    .catch(() => null)
  if (own === null) return null
  const told = await client
    .readContract({ ...call, functionName: 'eip712Domain' })
    .catch(() => null)
  const [name, version] = told
    ? [told[1], told[2]]
    : await Promise.all([
        client.readContract({ ...call, functionName: 'name' }).catch(() => ''),
        client.readContract({ ...call, functionName: 'version' }).catch(() => '1'),
      ])
  const domain = { name, version, chainId: settings.chainId, verifyingContract: token }
  return domainSeparator({ domain }) === own ? domain : null
}

/**
 * Pays with the cash token: with one signature and one transaction where token and wallet can,
 * else with an allowance of exactly this amount first.
 */
export async function pay(tools: ActTools, payment: Payment): Promise<TransactionReceipt> {
  const { client, account, settings } = tools
  const { token, spender, amount } = payment
  const [balance, allowance] = await Promise.all([
    client.readContract({
      address: token,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    }),
    client.readContract({
      address: token,
      abi: erc20Abi,
      functionName: 'allowance',
      args: [account, spender],
    }),
  ])
  if (balance < amount) {
    throw new Refused(
      words.notEnough(money(balance, settings.currency), money(amount, settings.currency)),
    )
  }
  if (allowance >= amount) return payment.plain()

  const [code, domain] = await Promise.all([
    client.getCode({ address: account }),
    domainOf(tools, token),
  ])
  // Wallets that are contracts cannot sign an allowance that every token understands.
  if (domain !== null && (code === undefined || code === '0x' || code.startsWith('0xef0100'))) {
    const [{ timestamp }, nonce] = await Promise.all([
      client.getBlock(),
      client.readContract({
        address: token,
        abi: tokenAbi,
        functionName: 'nonces',
        args: [account],
      }),
    ])
    const deadline = timestamp + GOOD_FOR
    tools.at('signing')
    const typed = permitTypedData(domain, {
      owner: account,
      spender,
      value: amount,
      nonce,
      deadline,
    })
    const signature = await tools.wallet.signTypedData(typed)
    return payment.signed({ deadline, ...splitSignature(signature) })
  }
  await tools.transact({
    address: token,
    abi: erc20Abi,
    functionName: 'approve',
    args: [spender, amount],
  })
  return payment.plain()
}
