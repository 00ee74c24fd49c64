import { actOf } from '@phyle/sdk/actions'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { foundingDocument } from '@phyle/sdk/charter'
import { parseCharter } from '@phyle/sdk/charter-file'
import { documentDigest } from '@phyle/sdk/documents'
import { readFoundingDocument } from '@phyle/sdk/founding-document'
import { iAssemblyAbi, iMembershipAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import { decodeFunctionData } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import somerset from '../../examples/charters/somerset.json'
import { AdmissionForm } from '../src/features/membership/AdmissionForm.tsx'
import { ExpelForm } from '../src/features/phyle/ExpelForm.tsx'
import { ANSWER, JoinForm } from '../src/features/phyle/JoinForm.tsx'
import { PlacesForm } from '../src/features/phyle/PlacesForm.tsx'
import { WelcomeForm } from '../src/features/phyle/WelcomeForm.tsx'
import { PurposeForm } from '../src/features/statutes/PurposeForm.tsx'
import { WindUpForm } from '../src/features/statutes/WindUpForm.tsx'
import type { Drafted, FormProps } from '../src/shell/draft.ts'
import { keptFrom } from '../src/ui/useKept.ts'
import { propose as words } from '../src/words/propose/words.ts'
import { address } from './kit/house.ts'

const DAY = 86_400
const NOW = 20_000 * DAY
const charter = parseCharter(somerset)
const document = foundingDocument(charter)

const house = { phyle: address(20), root: address(28), cash: address(27) }
const root = { membership: address(30), assembly: address(31) }
const coop = {
  coop: address(1),
  statutes: address(2),
  membership: address(3),
  assembly: address(4),
  purpose: documentDigest(document),
  phyles: [] as readonly string[],
  rootOf: null,
  lock: 'COMMON_OWNERSHIP',
  admission: 'BY_SPONSORS',
  sponsorsNeeded: 2,
  cash: '12345000000',
  rules: charter.rules,
  classes: charter.classes,
} as unknown as CoopDetail
const application = {
  wallet: address(50),
  class: 0,
  document: null,
  deadline: NOW + 50 * DAY,
  state: 'open',
}

let now = NOW
let isMember = false
let appliedUntil = 0n
let kept: string | null = document
const answers: Readonly<Record<string, (params: Record<string, string>) => unknown>> = {
  '/api/federations': () => [
    {
      phyle: house.phyle,
      name: 'Federation of Open Markets',
      root: house.root,
      coops: 8,
      heads: 91,
    },
  ],
  '/api/coops': () => [
    { coop: address(1), name: 'Us' },
    { coop: address(60), name: 'La Louve' },
  ],
  '/api/coops/:coop': () => ({
    membership: root.membership,
    language: 'fr',
    registrar: address(40),
    classes: [
      { cooperator: true, members: 7 },
      { cooperator: false, members: 5 },
    ],
  }),
  '/api/federations/:phyle': () => ({ members: [{ coop: address(60), name: 'La Louve' }] }),
  '/api/coops/:coop/applications': () => [application],
}
vi.mock('../src/chain/indexClient.ts', () => ({
  useIndex: (route: string, params: Record<string, string> | null) =>
    params === null ? {} : { data: { data: answers[route]?.(params) } },
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => now }))
vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => house,
  useSettings: () => ({ currency: { symbol: 'EUR', decimals: 6 } }),
}))
vi.mock('../src/chain/names.ts', () => ({
  useNameOf: () => (one: string) =>
    ({ [address(50)]: 'The Mended Bicycle', [address(60)]: 'La Louve' })[one],
}))
vi.mock('../src/chain/relay.ts', () => ({ useDocument: () => ({ data: kept }) }))
vi.mock('../src/chain/useRoot.ts', () => ({ useRoot: () => root }))
vi.mock('wagmi', async (actual) => ({ ...(await actual<object>()), useConfig: () => ({}) }))
vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="#/">{children}</a>,
}))
vi.mock('../src/generated/contracts.ts', async (actual) => ({
  ...(await actual<object>()),
  readMembershipIsMember: async () => isMember,
  readMembershipApplicationOf: async () => [0, '0x', appliedUntil],
}))

let draft: Drafted | null = null
function open(Form: ComponentType<FormProps>, some: Partial<CoopDetail> = {}) {
  draft = null
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <Form
        coop={{ ...coop, ...some }}
        keep="test.form"
        onDraft={(next) => {
          draft = next
        }}
      />
    </QueryClientProvider>,
  )
}
const write = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
const theAction = () => {
  const action = draft?.actions[0]
  if (!action) throw new Error('there is no draft')
  return action
}
const place = {
  cooperative: coop.coop,
  statutes: coop.statutes,
  membership: coop.membership,
  assembly: coop.assembly,
  classNames: coop.classes.map(({ name }) => name),
}

