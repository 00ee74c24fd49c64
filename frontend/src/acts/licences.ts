import type { PhyleHouse } from '@phyle/sdk/deployments'
import { documentDigest } from '@phyle/sdk/documents'
import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import type { LicenceRequest } from '@phyle/sdk/licence'
import { type Hex, parseEventLogs, type TransactionReceipt } from 'viem'
import { Refused } from '../chain/refusal.ts'
import { putDocument } from '../chain/relay.ts'
import { licences as words } from '../words/en/licences.ts'
import { refusals } from '../words/en/shell.ts'
import { type ActTools, useAct } from './act.ts'
import { pay } from './pay.ts'

type House = Pick<PhyleHouse, 'licences' | 'cash'>

interface AcquireInput {
  readonly house: House
  /** As it was quoted; `maxFee` is the price that was shown. */
  readonly request: LicenceRequest
  /** What is declared, in full; kept at the relay under the digest in the request. */
  readonly statement: string | null
}

/** Time to find the button in a wallet. */
const GOOD_FOR = 3_600

async function keep(tools: ActTools, statement: string, digest: Hex) {
  const stored = await putDocument(tools.settings.relayUrl, statement, 'application/json')
  if (stored.sha256.toLowerCase() !== digest || documentDigest(statement) !== digest) {
    throw new Refused(refusals.relay)
  }
}

/** The receipt that a transaction gave. */
function headOf(receipt: TransactionReceipt, house: House): Hex {
  const logs = receipt.logs.filter(
    ({ address }) => address.toLowerCase() === house.licences.toLowerCase(),
  )
  const [issued] = parseEventLogs({ abi: iLicencesAbi, logs, eventName: 'Receipt' })
  if (!issued) throw new Refused(refusals.reverted)
  return issued.args.head
}

async function acquire(tools: ActTools, input: AcquireInput): Promise<Hex> {
  const { house, statement } = input
  if (input.request.licensee.toLowerCase() !== tools.account.toLowerCase()) {
    throw new Refused(words.quote.notYours)
  }
  if (statement !== null) await keep(tools, statement, input.request.statement)
  const { timestamp } = await tools.client.getBlock()
  const request = { ...input.request, deadline: Number(timestamp) + GOOD_FOR }
  const licences = { address: house.licences, abi: iLicencesAbi } as const
  const plain = () =>
    tools.transact({ ...licences, functionName: 'acquire', args: [request, '0x'] })
  if (request.maxFee === 0n) return headOf(await plain(), house)
  const receipt = await pay(tools, {
    token: house.cash,
    spender: house.licences,
    amount: request.maxFee,
    signed: (allowance) =>
      tools.transact({
        ...licences,
        functionName: 'acquireWithPermit',
        args: [request, { value: request.maxFee, ...allowance }],
      }),
    plain,
  })
  return headOf(receipt, house)
}

const refund = (tools: ActTools, { house, family }: { house: House; family: bigint }) =>
  tools.transact({
    address: house.licences,
    abi: iLicencesAbi,
    functionName: 'refund',
    args: [family, tools.account],
  })

/** A licensee gets a permission, or more time: one signature and one transaction, or free. */
export const useAcquire = () => useAct(acquire)
/** A licensee takes the last payment back, within its window. */
export const useRefundPermission = () => useAct(refund)
