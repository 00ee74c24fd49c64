// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads the errors of the chain: it said no, or it said nothing. */
import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  HttpRequestError,
  TimeoutError,
} from 'viem'

/** Tells whether the chain answered and said no, as opposed to not answering. */
export function isRefusal(error: unknown): boolean {
  return refusalName(error) !== null
}

/** The name of the custom error that a contract refused with; '' for a refusal without a name. */
export function refusalName(error: unknown): string | null {
  if (!(error instanceof BaseError)) return null
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  if (reverted instanceof ContractFunctionRevertedError) return reverted.data?.errorName ?? ''
  const empty = error.walk((cause) => cause instanceof ContractFunctionZeroDataError)
  return empty ? '' : null
}

/** Tells whether nothing came back, so that nothing is known. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof BaseError)) return true
  const silent = (cause: unknown) =>
    cause instanceof HttpRequestError || cause instanceof TimeoutError
  return error.walk(silent) !== null
}

/** An error in one line, for the log. */
export const shortly = (error: unknown): string =>
  error instanceof BaseError ? error.shortMessage : String(error)
