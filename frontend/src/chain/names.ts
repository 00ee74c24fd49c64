import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Address, getAddress, isAddress } from 'viem'
import { contracts } from '../words/en/people.ts'
import { useIndex } from './indexClient.ts'
import { useEnv } from './settings.tsx'
import { device, readKept } from './storage.ts'

const singletons = [
  'fund',
  'bonds',
  'works',
  'machines',
  'licences',
  'contributions',
  'cash',
] as const
const BOOK = 'phyle.names'
const listeners = new Set<() => void>()
let book = readKept<Readonly<Record<string, string>>>(device, BOOK, {})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Names that the reader gave to addresses; kept on this device only. */
export function useAddressBook() {
  const shown = useSyncExternalStore(subscribe, () => book)
  const name = useCallback((address: Address, called: string) => {
    const next = { ...book, [getAddress(address)]: called }
    if (called === '') delete next[getAddress(address)]
    book = next
    device.set(BOOK, JSON.stringify(next))
    for (const listener of listeners) listener()
  }, [])
  return { book: shown, name }
}

/** Who an address is: a person, a co-op, or somebody the reader named. Undefined when nobody knows. */
export function useNameOf(): (address: string) => string | undefined {
  const { people, deployments } = useEnv()
  const { book } = useAddressBook()
  const coops = useIndex('/api/coops', {})
  const federations = useIndex('/api/federations', {})
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const person of people) names.set(person.address.toLowerCase(), person.name)
    for (const coop of coops.data?.data ?? []) names.set(coop.coop.toLowerCase(), coop.name)
    for (const phyle of federations.data?.data ?? []) {
      names.set(phyle.phyle.toLowerCase(), phyle.name)
    }
    const house = deployments?.phyle
    if (house) {
      for (const one of singletons) names.set(house[one].toLowerCase(), contracts[one])
    }
    for (const [address, called] of Object.entries(book)) names.set(address.toLowerCase(), called)
    return (address) =>
      isAddress(address, { strict: false }) ? names.get(address.toLowerCase()) : undefined
  }, [people, deployments, book, coops.data, federations.data])
}
