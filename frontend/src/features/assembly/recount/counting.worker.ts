import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import type { Address } from 'viem'
import { lacksSomething } from '../../../browser.ts'
import type { Refusal } from '../../../chain/refused.ts'
import type { Settings } from '../../../env.ts'
import type { RecountProgress, RecountResult } from './recountVote.ts'

/** Which vote to count, and where to read it. */
export interface Order {
  readonly settings: Settings
  readonly proposal: ProposalDetail
  readonly membership: Address
}

/** What the worker tells, until one of the last two. */
export type News =
  | { readonly progress: RecountProgress }
  | { readonly result: RecountResult }
  | { readonly refusal: Refusal }

const tell = (news: News) => postMessage(news)

async function count(order: Order) {
  if (lacksSomething()) await import('../../../polyfills.ts')
  const { countHere } = await import('./countHere.ts')
  tell(await countHere(order, (progress) => tell({ progress })))
}

// A count that cannot even start ends as an error of the worker, which its page hears.
addEventListener('message', ({ data }: MessageEvent<Order>) => {
  void count(data).catch((error) =>
    setTimeout(() => {
      throw error
    }),
  )
})
