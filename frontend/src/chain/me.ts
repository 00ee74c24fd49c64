import { useCallback, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { device } from '../device/storage.ts'
import { useIndex } from './indexClient.ts'
import { useNameOf } from './names.ts'

const CURRENT = 'phyle.coop'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The co-op that the reader looks at: the one they chose last, else the one they joined first. */
export function useCurrentCoop() {
  const { memberships } = useMe()
  const chosen = useSyncExternalStore(subscribe, () => device.get(CURRENT))
  const choose = useCallback((coop: Address) => {
    device.set(CURRENT, coop)
    for (const listener of listeners) listener()
  }, [])
  // A person who joins another co-op later still sees the first.
  const mine = memberships
    .filter((member) => member.left === null)
    .toSorted((a, b) => a.joined - b.joined)
  const current = mine.find((member) => member.coop === chosen) ?? mine[0]
  return { coop: current?.coop, membership: current, choose }
}

/** Who is signed in, under which name, and where they belong. */
export function useMe() {
  const { address } = useConnection()
  const nameOf = useNameOf()
  const person = useIndex('/api/people/:wallet', address ? { wallet: address } : null)
  const mine = address ? person.data?.data : undefined
  return {
    address,
    name: address ? nameOf(address) : undefined,
    memberships: mine?.memberships ?? [],
    applications: mine?.applications ?? [],
    seats: mine?.seats ?? [],
    known: mine !== undefined,
  }
}
