import type { PhyleHouse } from '@phyle/sdk/deployments'
import { documentDigest } from '@phyle/sdk/documents'
import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import type { LicenceRequest } from '@phyle/sdk/licence'
import { type Address, type Hex, parseEventLogs, type TransactionReceipt } from 'viem'
import { keepHere } from '../chain/kept.ts'
import { Refused } from '../chain/refused.ts'
import { putDocument } from '../chain/relay.ts'
import { RelayDown } from '../chain/relayClient.ts'
import {
  simulateContributionsMature,
  simulateLicencesAcquire,
  simulateLicencesAcquireWithPermit,
  simulateLicencesClaimFor,
  simulateLicencesRefund,
  simulateLicencesRelease,
  simulateLicencesSplit,
} from '../generated/contracts.ts'
import { acts } from '../words/acts/words.ts'
import { licences as words } from '../words/licences/words.ts'
import { refusals } from '../words/refusals/words.ts'
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

/** Whether the relay keeps it; without the relay this device does, and the receipt holds it. */
async function keep(tools: ActTools, statement: string, digest: Hex): Promise<boolean> {
  keepHere(statement)
  const stored = await putDocument(tools.settings.relayUrl, statement, 'application/json').catch(
    (error: unknown) => {
      if (error instanceof RelayDown) return null
      throw error
    },
  )
  if (stored === null) return false
  if (stored.sha256.toLowerCase() !== digest || documentDigest(statement) !== digest) {
    throw new Refused(refusals.relay)
  }
  return true
}

/** The receipt that a transaction gave. */
function fingerprintIn(receipt: TransactionReceipt, house: House): Hex {
  const logs = receipt.logs.filter(
    ({ address }) => address.toLowerCase() === house.licences.toLowerCase(),
  )
  const [issued] = parseEventLogs({ abi: iLicencesAbi, logs, eventName: 'Receipt' })
  if (!issued) throw new Refused(acts.refusals.unread)
  return issued.args.fingerprint
}

export interface Acquired {
  readonly fingerprint: Hex
  /** Whether the declaration can be read by everybody now. */
  readonly public: boolean
}

async function acquire(tools: ActTools, input: AcquireInput): Promise<Acquired> {
  const { house, statement } = input
  if (input.request.licensee.toLowerCase() !== tools.account.toLowerCase()) {
    throw new Refused(words.quote.notYours)
  }
  const kept = statement === null || (await keep(tools, statement, input.request.statement))
  const { timestamp } = await tools.client.getBlock()
  const request = { ...input.request, deadline: Number(timestamp) + GOOD_FOR }
  const from = { account: tools.account, address: house.licences }
  const plain = () =>
    tools.transact(simulateLicencesAcquire(tools.config, { ...from, args: [request, '0x'] }))
  if (request.maxFee === 0n)
    return { fingerprint: fingerprintIn(await plain(), house), public: kept }
  const receipt = await pay(tools, {
    token: house.cash,
    spender: house.licences,
    amount: request.maxFee,
    signed: (allowance) =>
      tools.transact(
        simulateLicencesAcquireWithPermit(tools.config, {
          ...from,
          args: [request, { value: request.maxFee, ...allowance }],
        }),
      ),
    plain,
  })
  return { fingerprint: fingerprintIn(receipt, house), public: kept }
}

interface RefundInput {
  readonly house: House
  readonly family: bigint
  readonly receipt: bigint
}

const refund = (tools: ActTools, { house, family, receipt }: RefundInput) =>
  tools.transact(
    simulateLicencesRefund(tools.config, {
      account: tools.account,
      address: house.licences,
      args: [family, receipt, tools.account],
    }),
  )

/** Anyone has an account paid what it is due, to its own address. */
const collectFees = (tools: ActTools, { house, account }: { house: House; account: Address }) =>
  tools.transact(
    simulateLicencesClaimFor(tools.config, {
      account: tools.account,
      address: house.licences,
      args: [account],
    }),
  )

interface DivideInput {
  readonly house: House
  readonly release: readonly {
    readonly family: bigint
    readonly licensee: Address
    readonly receipt: bigint
  }[]
  readonly split: readonly { readonly work: bigint; readonly terms: bigint }[]
}

/** Releases what can no longer be taken back, then divides it between those who get a part. */
async function divideFees(tools: ActTools, { house, release, split }: DivideInput): Promise<void> {
  const from = { account: tools.account, address: house.licences }
  const toSplit = new Map(split.map((one) => [`${one.work}/${one.terms}`, one]))
  for (const { family, licensee, receipt } of release) {
    const args = [family, licensee, receipt] as const
    const { logs } = await tools.transact(simulateLicencesRelease(tools.config, { ...from, args }))
    for (const log of parseEventLogs({ abi: iLicencesAbi, logs, eventName: 'PaymentReleased' })) {
      const { work, terms } = log.args
      toSplit.set(`${work}/${terms}`, { work, terms })
    }
  }
  for (const { work, terms } of toSplit.values()) {
    await tools.transact(simulateLicencesSplit(tools.config, { ...from, args: [work, terms] }))
  }
}

interface BookInput {
  readonly contributions: Address
  readonly matured: readonly { readonly family: bigint; readonly artefact: Hex }[]
}

/** Writes points that nobody took back in time into the book, one contribution after the other. */
async function book(tools: ActTools, { contributions, matured }: BookInput): Promise<void> {
  for (const { family, artefact } of matured) {
    await tools.transact(
      simulateContributionsMature(tools.config, {
        account: tools.account,
        address: contributions,
        args: [family, artefact],
      }),
    )
  }
}

/** A licensee gets a permission, or more time: one signature and one transaction, or free. */
export const useAcquire = () => useAct(acquire)
/** A licensee takes a payment back, within its window. */
export const useRefundPermission = () => useAct(refund)
/** Anyone has the licence fees that an account is due paid to it. */
export const useCollectFees = () => useAct(collectFees)
/** Anyone has matured contributions booked. */
export const useBookContributions = () => useAct(book)
/** Anyone has paid fees divided. */
export const useDivideFees = () => useAct(divideFees)
