import { explain } from '@phyle/sdk/errors/explain'
import {
  BaseError,
  HttpRequestError,
  InsufficientFundsError,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import type { Settings } from '../env.ts'
import { acts } from '../words/en/acts.ts'
import { refusals } from '../words/en/shell.ts'
import { date } from '../words/format.ts'
import { IndexError } from './indexClient.ts'

/** Why something was not done and what can be done now, in words; `details` for whoever helps. */
export interface Refusal {
  readonly why: string
  readonly now: string
  readonly details?: string
  /** The proposal that stands in the way, where one does. */
  readonly proposal?: bigint
}

/** Thrown by an act that already knows what to say. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.why)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/**
 * How far an act had come: only `before` may say that nothing was sent; `between` two calls of one
 * act, the first stands; while `sending`, nobody knows. Where nothing was to be sent: `reading`.
 */
type When = 'reading' | 'before' | 'between' | 'sending'

const rejected = {
  reading: refusals.rejected,
  before: refusals.rejected,
  between: acts.refusals.rejectedLater,
  sending: refusals.rejected,
}

const network = {
  reading: refusals.network,
  before: refusals.beforeSending,
  between: acts.refusals.networkLater,
  sending: refusals.network,
}

/** What a contract, a wallet, the network or a service said, in words. */
export function refusalOf(error: unknown, settings?: Settings, when: When = 'reading'): Refusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof IndexError) {
    const said = error.status === 404 ? refusals.missing : refusals.index
    return { ...said, details: `${error.status} ${error.message}` }
  }
  const details = error instanceof BaseError ? error.shortMessage : String(error)
  if (error instanceof BaseError) {
    if (error.walk((cause) => cause instanceof UserRejectedRequestError)) return rejected[when]
    if (error.walk((cause) => cause instanceof InsufficientFundsError))
      return refusals.noMoneyForFee
    if (error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError)) {
      return { ...network[when], details }
    }
  }
  const { name, args, why, now } = explain(error, {
    timeOf: (seconds) => date(seconds, 'time'),
    ...(settings && { money: settings.currency }),
  })
  if (name === null) return { ...refusals.unknown, details }
  const { proposalId } = args
  return {
    why,
    now,
    details: name,
    ...(typeof proposalId === 'bigint' && { proposal: proposalId }),
  }
}
