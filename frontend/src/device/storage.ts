/** What the browser keeps for a page, by name. It never throws. */
export interface Keeping {
  get(name: string): string | null
  set(name: string, value: string): void
  remove(name: string): void
  names(): readonly string[]
}

/** For a browser that keeps nothing: it lasts as long as the page. */
function inMemory(): Keeping {
  const kept = new Map<string, string>()
  return {
    get: (name) => kept.get(name) ?? null,
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  }
}

const PROBE = 'phyle.probe'

/** A storage of the browser that can be read; null for one that is blocked. A full one can be read. */
function usable(open: () => Storage): Storage | null {
  try {
    const storage = open()
    storage.getItem(PROBE)
    return storage
  } catch {
    return null
  }
}

const tried = <T>(ask: () => T, otherwise: T): T => {
  try {
    return ask()
  } catch {
    return otherwise
  }
}

/**
 * The first of several storages of the browser that takes something has it, and where none does,
 * memory. So a storage that is blocked, or becomes full later, loses nothing in this page, and where
 * another one has room, nothing when the page is loaded again.
 */
export function keepingIn(...opens: readonly (() => Storage)[]): Keeping {
  const memory = inMemory()
  const storages = opens.flatMap((open) => usable(open) ?? [])
  const later = storages.toReversed()
  const removeFrom = (some: readonly Storage[], name: string) => {
    for (const storage of some) tried(() => storage.removeItem(name), undefined)
  }
  return {
    // A value that an earlier store refused is newer than the one that it has.
    get: (name) =>
      memory.get(name) ??
      later.reduce<string | null>(
        (found, storage) => found ?? tried(() => storage.getItem(name), null),
        null,
      ),
    set(name, value) {
      const place = storages.findIndex((storage) =>
        tried(() => {
          storage.setItem(name, value)
          return true
        }, false),
      )
      if (place === -1) return memory.set(name, value)
      memory.remove(name)
      removeFrom(storages.slice(place + 1), name)
    },
    remove(name) {
      memory.remove(name)
      removeFrom(storages, name)
    },
    names: () => [
      ...new Set([
        ...memory.names(),
        ...storages.flatMap((storage) => tried(() => Object.keys(storage), [])),
      ]),
    ],
  }
}

/** Outlives the tab, or where that has no room, the page. */
export const device = keepingIn(
  () => window.localStorage,
  () => window.sessionStorage,
)

/** What was kept as JSON under a name; `otherwise` where nothing was, or it cannot be read. */
export function readKept<T>(keeping: Keeping, name: string, otherwise: T): T {
  try {
    return JSON.parse(keeping.get(name) ?? '') as T
  } catch {
    return otherwise
  }
}
