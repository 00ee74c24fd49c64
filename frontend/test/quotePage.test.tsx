import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { QuotePage } from '../src/features/licences/QuotePage.tsx'
import { licences } from '../src/words/licences/words.ts'
import { shell } from '../src/words/shell/words.ts'
import { address } from './kit/house.ts'

const words = licences.quote
const DAY = 86_400
const NOW = 20_000 * DAY

const work = {
  id: 7n,
  family: 7n,
  origin: 7n,
  title: 'Bench',
  version: '',
  licence: 'CC-BY-NC-4.0',
  right: 'RESERVED',
  steward: address(1),
  parents: [],
  changeDate: 0,
  termsVersion: 1n,
  terms: {
    licensor: address(1),
    legalText: `0x${'11'.repeat(32)}`,
    pricePerYear: 600_000_000n,
    tierBps: [0, 10_000],
    tierTurnover: [50_000, 0],
    stewardBps: 9_000,
    parentsBps: 0,
    fundBps: 1_000,
    waivePoints: 1_000,
    minAttesters: 2,
    refundWindow: 0,
    grace: 0,
    notice: 30 * DAY,
  },
}
const held = {
  licensee: address(9),
  family: 7n,
  from: NOW - DAY,
  to: NOW + DAY,
  ground: 'PAID',
  receipts: [],
  spans: [],
}

const asked = vi.hoisted(() => ({ permission: {} }))
vi.mock('../src/chain/works.ts', () => ({ useOffered: () => ({ data: work }) }))
vi.mock('../src/chain/permissions.ts', () => ({
  usePermission: () => asked.permission,
  useQuote: () => ({}),
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => NOW }))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => undefined }))
vi.mock('../src/chain/relay.ts', () => ({ useDocument: () => ({}) }))
vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => null,
  useEnv: () => ({}),
  useSettings: () => ({ currency: { symbol: 'EUR', decimals: 6, iso: 'EUR' } }),
}))
vi.mock('../src/acts/licences.ts', () => ({ useAcquire: () => ({ state: { step: 'idle' } }) }))
vi.mock('../src/features/commons/index.ts', async () => ({
  ...(await import('../src/features/commons/PublicLicence.tsx')),
  ...(await import('../src/features/commons/Terms.tsx')),
  CreditCard: () => null,
  Twin: () => null,
}))
vi.mock('wagmi', async (actual) => ({
  ...(await actual<object>()),
  useConnection: () => ({ address: address(9) }),
}))
vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useParams: () => ({ phyle: address(20), id: '7' }),
  Link: () => null,
}))

beforeEach(() => {
  asked.permission = { isLoading: true }
})

const firm = () => screen.queryByLabelText(new RegExp(words.who.firm.label))

it('LIC-1 lets nobody choose before it is known whether they hold a permission, which stands above', () => {
  const { rerender } = render(<QuotePage />)
  screen.getByText(shell.loading)
  expect(firm()).toBeNull()
  asked.permission = { isLoading: false, data: held }
  rerender(<QuotePage />)
  screen.getByText(licences.yourReceipt.title)
  expect(firm()).not.toBeNull()
})

it('LIC-1 keeps what was chosen while another permission is asked for', () => {
  asked.permission = { isLoading: false, data: null }
  const { rerender } = render(<QuotePage />)
  fireEvent.click(firm() as HTMLElement)
  screen.getByLabelText(words.length)
  asked.permission = { isLoading: true }
  rerender(<QuotePage />)
  screen.getByLabelText(words.length)
})