beforeEach(() => {
  localStorage.clear()
  now = NOW
  isMember = false
  appliedUntil = 0n
  kept = document
})

describe('The form of another purpose', () => {
  const purpose = 'To mill the grain of the valley.'

  it('changes the purpose in the founding document, and nothing else in it', () => {
    open(PurposeForm)
    expect(draft).toBeNull()
    write(words.purpose.purpose, purpose)
    const [next] = draft?.documents ?? []
    expect(readFoundingDocument(next?.text ?? '')).toEqual({ ...charter, purpose })
    expect(actOf(theAction(), place)).toEqual({
      act: 'setPurpose',
      purpose: documentDigest(next?.text ?? ''),
    })
    expect(draft?.body).toContain(charter.purpose)
    expect(draft?.body).toContain(purpose)
  })

  it('takes no text that hides or turns', () => {
    open(PurposeForm)
    write(words.purpose.purpose, 'For all \u202Ereven.')
    expect(draft).toBeNull()
    expect(screen.getByText(words.purpose.hidden)).toBeDefined()
  })

  it('changes nothing where the document cannot be read', () => {
    kept = '{}'
    open(PurposeForm)
    expect(screen.getByText(words.purpose.unread.why, { exact: false })).toBeDefined()
    expect(draft).toBeNull()
  })
})

describe('The form of admission', () => {
  it('goes from sponsors to a vote, and to another number of sponsors', () => {
    open(AdmissionForm)
    expect(draft).toBeNull()
    fireEvent.click(screen.getByText('By a vote'))
    expect(actOf(theAction(), place)).toEqual({ act: 'setAdmission', policy: 0, sponsors: 0 })
    fireEvent.click(screen.getByText('By sponsors'))
    write(words.admission.sponsors, '3')
    expect(actOf(theAction(), place)).toEqual({ act: 'setAdmission', policy: 1, sponsors: 3 })
    expect(draft?.title).toBe('Admit new members by 3 sponsors')
  })

  it('takes no more sponsors than the statutes do', () => {
    open(AdmissionForm)
    write(words.admission.sponsors, '17')
    expect(draft).toBeNull()
  })
})

describe('The form of joining a federation', () => {
  it('applies to the roll of the federation, for as long as both votes take', async () => {
    open(JoinForm)
    write(words.join.about, 'We mend bicycles.')
    await waitFor(() => expect(draft).not.toBeNull())
    const { target, data } = theAction()
    expect(target).toBe(root.membership)
    const { functionName, args } = decodeFunctionData({ abi: iMembershipAbi, data })
    expect(functionName).toBe('applyFor')
    const [group, digest, deadline] = args as [number, string, bigint]
    expect([group, digest]).toEqual([0, documentDigest('We mend bicycles.')])
    const rule = charter.rules.SPECIAL
    const voted = NOW + (rule ? rule.noticePeriod + rule.votingPeriod + rule.timelock : 0)
    // The contract takes at most 116 days from when it is carried out.
    expect(Number(deadline) - voted).toBeGreaterThan(ANSWER - DAY)
    expect(Number(deadline) - voted).toBeLessThanOrEqual(116 * DAY)
  })

  it('makes no second application while one runs', async () => {
    appliedUntil = BigInt(NOW + 10 * DAY)
    open(JoinForm)
    write(words.join.about, 'We mend bicycles.')
    await screen.findByText(/^You have applied already/)
    expect(draft).toBeNull()
  })

  it('has nothing to join for who is in, nor for a federation’s own co-op', () => {
    const { unmount } = open(JoinForm, { phyles: [house.phyle] })
    expect(screen.getByText(words.join.isIn)).toBeDefined()
    unmount()
    open(JoinForm, { rootOf: house.phyle })
    expect(screen.getByText(words.join.isRoot)).toBeDefined()
  })

  it('says what it means to join without a lock', () => {
    open(JoinForm, { lock: 'NONE' })
    expect(screen.getByText(words.join.noLock)).toBeDefined()
  })
})

