import type { KeptProfile } from '@phyle/sdk/chapters/membership/api'
import { likenessOf } from '@phyle/sdk/likeness'

/** The source of a name. */
type NameSource = 'reader' | 'house' | 'chosen' | 'example' | 'ens'

export interface Called {
  readonly name: string
  readonly source: NameSource
  /** Somebody else's name looks the same: the address has to stand beside it. */
  readonly twin: boolean
  /** What they chose themself, where they are shown under another name. */
  readonly chosen?: string
}

/** Names by address in small letters. */
type Names = ReadonlyMap<string, string>

export interface Sources {
  readonly reader: Names
  /** Co-ops, federations and their contracts. */
  readonly house: Names
  readonly chosen: ReadonlyMap<string, Pick<KeptProfile, 'name' | 'twins'>>
  readonly example: Names
  readonly ens: Names
}

/** What the reader said goes first, then what the house is called, then what people say themselves. */
export function callingFrom(sources: Sources): ReadonlyMap<string, Called> {
  const shown = new Map<string, { readonly name: string; readonly source: NameSource }>()
  const add = (source: NameSource, names: Iterable<readonly [string, string]>) => {
    for (const [address, name] of names) {
      if (!shown.has(address)) shown.set(address, { name, source })
    }
  }
  add('reader', sources.reader)
  add('house', sources.house)
  add(
    'chosen',
    [...sources.chosen].map(([address, { name }]) => [address, name] as const),
  )
  add('example', sources.example)
  add('ens', sources.ens)

  const bearers = new Map<string, number>()
  for (const { name } of shown.values()) {
    const likeness = likenessOf(name)
    bearers.set(likeness, (bearers.get(likeness) ?? 0) + 1)
  }

  return new Map(
    [...shown].map(([address, { name, source }]) => {
      const all = bearers.get(likenessOf(name)) ?? 1
      const chosen = sources.chosen.get(address)
      const others = source === 'chosen' ? (chosen?.twins ?? 0) : 0
      // The one whom the reader or the federation named is genuine; others may imitate them.
      const twin = !isTrusted(source) && (all > 1 || others > 0)
      const calls = chosen && chosen.name !== name ? { chosen: chosen.name } : {}
      return [address, { name, source, twin, ...calls }]
    }),
  )
}

const isTrusted = (source: NameSource) => source === 'reader' || source === 'house'
