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

/**
 * The browser's own storage where it can be read and written, else memory. A storage that becomes
 * full or is blocked later loses nothing in this page: memory keeps what it refused.
 */
export function keepingIn(open: () => Storage): Keeping {
  const memory = inMemory()
  let storage: Storage
  try {
    storage = open()
    storage.setItem(PROBE, '1')
    storage.removeItem(PROBE)
  } catch {
    return memory
  }
  const tried = <T>(ask: () => T, otherwise: T): T => {
    try {
      return ask()
    } catch {
      return otherwise
    }
  }
  return {
    get: (name) => memory.get(name) ?? tried(() => storage.getItem(name), null),
    set(name, value) {
      const isKept = tried(() => {
        storage.setItem(name, value)
        return true
      }, false)
      if (isKept) memory.remove(name)
      else memory.set(name, value)
    },
    remove(name) {
      memory.remove(name)
      tried(() => storage.removeItem(name), undefined)
    },
    names: () => [...new Set([...memory.names(), ...tried(() => Object.keys(storage), [])])],
  }
}

/** Outlives the tab. */
export const device = keepingIn(() => window.localStorage)

/** What was kept as JSON under a name; `otherwise` where nothing was, or it cannot be read. */
export function readKept<T>(keeping: Keeping, name: string, otherwise: T): T {
  try {
    return JSON.parse(keeping.get(name) ?? '') as T
  } catch {
    return otherwise
  }
}