describe('The form of admitting a co-op to the federation', () => {
  it('puts the admission of who has applied before the co-ops, in their language', async () => {
    open(WelcomeForm, { phyles: [house.phyle] })
    await waitFor(() => expect(draft).not.toBeNull())
    expect(draft?.title).toBe('Put before the federation: admit The Mended Bicycle')
    const { target, data } = theAction()
    expect(target).toBe(root.assembly)
    const outer = decodeFunctionData({ abi: iAssemblyAbi, data })
    expect(outer.functionName).toBe('propose')
    const [targets, , calls, description] = outer.args as [
      string[],
      bigint[],
      `0x${string}`[],
      string,
    ]
    expect(targets).toEqual([root.membership, house.phyle, house.phyle])
    expect(description).toBe('# Admettre The Mended Bicycle dans la fédération')
    const inner = decodeFunctionData({ abi: iMembershipAbi, data: calls[0] ?? '0x' })
    expect(inner.functionName).toBe('admit')
    expect(inner.args?.[0]).toMatchObject([{ wallet: application.wallet, class: 0 }])
    const rest = calls.slice(1).map((call) => decodeFunctionData({ abi: iPhyleAbi, data: call }))
    expect(rest).toEqual([
      { functionName: 'enter', args: [application.wallet, address(40)] },
      { functionName: 'grant', args: [application.wallet, 7] },
    ])
  })

  it('P4 grants no more places than the co-op has cooperators', () => {
    open(WelcomeForm, { phyles: [house.phyle] })
    write(words.places.count, '8')
    expect(draft).toBeNull()
    expect(screen.getByText(words.places.tooMany({ most: '7' }))).toBeDefined()
  })

  it('is not for a co-op that is in none', () => {
    open(WelcomeForm)
    expect(screen.getByText(words.welcome.notIn)).toBeDefined()
    expect(draft).toBeNull()
  })
})

describe('The form of granting places', () => {
  it('P4 puts a figure for a co-op before the co-ops', async () => {
    open(PlacesForm, { phyles: [house.phyle] })
    fireEvent.click(screen.getByText('La Louve'))
    write(words.places.count, '5')
    await waitFor(() => expect(draft).not.toBeNull())
    const outer = decodeFunctionData({ abi: iAssemblyAbi, data: theAction().data })
    const [targets, , calls] = outer.args as unknown as [string[], bigint[], `0x${string}`[]]
    expect(targets).toEqual([house.phyle])
    expect(decodeFunctionData({ abi: iPhyleAbi, data: calls[0] ?? '0x' })).toEqual({
      functionName: 'grant',
      args: [address(60), 5],
    })
  })

  it('asks for the same while it is open, however late it gets', async () => {
    open(PlacesForm, { phyles: [house.phyle] })
    fireEvent.click(screen.getByText('La Louve'))
    write(words.places.count, '5')
    await waitFor(() => expect(draft).not.toBeNull())
    const before = theAction().data
    now += 60
    write(words.places.count, '4')
    write(words.places.count, '5')
    expect(theAction().data).toBe(before)
  })
})

describe('The form of expelling a co-op', () => {
  it('keeps its reasons apart from why the co-op wants it', () => {
    open(ExpelForm, { phyles: [house.phyle] })
    write(words.expel.why, 'No books for three years.')
    expect(keptFrom('test.form.grounds')).not.toBeNull()
    expect(keptFrom('test.form.why')).toBeNull()
  })

  it('P5 puts it before the co-ops, with the reasons', async () => {
    open(ExpelForm, { phyles: [house.phyle] })
    fireEvent.click(screen.getByText('La Louve'))
    expect(draft).toBeNull()
    write(words.expel.why, 'No books for three years.')
    await waitFor(() => expect(draft).not.toBeNull())
    const outer = decodeFunctionData({ abi: iAssemblyAbi, data: theAction().data })
    const [targets, , calls] = outer.args as unknown as [string[], bigint[], `0x${string}`[]]
    expect(targets).toEqual([house.phyle])
    expect(decodeFunctionData({ abi: iPhyleAbi, data: calls[0] ?? '0x' })).toEqual({
      functionName: 'expel',
      args: [address(60), documentDigest('No books for three years.')],
    })
  })
})

describe('The form of winding up', () => {
  it('hands on all that is left to another body', async () => {
    open(WindUpForm)
    fireEvent.change(screen.getByLabelText(words.windUp.to), { target: { value: address(60) } })
    await waitFor(() => expect(draft?.title).toBe('Wind up: hand on all that is left to La Louve'))
    expect(actOf(theAction(), place)).toMatchObject({
      act: 'transferToken',
      token: house.cash,
      to: address(60),
      amount: 12_345_000_000n,
    })
  })

  it('hands nothing on to a member, and nothing before the federation is left', async () => {
    isMember = true
    const { unmount } = open(WindUpForm)
    fireEvent.change(screen.getByLabelText(words.windUp.to), { target: { value: address(60) } })
    expect(await screen.findByText(words.windUp.member)).toBeDefined()
    expect(draft).toBeNull()
    unmount()
    open(WindUpForm, { phyles: [house.phyle] })
    expect(screen.getByText(/still belongs to the federation/)).toBeDefined()
    expect(draft).toBeNull()
  })

  it('says that no decision dissolves a co-op', () => {
    open(WindUpForm)
    expect(screen.getByText(/No decision can dissolve a co-op yet/)).toBeDefined()
  })
})
