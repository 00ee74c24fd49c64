import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Address, Hex } from 'viem'
import {
  simulatePhyleDepart,
  simulatePhyleDismissHeir,
  simulatePhyleHasten,
  simulatePhylePassOn,
  simulatePhyleVouch,
} from '../generated/contracts.ts'
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

interface VouchInput {
  readonly phyle: Address
  readonly coop: Address
  readonly year: number
  readonly document: Hex
}

const vouch = (tools: ActTools, { phyle, coop, year, document }: VouchInput) =>
  tools.transact(
    simulatePhyleVouch(tools.config, {
      account: tools.account,
      address: phyle,
      args: [coop, year, document],
    }),
  )

interface EstateInput {
  readonly phyle: Address
  readonly person: Address
}

const dismissHeir = (tools: ActTools, { phyle, person }: EstateInput) =>
  tools.transact(
    simulatePhyleDismissHeir(tools.config, {
      account: tools.account,
      address: phyle,
      args: [person],
    }),
  )

const passOn = (tools: ActTools, { phyle, person }: EstateInput) =>
  tools.transact(
    simulatePhylePassOn(tools.config, { account: tools.account, address: phyle, args: [person] }),
  )

/** A person ends what a co-op decided about their heir. */
export const useDismissHeir = () => useAct(dismissHeir)

/** Anyone passes on what a person held, once the time to answer is over. */
export const usePassOn = () => useAct(passOn)

/** Anyone lets a co-op go whose notice is over. */
export const useDepart = () => useAct(depart)

/** Anyone moves a person who waits for the equal share to a place that came free. */
export const useHasten = () => useAct(hasten)

/** Somebody says that the social account of a co-op is so. */
export const useVouch = () => useAct(vouch)
