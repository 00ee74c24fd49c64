import type { Machine } from '@phyle/sdk/chapters/commons/api'

/** How a machine's use fees stand. */
export interface RentStanding {
  /** For all whole periods since it was bought, as the register counts. */
  readonly due: bigint
  readonly paid: bigint
  readonly behind: bigint
  /** When the first fee falls due that is not paid yet; null where it is lent free. */
  readonly next: number | null
}

export function rentStanding(
  machine: Pick<Machine, 'rent' | 'rentPeriod' | 'income'> & {
    readonly bought: { readonly time: number }
  },
  now: number,
): RentStanding {
  const rent = BigInt(machine.rent)
  const paid = BigInt(machine.income)
  if (rent === 0n || machine.rentPeriod === 0) return { due: 0n, paid, behind: 0n, next: null }
  const { time } = machine.bought
  const periods = Math.max(0, Math.floor((now - time) / machine.rentPeriod))
  const due = BigInt(periods) * rent
  return {
    due,
    paid,
    behind: due > paid ? due - paid : 0n,
    next: time + (Number(paid / rent) + 1) * machine.rentPeriod,
  }
}
