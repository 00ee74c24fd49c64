import type { Estate } from '@phyle/sdk/chapters/phyle/api'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { Estates } from '../src/features/fund/Estates.tsx'
import { date } from '../src/words/format.ts'
import { fund } from '../src/words/fund/words.ts'
import { address, house } from './kit/house.ts'

const words = fund.estates
const NOW = 1_790_000_000
const DAY = 86_400
const [ADA, HEIR, MILL] = [address(1), address(2), address(3)]
const runs = vi.hoisted(() => ({
  dismiss: vi.fn(async () => ({})),
  passOn: vi.fn(async () => ({})),
  share: vi.fn(async () => ({})),
  bonds: vi.fn(async () => ({})),
}))
const doing = vi.hoisted(() => (run: () => Promise<object>) => () => ({
  state: { step: 'idle' },
  busy: false,
  run,
}))
vi.mock('../src/acts/phyle.ts', () => ({
  useDismissHeir: doing(runs.dismiss),
  usePassOn: doing(runs.passOn),
}))
vi.mock('../src/acts/fund.ts', () => ({ useInheritShare: doing(runs.share) }))
vi.mock('../src/acts/bonds.ts', () => ({ useInheritBonds: doing(runs.bonds) }))
vi.mock('../src/chain/indexClient.ts', () => ({ useIndex: () => ({}) }))
vi.mock('../src/chain/settings.tsx', () => ({ useHouse: () => house }))
vi.mock('../src/chain/relay.ts', () => ({ useDocument: () => ({}) }))
vi.mock('../src/ui/Money.tsx', () => ({ useMoney: () => (amount: bigint) => `${amount} euros` }))
vi.mock('../src/ui/Person.tsx', () => ({
  Person: ({ address: who }: { address: string }) => <span>{who}</span>,
}))
vi.mock('../src/features/fund/useNameOffer.ts', () => ({
  useNameOffer: () => (id: string) => `Offer ${id}`,
}))
vi.mock('../src/chain/purse.ts', () => ({
  usePurse: () => ({
    data: {
      share: { due: 5n },
      holdings: [
        { series: 1n, status: 'bought', units: 30n, due: 7n, taken: 0n, face: 1n },
        { series: 2n, status: 'open', units: 4n, due: 0n, taken: 0n, face: 1n },
        { series: 3n, status: 'bought', units: 0n, due: 0n, taken: 9n, face: 1n },
      ],
    },
  }),
}))

beforeEach(() => {
  for (const run of Object.values(runs)) run.mockClear()
})

const estate = (some: Partial<Estate> = {}): Estate => ({
  phyle: house.phyle,
  person: ADA,
  heir: HEIR,
  coop: MILL,
  coopName: 'Mill',
  document: `0x${'ab'.repeat(32)}`,
  from: NOW + 20 * DAY,
  passed: false,
  ...some,
})
const shown = (wallet: typeof ADA, one: Estate) =>
  render(<Estates wallet={wallet} estates={[one]} now={NOW} />)
const click = (name: string) => act(async () => fireEvent.click(screen.getByText(name)))

it('PHY-16 tells a person whose heir is named until when they can answer, and lets them', async () => {
  const one = estate()
  const { container } = shown(ADA, one)
  const says = words.mineWaits({ coop: 'Mill', when: date(one.from, 'day') })
  expect(container.textContent).toContain(says)
  expect(container.textContent).toContain(HEIR)
  await click(words.stop)
  expect(runs.dismiss).toHaveBeenCalledWith({ phyle: house.phyle, person: ADA })
})

it.each([{ passed: true }, { from: NOW }])(
  'PHY-16 lets them stop it once the heir can take it as well: $passed $from',
  async (some) => {
    const one = estate(some)
    const { container } = shown(ADA, one)
    const says = words.minePassed({ coop: 'Mill', when: date(one.from, 'day') })
    expect(container.textContent).toContain(says)
    await click(words.stop)
    expect(runs.dismiss).toHaveBeenCalled()
  },
)

it('PHY-16 gives the heir nothing to take before the time is over, and then one button', async () => {
  const { unmount } = shown(HEIR, estate())
  expect(screen.queryByText(words.passOn)).toBeNull()
  expect(screen.queryByText(words.share)).toBeNull()
  unmount()
  shown(HEIR, estate({ from: NOW }))
  await click(words.passOn)
  expect(runs.passOn).toHaveBeenCalledWith({ phyle: house.phyle, person: ADA })
})

it('PHY-17 BND-9 FND-8 offers the heir all that is left, each with its button', async () => {
  const { container } = shown(HEIR, estate({ passed: true }))
  await click(words.collect({ amount: '5 euros' }))
  expect(runs.share).toHaveBeenCalledWith({ house, person: ADA })
  await click(words.takeWith({ amount: '7 euros' }))
  expect(runs.bonds).toHaveBeenCalledWith({ house, series: 1n, person: ADA })
  expect(container.textContent).toContain(words.pledged)
  expect(container.textContent).not.toContain('Offer 3')
})
