import { consentTo, licensorTypedData } from '@phyle/sdk/chapters/commons/licensor'
import { isWorse, type OfferedTerms, termsFault } from '@phyle/sdk/chapters/commons/model'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { parseCharter } from '@phyle/sdk/charter-file'
import { documentDigest } from '@phyle/sdk/documents'
import { iWorksAbi } from '@phyle/sdk/generated/abi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { concatHex, decodeFunctionData, numberToHex, parseSignature } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import somerset from '../../examples/charters/somerset.json'
import { TermsForm } from '../src/features/commons/TermsForm.tsx'
import {
  firstTyped,
  readTerms,
  type TypedTerms,
  typedOf,
} from '../src/features/commons/termsTyped.ts'
import type { Drafted } from '../src/shell/draft.ts'
import { offering as words } from '../src/words/offering/words.ts'
import { address } from './kit/house.ts'

const DAY = 86_400
const NOW = 20_000 * DAY
const CHAIN = 31_337
const currency = { symbol: 'EUR', decimals: 6, iso: 'EUR' }
const LEGAL = 'You may use it for a year.'
const author = privateKeyToAccount(`0x${'42'.repeat(32)}`)

const house = { phyle: address(20), works: address(21) }
const coop = {
  coop: address(1),
  language: 'en',
  phyles: [house.phyle],
  rules: parseCharter(somerset).rules,
} as unknown as CoopDetail

const held: OfferedTerms = {
  licensor: coop.coop,
  legalText: documentDigest(LEGAL),
  pricePerYear: 600_000_000n,
  tierBps: [0, 1_000, 10_000],
  tierTurnover: [50_000, 500_000, 0],
  stewardBps: 8_000,
  parentsBps: 1_000,
  fundBps: 1_000,
  grace: 30 * DAY,
  cure: 32 * DAY,
  refundWindow: 14 * DAY,
  notice: 60 * DAY,
  waivePoints: 1_000,
  minAttesters: 2,
  changeDate: 0,
}
const work = {
  id: '7',
  family: '7',
  origin: '7',
  title: 'Bench',
  licence: 'CC-BY-NC-4.0',
  right: 'RESERVED',
}

let works: readonly object[] = []
let terms: OfferedTerms | null = null
let decidedBefore: readonly { from: number }[] = []
vi.mock('../src/chain/indexClient.ts', () => ({
  useIndex: (route: string, params: object | null) =>
    params === null
      ? {}
      : {
          data: {
            data:
              { '/api/works': works, '/api/works/:phyle/:id': { terms: decidedBefore } }[route] ??
              [],
          },
        },
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => NOW }))
vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => house,
  useEnv: () => ({ people: [] }),
  useSettings: () => ({ currency, chainId: CHAIN }),
}))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => undefined }))
vi.mock('../src/chain/relay.ts', () => ({
  useDocument: (digest?: string) => ({
    data: digest === documentDigest(LEGAL) ? LEGAL : undefined,
  }),
}))
vi.mock('../src/chain/works.ts', () => ({
  useOffered: (id: string) => ({
    data: { ...work, id: BigInt(id), family: 7n, parents: [], changeDate: 0, terms },
  }),
}))
vi.mock('wagmi', async (actual) => ({
  ...(await actual<object>()),
  useConfig: () => ({}),
  useConnection: () => ({ address: address(90) }),
  usePublicClient: () => ({ getCode: async () => undefined }),
}))
vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="#/">{children}</a>,
}))

let draft: Drafted | null = null
function open() {
  draft = null
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <TermsForm
        coop={coop}
        keep="test.terms"
        onDraft={(next) => {
          draft = next
        }}
      />
    </QueryClientProvider>,
  )
}
const write = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value: text } })
const theAct = () => {
  const action = draft?.actions[0]
  if (!action) throw new Error('there is no draft')
  expect(action.target).toBe(house.works)
  const call = decodeFunctionData({ abi: iWorksAbi, data: action.data })
  if (call.functionName !== 'offer') throw new Error(call.functionName)
  const [family, offered, consent] = call.args
  return { family, offered, consent }
}

beforeEach(() => {
  localStorage.clear()
  works = [work]
  terms = null
  decidedBefore = []
})

