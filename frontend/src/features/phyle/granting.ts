import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Address } from 'viem'
import { encodePhyleGrant } from '../../generated/contracts.ts'

/** How many of a co-op count as cooperators: the most that can be granted places. */
export const cooperatorsOf = ({ classes }: Pick<CoopDetail, 'classes'>): number =>
  classes.reduce((sum, { cooperator, members }) => sum + (cooperator ? members : 0), 0)

/** The typed figure; null where it is none, or above what the co-op has. */
export function readPlaces(typed: string, most: number): number | null {
  const count = /^\d{1,8}$/.test(typed.trim()) ? Number(typed) : null
  return count === null || count > most ? null : count
}

/** The call of the root that lets so many start together, by who belongs to the co-op at `asOf`. */
export const grantOf = (
  house: Pick<PhyleHouse, 'phyle'>,
  coop: Address,
  places: number,
  asOf: number,
) => ({
  target: house.phyle,
  data: encodePhyleGrant([coop, places, asOf]),
})
