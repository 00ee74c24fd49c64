import { afterEach, describe, expect, it, vi } from 'vitest'

describe('what this copy was told', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('is asked for once, however many want to know', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url)
      return new Response('{}')
    })
    const { askWhatWasTold } = await import('../src/early.ts')
    const first = askWhatWasTold()
    expect(askWhatWasTold()).toBe(first)
    expect(await (await first.settings).json()).toEqual({})
    expect(asked).toEqual(['./settings.json', './deployments.json', './people.json'])
  })
})
