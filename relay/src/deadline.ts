// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * One deadline from the door to the node: whatever is asked of the chain for a request gives up
 * when the request does. Work that no request waits for has none, and ends by the limits of each
 * question.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { BaseError } from 'viem'

/** Of viem's kind, so that it comes through its wrappings as silence of the chain. */
export class Late extends BaseError {
  override readonly name = 'Late'

  constructor(ms: number) {
    super(`No answer within ${ms / 1_000} seconds.`)
  }
}

interface Deadline {
  readonly passed: Promise<never>
  isPast(): boolean
  readonly ms: number
}

const current = new AsyncLocalStorage<Deadline>()

/** @throws Late when `work` takes longer; what it asks of the chain gives up at the same moment */
export async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const { promise: passed, reject } = Promise.withResolvers<never>()
  // There may be nobody left who waits for it.
  passed.catch(() => undefined)
  let past = false
  const timer = setTimeout(() => {
    past = true
    reject(new Late(ms))
  }, ms)
  const deadline: Deadline = { passed, isPast: () => past, ms }
  try {
    return await Promise.race([current.run(deadline, work), passed])
  } finally {
    clearTimeout(timer)
  }
}

/** `work`, or `Late` when the request that it belongs to is. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  const deadline = current.getStore()
  return deadline ? Promise.race([work, deadline.passed]) : work
}

/** Before something is written: who asked was told by now that it was not. @throws Late */
export function mustBeInTime(): void {
  const deadline = current.getStore()
  if (deadline?.isPast()) throw new Late(deadline.ms)
}
