import { permitTypedData, splitSignature, type TokenDomain } from '@phyle/sdk/permit'
import { type Address, domainSeparator, type Hex, type TransactionReceipt } from 'viem'
import { Refused } from '../chain/refused.ts'
import {
  readTokenAllowance,
  readTokenBalanceOf,
  readTokenDomainSeparator,
  readTokenEip712Domain,
  readTokenName,
  readTokenNonces,
  readTokenVersion,
  simulateTokenApprove,
} from '../generated/contracts.ts'
import { money } from '../words/format.ts'
import { pay as words } from '../words/pay/words.ts'
import type { ActTools } from './act.ts'

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
  { config, settings }: Pick<ActTools, 'config' | 'settings'>,
  token: Address,
): Promise<TokenDomain | null> {
  const at = { address: token }
  const own = await readTokenDomainSeparator(config, at).catch(() => null)
  if (own === null) return null
  const told = await readTokenEip712Domain(config, at).catch(() => null)
  const [name, version] = told
    ? [told[1], told[2]]
    : await Promise.all([
        readTokenName(config, at).catch(() => ''),
        readTokenVersion(config, at).catch(() => '1'),
      ])
  const domain = { name, version, chainId: settings.chainId, verifyingContract: token }
  return domainSeparator({ domain }) === own ? domain : null
}

/**
 * Pays with the cash token: with one signature and one transaction where token and wallet can,
 * else with an allowance of exactly this amount first.
 */
export async function pay(tools: ActTools, payment: Payment): Promise<TransactionReceipt> {
  const { config, client, account, settings } = tools
  const { token, spender, amount } = payment
  const [balance, allowance] = await Promise.all([
    readTokenBalanceOf(config, { address: token, args: [account] }),
    readTokenAllowance(config, { address: token, args: [account, spender] }),
  ])
  if (balance < amount) {
    const { why, now } = words.notEnough
    const have = money(balance, settings.currency)
    throw new Refused({ why: why({ have, need: money(amount, settings.currency) }), now })
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
      readTokenNonces(config, { address: token, args: [account] }),
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
  await tools.transact(
    simulateTokenApprove(config, { account, address: token, args: [spender, amount] }),
  )
  return payment.plain()
}
