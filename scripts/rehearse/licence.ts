// SPDX-License-Identifier: AGPL-3.0-or-later
/** The third job: a firm hears the price, pays, and has a receipt that the chain bears out. */
import {
  type Address,
  type ContractFunctionArgs,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  parseEventLogs,
  sha256,
  stringToBytes,
  zeroAddress,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { WorkSummary } from '../../sdk/src/chapters/commons/api.ts'
import type { Grant } from '../../sdk/src/chapters/licences/api.ts'
import { LICENCE_GROUND } from '../../sdk/src/chapters/licences/enums.ts'
import { canonicalJson, documentDigest } from '../../sdk/src/documents.ts'
import { iLicencesAbi } from '../../sdk/src/generated/abi.ts'
import { must, type Paid, paid } from './job.ts'
import type { Tools } from './tools.ts'

const YEAR = 31_536_000
const HOUR = 3_600
const MIDDLE_TIER = 2

export async function licence(tools: Tools, firm: PrivateKeyAccount): Promise<readonly Paid[]> {
  const { client, house, relay } = tools
  const works = await tools.index<readonly WorkSummary[]>(`/api/works?phyle=${house.phyle}`)
  const work = works.find(({ pricePerYear }) => pricePerYear !== null && BigInt(pricePerYear) > 0n)
  must(work !== undefined, 'the index shows no work with a price')
  const declared = canonicalJson({
    name: 'Atelier Sud SARL',
    registration: null,
    use: 'To make and sell it.',
    turnover: 2_000_000,
    date: new Date().toISOString().slice(0, 10),
  })
  await relay.keep(declared)

  const at = { address: house.licences, abi: iLicencesAbi } as const
  const now = Number((await client.getBlock()).timestamp)
  const asked = {
    licensee: firm.address,
    work: BigInt(work.id),
    claim: LICENCE_GROUND.PAID,
    tier: MIDDLE_TIER,
    duration: YEAR,
    maxFee: 0n,
    terms: 0n,
    deadline: now + HOUR,
    payer: zeroAddress,
    purchaseOrder: sha256(stringToBytes('PO 2026-4711')),
    statement: documentDigest(declared),
  }
  const quote = await client.readContract({ ...at, functionName: 'quote', args: [asked] })
  must(quote.may && quote.fee > 0n, 'the contract names no price')
  const request = { ...asked, terms: quote.terms, maxFee: quote.fee }
  const { deadline, v, r, s } = await tools.permit(firm, house.licences, quote.fee)
  const buy = encodeFunctionData({
    ...at,
    functionName: 'acquireWithPermit',
    args: [request, { value: quote.fee, deadline, v, r, s }],
  })
  const bought = await tools.send({ account: firm, to: house.licences, data: buy })

  const [receipt] = parseEventLogs({ abi: iLicencesAbi, eventName: 'Receipt', logs: bought.logs })
  must(receipt !== undefined, 'the transaction issued no receipt')
  const { family, fingerprint, entry } = receipt.args
  must(entry.amount === quote.fee, `${quote.fee} was the price, ${entry.amount} was taken`)
  await checked(tools, firm.address, { work: request.work, family, fingerprint, entry })
  await tools.until(
    'the index shows the permission',
    () => tools.index<Grant>(`/api/grants/${family}/${firm.address}`),
    ({ receipts }) => receipts.length > 0,
  )
  await tools.until(
    'the contract holds the fee',
    () =>
      client.readContract({
        address: house.cash,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [house.licences],
        blockNumber: bought.blockNumber,
      }),
    (held) => held >= quote.fee,
  )
  return [paid('permission bought, with a permit', 'firm', bought, buy)]
}

type Entry = ContractFunctionArgs<typeof iLicencesAbi, 'pure', 'receiptHash'>[2]

interface Issued {
  readonly work: bigint
  readonly family: bigint
  readonly fingerprint: Hex
  readonly entry: Entry
}

/** What a compliance officer does with a receipt: its fingerprint is the chain's, and it is in force. */
async function checked(tools: Tools, licensee: Address, issued: Issued): Promise<void> {
  const { client, house } = tools
  const at = { address: house.licences, abi: iLicencesAbi } as const
  const { work, family, fingerprint, entry } = issued
  const own = await client.readContract({
    ...at,
    functionName: 'receiptHash',
    args: [licensee, family, entry],
  })
  must(own === fingerprint, 'the fingerprint of the receipt is not the one that was issued')
  await tools.until(
    'the contract names the receipt as the newest',
    () => client.readContract({ ...at, functionName: 'newestReceipt', args: [family, licensee] }),
    (newest) => newest === fingerprint,
  )
  await tools.until(
    'the contract covers what was bought',
    () =>
      client.readContract({
        ...at,
        functionName: 'coveredAt',
        args: [licensee, work, entry.from],
      }),
    ([covered, on]) => covered && on === LICENCE_GROUND.PAID,
  )
}
