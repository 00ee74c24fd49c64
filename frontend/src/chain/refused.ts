import {
  BaseError,
  HttpRequestError,
  InsufficientFundsError,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import { refusals } from '../words/refusals/words.ts'
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
export type When = 'reading' | 'before' | 'between' | 'sending'

const rejected = {
  reading: refusals.rejected,
  before: refusals.rejected,
  between: refusals.rejectedLater,
  sending: refusals.rejected,
}

const network = {
  reading: refusals.network,
  before: refusals.beforeSending,
  between: refusals.networkLater,
  sending: refusals.network,
}

/** What whoever helps can use of an error that has no words of its own. */
export const detailsOf = (error: unknown): string =>
  error instanceof BaseError ? error.shortMessage : String(error)

/** What a wallet, the network or a service said, in words; null for everything else. */
export function plainRefusal(error: unknown, when: When = 'reading'): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (error instanceof IndexError) {
    const said = error.status === 404 ? refusals.missing : refusals.index
    return { ...said, details: `${error.status} ${error.message}` }
  }
  if (!(error instanceof BaseError)) return null
  if (error.walk((cause) => cause instanceof UserRejectedRequestError)) return rejected[when]
  if (error.walk((cause) => cause instanceof InsufficientFundsError)) return refusals.noMoneyForFee
  return error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError)
    ? { ...network[when], details: detailsOf(error) }
    : null
}
