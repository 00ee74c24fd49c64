import { describe, expect, it } from 'vitest'
import { keepingIn, readKept } from '../src/device/storage.ts'

const blocked = () => {
  throw new DOMException('Access is denied for this document.', 'SecurityError')
}

/** A browser's storage of which some functions throw. */
function storageThat(throws: Partial<Storage>): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    ...throws,
  }
}

describe('What a browser keeps', () => {
  it('is kept in memory where site data is blocked', () => {
    const keeping = keepingIn(blocked)
    keeping.set('a', '1')
    expect(keeping.get('a')).toBe('1')
    expect(keeping.names()).toEqual(['a'])
    keeping.remove('a')
    expect(keeping.get('a')).toBeNull()
  })

  it('is kept in memory once the storage is full', () => {
    let full = false
    const storage = storageThat({})
    const { setItem } = storage
    storage.setItem = (name, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      setItem(name, value)
    }
    const keeping = keepingIn(() => storage)
    keeping.set('a', 'old')
    full = true
    keeping.set('a', 'new')
    expect(keeping.get('a')).toBe('new')
    full = false
    keeping.set('a', 'newest')
    expect(keeping.get('a')).toBe('newest')
    expect(storage.getItem('a')).toBe('newest')
  })

  it('outlives the page in the storage of the tab while that of the browser is full', () => {
    let full = true
    const [browser, tab] = [storageThat({}), storageThat({})]
    const { setItem } = browser
    setItem('a', 'old')
    browser.setItem = (name, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      setItem(name, value)
    }
    const loaded = () =>
      keepingIn(
        () => browser,
        () => tab,
      )
    expect(loaded().get('a'), 'it was full already when the page was loaded').toBe('old')
    loaded().set('a', 'new')
    expect(loaded().get('a')).toBe('new')
    full = false
    loaded().set('a', 'newest')
    expect([browser.getItem('a'), tab.getItem('a')]).toEqual(['newest', null])
    tab.setItem('a', 'x')
    loaded().remove('a')
    expect(loaded().get('a')).toBeNull()
  })

  it('is nothing where reading begins to throw', () => {
    let blockedNow = false
    const storage = storageThat({
      getItem: () => (blockedNow ? blocked() : 'x'),
    })
    const keeping = keepingIn(() => storage)
    blockedNow = true
    expect(keeping.get('a')).toBeNull()
  })

  it('is what was meant where it cannot be read as JSON', () => {
    const keeping = keepingIn(blocked)
    keeping.set('a', '{')
    expect(readKept(keeping, 'a', 7)).toBe(7)
    keeping.set('a', '[1]')
    expect(readKept(keeping, 'a', [])).toEqual([1])
  })
})
