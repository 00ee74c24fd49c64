import { explain } from '@phyle/sdk/errors/explain'
import {
  BaseError,
  HttpRequestError,
  InsufficientFundsError,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import type { Settings } from '../env.ts'
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

/** What a contract, a wallet, the network or a service said, in words. */
export function refusalOf(error: unknown, settings?: Settings): Refusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof IndexError) {
    const said = error.status === 404 ? refusals.missing : refusals.index
    return { ...said, details: `${error.status} ${error.message}` }
  }
  const details = error instanceof BaseError ? error.shortMessage : String(error)
  if (error instanceof BaseError) {
    if (error.walk((cause) => cause instanceof UserRejectedRequestError)) return refusals.rejected
    if (error.walk((cause) => cause instanceof InsufficientFundsError))
      return refusals.noMoneyForFee
    if (error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError)) {
      return { ...refusals.network, details }
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
