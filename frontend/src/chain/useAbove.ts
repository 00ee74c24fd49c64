import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { descriptionOf } from '@phyle/sdk/title'
import type { Address, Hex } from 'viem'
import { encodeAssemblyPropose } from '../generated/contracts.ts'
import { useWrittenWords } from '../words/useWrittenWords.ts'
import { write } from '../words/written.ts'
import { useIndex } from './indexClient.ts'
import { useHouse } from './settings.tsx'
import { useRoot } from './useRoot.ts'

interface Call {
  readonly target: Address
  readonly data: Hex
}

/** Whether a co-op is in the federation, and how it puts something before the co-ops of it. */
export function useAbove(coop: CoopDetail) {
  const house = useHouse()
  const root = useRoot()
  const isIn = house !== null && coop.phyles.includes(house.phyle)
  const above = useIndex('/api/coops/:coop', isIn ? { coop: house.root } : null).data?.data
  const words = useWrittenWords(above ?? coop)
  if (!isIn || !root || !above || !words.data) return { isIn, put: null }
  /** The action that puts calls before them, under a title that is said in their language. */
  const put = (calls: readonly Call[], title: () => string) => ({
    target: root.assembly,
    value: 0n,
    data: encodeAssemblyPropose([
      calls.map(({ target }) => target),
      calls.map(() => 0n),
      calls.map(({ data }) => data),
      descriptionOf(write(above, title)),
    ]),
  })
  return { isIn, put }
}
