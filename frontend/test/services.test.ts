import type { HealthPart, PartHealth, RelayHealth } from '@phyle/sdk/relay-api'
import { describe, expect, it } from 'vitest'
import { hindranceIn, type Services } from '../src/chain/services.ts'
import { postboxWords, serviceWords } from '../src/shell/serviceWords.ts'
import { date } from '../src/words/format.ts'
import { shell } from '../src/words/shell/words.ts'

const NOW = 1_700_000_000
const STATES = ['up', 'down'] as const
/** They come before the first test, and not before this file. */
const words = shell.banners.services
const eight = STATES.flatMap((network) =>
  STATES.flatMap((overview) => STATES.map((postbox) => ({ network, overview, postbox }))),
)
const told = (some: Partial<Services>) =>
  serviceWords({ network: 'up', overview: 'up', postbox: 'up', asOf: NOW - 60, ...some }, NOW)

describe('What does not answer', () => {
  it.each(eight)('is told once: network $network, overview $overview, postbox $postbox', (one) => {
    const said = told(one)
    const silent = Object.values(one).filter((state) => state === 'down').length
    expect(Object.values(words.down).filter((one) => said?.startsWith(one))).toHaveLength(
      silent === 0 ? 0 : 1,
    )
    if (silent === 0) expect(said).toBeNull()
  })

  it.each(eight)(
    'promises only what works: network $network, overview $overview, postbox $postbox',
    (one) => {
      const said = told(one) ?? ''
      const networkDown = one.network === 'down'
      const alone = one.postbox === 'down'
      expect(/nothing can be sent/i.test(said), 'nothing can be sent').toBe(networkDown)
      expect(/still (vote|work)/i.test(said), 'it still works').toBe(
        !networkDown && one.overview === 'down',
      )
      expect(/fee/i.test(said), 'sending it oneself costs').toBe(!networkDown && alone)
      expect(/you can read/i.test(said), 'reading works').toBe(networkDown && one.overview === 'up')
      expect(/nothing new can be shown|lists may be missing/i.test(said), 'lists are poor').toBe(
        one.overview === 'down',
      )
      // From when the figures are is said only where no newer ones can come.
      const ending = words.from({ when: '' }).slice(0, -1)
      expect(said.includes(ending), 'from when').toBe(networkDown)
    },
  )

  it('names each service that is silent, and no other', () => {
    const names = ['network', 'overview', 'postbox'] as const
    for (const one of eight.filter((some) => Object.values(some).includes('up'))) {
      const [blame] = (told(one) ?? '').split(/answers?[.,]/)
      for (const name of names) {
        expect(blame?.includes(name), `${JSON.stringify(one)} ${name}`).toBe(one[name] === 'down')
      }
    }
  })

  it('is silent about what nobody asked yet', () => {
    expect(told({ network: 'unknown', overview: 'unknown', postbox: 'unknown' })).toBeNull()
    expect(told({ network: 'unknown', postbox: 'down' })).toBe(words.down.postbox)
  })

  it('tells of a late overview what its figures are, and what works by whether the postbox answers', () => {
    const late = { overview: 'late', overviewTime: NOW - 7_200 } as const
    expect(told(late)).toContain('2\u00a0hours\u00a0ago')
    expect(told(late)).not.toMatch(/fee/)
    expect(told({ ...late, postbox: 'down' })).toMatch(/postbox.*fee/)
  })

  const healthWith = (wrong: Partial<Record<HealthPart, PartHealth['state']>>) => {
    const states = {
      ...{ node: 'ok', store: 'ok', purse: 'ok', index: 'ok', clock: 'ok' },
      ...wrong,
    }
    const parts = Object.fromEntries(
      Object.entries(states).map(([part, state]) => [part, { state, says: '' }]),
    ) as RelayHealth['parts']
    return { ok: Object.keys(wrong).every((part) => part === 'index'), parts }
  }

  it('tells a postbox that answers and cannot carry from one that does not answer', () => {
    const cases = [
      [{ node: 'wrong', purse: 'unknown', clock: 'unknown' }, 'node', /does not hear the network/],
      [{ clock: 'wrong' }, 'clock', /nothing new of the network/],
      [{ purse: 'wrong' }, 'purse', /cannot pay/],
      [{ store: 'wrong', purse: 'wrong' }, 'store', /no room/],
      [{ purse: 'unknown' }, 'other', /cannot carry votes/],
    ] as const
    for (const [wrong, postbox, words] of cases) {
      expect(hindranceIn(healthWith(wrong))).toBe(postbox)
      const said = told({ postbox }) ?? ''
      expect(said).toMatch(words)
      expect(said).toMatch(/^The postbox answers, but .*fee\.$/)
      expect(postboxWords(postbox)?.match(/\./g)).toHaveLength(1)
    }
    expect(hindranceIn(healthWith({ index: 'wrong' }))).toBeNull()
    expect(hindranceIn(healthWith({}))).toBeNull()
  })

  it('says it beside what else is the matter, and promises nothing where nothing can be sent', () => {
    expect(told({ overview: 'down', postbox: 'purse' })).toMatch(
      /^The overview does not answer.*The postbox answers, but it cannot pay.*fee\.$/,
    )
    const late = { overview: 'late', overviewTime: NOW - 7_200, postbox: 'purse' } as const
    expect(told(late)).toMatch(/overview is behind.*The postbox answers/)
    expect(told({ network: 'down', postbox: 'node' })).toBe(told({ network: 'down' }))
  })

  it('is one thing where nothing does and this device kept what is shown: offline, as of then', () => {
    const silent = {
      network: 'down',
      overview: 'down',
      postbox: 'down',
      keptFrom: NOW - 60,
    } as const
    expect(told(silent)).toMatch(/^You are offline\. What you see is as of /)
    expect(told({ overview: 'down', keptFrom: NOW - 60 })).toBe(
      `${words.down.overview} ${words.from({ when: date(NOW - 60, 'time') })}`,
    )
  })
})
