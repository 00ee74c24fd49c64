import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Address } from 'viem'
import { simulatePhyleDepart, simulatePhyleHasten } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

interface HastenInput {
  readonly house: Pick<PhyleHouse, 'phyle'>
  readonly coop: Address
  readonly person: Address
}

const hasten = (tools: ActTools, { house, coop, person }: HastenInput) =>
  tools.transact(
    simulatePhyleHasten(tools.config, {
      account: tools.account,
      address: house.phyle,
      args: [coop, person],
    }),
  )

interface DepartInput {
  readonly house: Pick<PhyleHouse, 'phyle'>
  readonly coop: Address
}

const depart = (tools: ActTools, { house, coop }: DepartInput) =>
  tools.transact(
    simulatePhyleDepart(tools.config, {
      account: tools.account,
      address: house.phyle,
      args: [coop],
    }),
  )

/** Anyone lets a co-op go whose notice is over. */
export const useDepart = () => useAct(depart)

/** Anyone moves a person who waits for the equal share to a place that came free. */
export const useHasten = () => useAct(hasten)
