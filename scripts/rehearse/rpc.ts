// SPDX-License-Identifier: AGPL-3.0-or-later
/** The questions to a node and its answers. */

export interface Call {
  readonly id?: unknown
  readonly method: string
  readonly params?: readonly unknown[]
}

export interface Fault {
  readonly code: number
  readonly message: string
  readonly data?: unknown
}

export type Answer = { readonly result: unknown } | { readonly error: Fault }

/** A node answered with an error. */
export class NodeRefused extends Error {
  override readonly name = 'NodeRefused'

  constructor(method: string, { message }: Fault) {
    super(`the node refused ${method}: ${message}`)
  }
}

/** One call, one answer, whatever that is. */
export async function callNode(url: string, { method, params = [] }: Call): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const answer = (await response.json()) as Answer
  return 'error' in answer ? { error: answer.error } : { result: answer.result }
}

/** The result of a call; throws where the node refuses. */
export async function askNode(
  url: string,
  method: string,
  params: readonly unknown[] = [],
): Promise<unknown> {
  const answer = await callNode(url, { method, params })
  if ('error' in answer) throw new NodeRefused(method, answer.error)
  return answer.result
}
