// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the index answers, asked for by the stories themselves. */
import { expect } from '@playwright/test'
import type { Answer } from '../../../sdk/src/answer.ts'
import type { ProposalSummary } from '../../../sdk/src/chapters/assembly/api.ts'
import { CHOICES, type Choice } from '../../../sdk/src/chapters/assembly/enums.ts'
import type { SeriesSummary } from '../../../sdk/src/chapters/bonds/api.ts'
import type { CoopSummary } from '../../../sdk/src/chapters/cooperative/api.ts'
import { iAssemblyAbi } from '../../../sdk/src/generated/abi.ts'
import type { IndexData, IndexRoute } from '../../../sdk/src/index-api.ts'
import { client, everybody, keyOf } from './chain.ts'

/**
 * The answer of a route, of a list with all its pages; `path` is the route with its segments filled
 * in, and a query.
 */
export async function told<R extends IndexRoute>(
  _route: R,
  path: string = _route,
): Promise<Answer<IndexData<R>>> {
  const url = new URL(`${process.env.PHYLE_URL}/index${path}`)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const first = (await answer.json()) as Answer<IndexData<R>>
  const { data, page } = first
  if (!page?.next || !Array.isArray(data)) return first
  url.searchParams.set('cursor', page.next)
  const rest = await told(_route, `${url.pathname.replace(/^\/index/, '')}${url.search}`)
  return { ...first, data: [...data, ...(rest.data as readonly unknown[])] as IndexData<R> }
}

/** Waits until the index knows all that the chain knew when it was asked. */
export async function caughtUp(): Promise<void> {
  const block = Number(await client.getBlockNumber({ cacheTime: 0 }))
  await expect
    .poll(async () => (await told('/api/status')).asOf.block, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(block)
}

export async function coopCalled(name: string): Promise<CoopSummary> {
  const { data } = await told('/api/coops')
  const coop = data.find((one) => one.name === name)
  if (!coop) throw new Error(`There is no co-op ${name} in the example`)
  return coop
}

export async function seriesCalled(title: string): Promise<SeriesSummary> {
  const { data } = await told('/api/series')
  const series = data.find((one) => one.title === title)
  if (!series) throw new Error(`There is no bond offer ${title} in the example`)
  return series
}

/** The newest decision of a co-op with this title. */
export async function decisionOf(coop: string, title: string | RegExp): Promise<ProposalSummary> {
  const { coop: account } = await coopCalled(coop)
  const { data } = await told('/api/proposals', `/api/proposals?coop=${account}`)
  const found = data.find((one) => one.title.search(title) >= 0)
  if (!found) throw new Error(`${coop} has no decision ${title}`)
  return found
}

/** Every member of the example who may vote and has not, votes in person, beside the story. */
export async function othersVote(
  { assembly, id, snapshot }: Pick<ProposalSummary, 'assembly' | 'id' | 'snapshot'>,
  choice: Choice,
): Promise<void> {
  const at = { address: assembly, abi: iAssemblyAbi } as const
  const proposal = BigInt(id)
  for (const person of await everybody()) {
    const wallet = keyOf(person)
    const { address } = wallet.account
    const [votes, voted] = await Promise.all([
      client.readContract({
        ...at,
        functionName: 'getVotes',
        args: [address, BigInt(snapshot)],
      }),
      client.readContract({ ...at, functionName: 'hasVoted', args: [proposal, address] }),
    ])
    if (votes === 0n || voted) continue
    const hash = await wallet.writeContract({
      ...at,
      functionName: 'castVote',
      args: [proposal, CHOICES.indexOf(choice)],
      chain: null,
    })
    await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  }
}