describe('The form for terms of a work', () => {
  it.each([
    ['FREE', 'MIT'],
    ['UNKNOWN', 'LicenseRef-Other'],
  ] as const)('L9 says why nothing can be sold where the licence says %s', (right, licence) => {
    works = [{ ...work, right, licence }]
    open()
    screen.getByText(words.rights[right]({ licence }))
    expect(screen.queryByLabelText(new RegExp(words.price))).toBeNull()
    expect(draft).toBeNull()
  })

  it('L9 says that a second licence is sold where firms may share alike', () => {
    works = [{ ...work, right: 'SHARE_ALIKE', licence: 'CERN-OHL-S-2.0' }]
    open()
    screen.getByText(/What you sell is a second licence/)
  })

  it('OFF-2 offers the first terms, with the prices that firms of each size will see and when', () => {
    open()
    expect(draft).toBeNull()
    write(words.price, '600')
    write(words.legal, LEGAL)
    const { family, offered, consent } = theAct()
    expect(family).toBe(7n)
    expect(termsFault(offered)).toBeNull()
    expect(offered).toMatchObject({ pricePerYear: 600_000_000n, licensor: coop.coop })
    expect(consent).toEqual({ deadline: 0, signature: '0x' })
    expect(draft?.documents).toEqual([{ text: LEGAL, type: 'text/markdown' }])
    expect(draft?.title).toBe('Offer terms for Bench')
    const seen = screen.getByRole('region', { name: words.seen }).textContent
    expect(seen).toMatch(/\D600\seuros/)
    expect(seen).toMatch(/\D60\seuros/)
    expect(seen).toMatch(/\D240\seuros/)
    expect(seen).toMatch(/they apply 1\smonth after/)
  })

  it('OFF-2 changes terms at once where nothing is worse, and after notice where something is', () => {
    terms = held
    open()
    write(words.price, '500')
    expect(isWorse(theAct().offered, held)).toBe(false)
    expect(theAct().offered.legalText).toBe(held.legalText)
    expect(draft?.documents).toEqual([])
    screen.getByText(words.from.atOnce)
    write(words.price, '700')
    expect(isWorse(theAct().offered, held)).toBe(true)
    screen.getByText(/so they apply (60|2)\s(days|months) after/)
  })

  it('OFF-2 says what terms that wait mean: these take their place, or are compared with them', () => {
    terms = held
    decidedBefore = [{ from: NOW + 300 * DAY }]
    const { unmount } = open()
    screen.getByText(/These would take their place/)
    unmount()
    decidedBefore = [{ from: NOW + DAY }]
    open()
    screen.getByText(/These are then compared with those/)
    expect(screen.queryByText(/These would take their place/)).toBeNull()
  })

  it('OFF-5 waits for the licensor to sign exactly these terms', async () => {
    terms = held
    open()
    fireEvent.click(screen.getByLabelText(new RegExp(words.other)))
    write(words.who, author.address)
    expect(draft).toBeNull()
    const deadline = NOW + 180 * DAY
    const sign = (some: Partial<OfferedTerms>) =>
      author.signTypedData(
        licensorTypedData(
          CHAIN,
          house.works,
          consentTo(7n, { ...held, licensor: author.address, ...some }, deadline),
        ),
      )
    write(words.consent.answer, await sign({ pricePerYear: 1n }))
    await screen.findByText(words.consent.wrong)
    expect(draft).toBeNull()
    const signature = await sign({})
    write(words.consent.answer, signature)
    await waitFor(() => expect(draft).not.toBeNull())
    expect(theAct()).toMatchObject({
      offered: { licensor: author.address },
      consent: { deadline, signature },
    })
    write(words.price, '601')
    await waitFor(() => expect(draft).toBeNull())
  })

  it('OFF-5 hands on a signature as the contract reads it, and none that it refuses', async () => {
    terms = held
    open()
    fireEvent.click(screen.getByLabelText(new RegExp(words.other)))
    write(words.who, author.address)
    const consent = consentTo(7n, { ...held, licensor: author.address }, NOW + 180 * DAY)
    const signature = await author.signTypedData(licensorTypedData(CHAIN, house.works, consent))
    const { r, s, yParity } = parseSignature(signature)
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
    const mirrored = numberToHex(order - BigInt(s), { size: 32 })
    write(words.consent.answer, concatHex([r, mirrored, yParity === 0 ? '0x1c' : '0x1b']))
    await screen.findByText(words.consent.wrong)
    expect(draft).toBeNull()
    // As some wallets write it: the last byte counts from 0, and the contract's from 27.
    write(words.consent.answer, concatHex([r, s, numberToHex(yParity, { size: 1 })]))
    await waitFor(() => expect(draft).not.toBeNull())
    expect(theAct().consent.signature).toBe(signature)
  })
})

describe('Terms, as typed', () => {
  const read = (some: Partial<TypedTerms>) =>
    readTerms(
      { ...firstTyped(), price: '600', ...some },
      { currency, dates: { least: NOW, most: 2 * NOW } },
    )

  it('come back as they were offered', () => {
    const { legalText: _text, licensor: _licensor, ...rest } = held
    expect(
      readTerms(typedOf(held, currency), { currency, dates: { least: 0, most: 1 } }).terms,
    ).toEqual(rest)
  })

  it('wait, without blame, for what is not written yet', () => {
    expect(read({ price: '', free: '', fund: '' })).toMatchObject({ terms: null, faults: {} })
  })

  const size = (upTo: string, pays: string) => ({ key: 0, upTo, pays })
  it.each([
    ['a turnover that does not rise', { sizes: [size('50000', '10')] }, 'sizes'],
    ['a larger firm that pays less', { sizes: [size('60000', '10'), size('70000', '9')] }, 'sizes'],
    ['too many who give points', { people: '57' }, 'people'],
    ['a long grace', { grace: '91' }, 'grace'],
    ['a refund window longer than the grace', { grace: '10', refund: '11' }, 'refund'],
    ['a short cure', { cure: '13' }, 'cure'],
    ['a short notice', { notice: '29' }, 'notice'],
    ['a fund below 5 %', { fund: '4.99' }, 'fund'],
    ['shares above the whole', { parents: '95.01', fund: '5' }, 'fund'],
    ['a day before the vote is over', { freeFrom: '2024-10-03' }, 'freeFrom'],
  ] as const)('refuse %s', (_what, some, fault) => {
    expect(read(some)).toMatchObject({ terms: null, faults: { [fault]: true } })
  })
})
