import { afterEach, describe, expect, it, vi } from 'vitest'
import { lacksSomething } from '../src/browser.ts'
import { buildTarget, oldestBrowsers } from '../src/plain/browsers.ts'

describe('The browsers that are promised', () => {
  it('are what the build compiles for', () => {
    expect(buildTarget()).toEqual(['chrome111', 'edge111', 'firefox128', 'safari16.4', 'ios16.4'])
  })

  it('are named where the app does not start', () => {
    expect(oldestBrowsers()).toContain('Firefox 128, Safari 16.4, Safari on iOS 16.4')
  })
})

describe('What a browser may lack', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is nothing in a browser of today', () => {
    expect(lacksSomething()).toBe(false)
  })

  it.each([
    ['toSorted', () => Array.prototype],
    ['isWellFormed', () => String.prototype],
    ['groupBy', () => Object],
    ['withResolvers', () => Promise],
    ['fromAsync', () => Array],
    ['union', () => Set.prototype],
  ] as const)('is noticed: %s', (name, find) => {
    const owner = find()
    const had = Object.getOwnPropertyDescriptor(owner, name)
    expect(had).toBeDefined()
    Reflect.deleteProperty(owner, name)
    const lacks = lacksSomething()
    Object.defineProperty(owner, name, had as PropertyDescriptor)
    expect(lacks).toBe(true)
  })

  it('is noticed: no iterators with a prototype of their own', () => {
    vi.stubGlobal('Iterator', undefined)
    expect(lacksSomething()).toBe(true)
  })
})
