import type { Place } from '@phyle/sdk/actions'
import { descriptionOf } from '@phyle/sdk/title'
import type { Address, Hex } from 'viem'
import { encodeAssemblyPropose } from '../generated/contracts.ts'

/** The action by which a co-op puts calls before the co-ops of its federation, under a title. */
export const beforeFederation = (
  root: NonNullable<Place['root']>,
  calls: readonly { readonly target: Address; readonly data: Hex }[],
  title: string,
) => ({
  target: root.assembly,
  value: 0n,
  data: encodeAssemblyPropose([
    calls.map(({ target }) => target),
    calls.map(() => 0n),
    calls.map(({ data }) => data),
    descriptionOf(title),
  ]),
})
