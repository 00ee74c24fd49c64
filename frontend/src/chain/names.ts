import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Address, getAddress, isAddress } from 'viem'
import { device, readKept } from '../device/storage.ts'
import { contracts } from '../words/contracts/words.ts'
import { shortAddress } from '../words/format.ts'
import { people } from '../words/people/words.ts'
import { useLanguage } from '../words/useLanguage.ts'
import { type Called, callingFrom } from './calling.ts'
import { useEnsNames } from './ens.ts'
import { useIndex } from './indexClient.ts'
import { useProfiles } from './profiles.ts'
import { useEnv } from './settings.tsx'

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

/** Who an address is, and who says so; undefined where nobody knows. What a person chose is asked for. */
export function useCalled(): (address: string) => Called | undefined {
  const { people, deployments } = useEnv()
  const { book } = useAddressBook()
  const profiles = useProfiles()
  const ens = useEnsNames()
  const coops = useIndex('/api/names', {})
  const federations = useIndex('/api/federations', {})
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is named changes with the language
  const house = useMemo(() => {
    const names = new Map<string, string>()
    for (const coop of coops.data?.data ?? []) names.set(coop.coop.toLowerCase(), coop.name)
    for (const phyle of federations.data?.data ?? []) {
      names.set(phyle.phyle.toLowerCase(), phyle.name)
    }
    const organs = deployments?.phyle
    if (organs) {
      for (const one of singletons) names.set(organs[one].toLowerCase(), contracts[one])
    }
    return names
  }, [deployments, coops.data, federations.data, language])
  const calling = useMemo(
    () =>
      callingFrom({
        reader: small(Object.entries(book)),
        house,
        chosen: profiles.known,
        example: small(people.map(({ address, name }) => [address, name])),
        ens: ens.known,
      }),
    [people, book, house, profiles.known, ens.known],
  )
  const { want } = profiles
  const { want: wantEns } = ens
  return useCallback(
    (address) => {
      if (!isAddress(address, { strict: false })) return undefined
      const called = calling.get(address.toLowerCase())
      if (called?.source !== 'house') want(address)
      if (called === undefined) wantEns(address)
      return called
    },
    [calling, want, wantEns],
  )
}

const small = (names: readonly (readonly [string, string])[]) =>
  new Map(names.map(([address, name]) => [address.toLowerCase(), name]))

/** The same as one text: with the short address where somebody else's name looks the same. */
export function useNameOf(): (address: string) => string | undefined {
  const called = useCalled()
  return useCallback(
    (address) => {
      const who = called(address)
      return who?.twin
        ? people.twin({ name: who.name, address: shortAddress(getAddress(address)) })
        : who?.name
    },
    [called],
  )
}
