import type { Act } from '@phyle/sdk/actions'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { CHAPTER_STATE } from '@phyle/sdk/chapters/statutes/enums'
import type { Deployments } from '@phyle/sdk/deployments'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { zeroAddress, zeroHash } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OrgansCheck } from '../src/features/assembly/OrgansCheck.tsx'
import { readAction, readSteps } from '../src/features/assembly/readActions.ts'
import { ForeignOrgans } from '../src/features/cooperative/ForeignOrgans.tsx'
import { MoveForm } from '../src/features/cooperative/MoveForm.tsx'
import type { Drafted } from '../src/shell/draft.ts'
import { organs as words } from '../src/words/organs/words.ts'
import { address, coop, house, readerIn } from './kit/house.ts'

const [REGISTRAR, STRANGER] = [address(80), address(81)]
const ORGANS = [address(82), address(83), address(84)] as const
const deployments = {
  registrars: { Registrar: { address: REGISTRAR, block: 1, codeHash: '0x' } },
} as unknown as Deployments
const [CHAPTER, CLOSED, CHANGED] = [address(85), address(86), address(87)]
/** What the statutes say that no charter holds. */
const told = {
  amendments: [] as { eventName: string; args: object }[],
  coverage: zeroAddress as string,
  effects: zeroHash as string,
  isBuilt: false,
}
const bytes24 = `0x${'61'.padEnd(48, '0')}` as const

vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => house,
  useEnv: () => ({ deployments }),
}))
vi.mock('wagmi', async (actual) => ({ ...(await actual<object>()), useConfig: () => ({}) }))
vi.mock('../src/generated/contracts.ts', async (actual) => ({
  ...(await actual<object>()),
  readStatutesName: async () => 'The Mill',
  readStatutesPurpose: async () => `0x${'01'.repeat(32)}`,
  readStatutesLanguage: async () => '0x656e',
  readStatutesLock: async () => 1,
  readStatutesAdmission: async () => [0, 0],
  readStatutesMaxShareBps: async () => 5_000,
  readStatutesCoolingPeriod: async () => 0,
  readStatutesClasses: async () => [{ name: bytes24, shareBps: 10_000, flags: 1 }],
  readStatutesFederation: async () => house.phyle,
  readStatutesBody: async () => zeroAddress,
  readStatutesRuleWordOf: async () => 1n,
  readStatutesCoverage: async () => told.coverage,
  readStatutesEffects: async () => told.effects,
  readStatutesChapterStateOf: async (_: unknown, { args }: { args: readonly [string] }) =>
    CHAPTER_STATE[args[0] === CHANGED ? 'changed' : 'open'],
  readRegistrarBuilt: async () => (told.isBuilt ? coop.coop : zeroAddress),
  readRegistrarSuccessorsOf: async (_: unknown, { address: at }: { address: string }) => {
    if (at !== REGISTRAR) throw new Error('it builds nothing')
    const [statutes, membership, assembly_] = ORGANS
    return { cooperative: coop.coop, statutes, membership, assembly_ }
  },
}))

vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => undefined }))
vi.mock('../src/chain/logs.ts', () => ({
  inStretches: async (_: unknown, from: bigint, ask: (from: bigint, to: bigint) => unknown) =>
    ask(from, from),
}))
vi.mock('wagmi/actions', async (actual) => ({
  ...(await actual<object>()),
  getContractEvents: async (_: unknown, { eventName }: { eventName: string }) =>
    told.amendments
      .map((one, at) => ({ ...one, blockNumber: 1n, logIndex: at }))
      .filter((one) => one.eventName === eventName),
}))

vi.mock('../src/acts/successors.ts', () => ({
  useBuildSuccessors: () => ({ state: { step: 'idle' }, busy: false }),
}))

let draft: Drafted | null = null
const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
const open = () =>
  render(
    <QueryClientProvider client={client()}>
      <MoveForm
        coop={{ ...coop, founding: { block: 7 } } as unknown as CoopDetail}
        keep="test.move"
        onDraft={(next) => {
          draft = next
        }}
      />
    </QueryClientProvider>,
  )
const reader = readerIn({ symbol: 'EUR', decimals: 2, iso: 'EUR' })
const moving = (registrar: string) =>
  [{ act: 'adoptOrgans', registrar, organs: ORGANS }] as unknown as readonly Act[]

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  draft = null
  Object.assign(told, { amendments: [], coverage: zeroAddress, effects: zeroHash, isBuilt: false })
})

describe('G14 COOP-9 Moving to newer contracts', () => {
  it('has them built and moves to them in one decision', async () => {
    open()
    await waitFor(() => expect(draft).not.toBeNull())
    const read = draft?.actions.map((one) => readAction({ ...one, value: `${one.value}` }, reader))
    expect(read?.map(({ act }) => act.act)).toEqual(['call', 'adoptOrgans'])
    expect(read?.[1]?.act).toEqual({ act: 'adoptOrgans', registrar: REGISTRAR, organs: ORGANS })
    expect(read?.[1]?.sentence).toContain('Every member stays who they are')
    expect(screen.queryByText(words.check.unknown({ address: REGISTRAR }))).toBeNull()
  })

  it('STA-11 has said anew, in the same decision, what no charter holds', async () => {
    const [SELECTOR, effects] = ['0x095ea7b3', `0x${'07'.repeat(32)}`]
    const opened = (chapter: string) => ({ eventName: 'ChapterOpened', args: { chapter } })
    const kind = (target: string, to: number) => ({
      eventName: 'KindSet',
      args: { target, selector: SELECTOR, kind: to },
    })
    Object.assign(told, {
      amendments: [
        ...[CHAPTER, CLOSED, CHANGED].map(opened),
        { eventName: 'ChapterClosed', args: { chapter: CLOSED } },
        ...[kind(STRANGER, 1), kind(coop.membership, 3), kind(STRANGER, 2)],
      ],
      coverage: CHAPTER,
      effects,
    })
    // An assembly takes no motion to call what does not stand.
    const { unmount } = open()
    await screen.findByRole('button', { name: words.form.again.build })
    expect(draft).toBeNull()
    unmount()
    told.isBuilt = true
    open()
    await waitFor(() => expect(draft).not.toBeNull())
    expect(screen.queryByRole('button', { name: words.form.again.build })).toBeNull()
    const actions = draft?.actions.map((one) => ({ ...one, value: `${one.value}` })) ?? []
    expect(actions.slice(2).map(({ target }) => target)).toEqual(Array(5).fill(ORGANS[0]))
    const acts = readSteps(actions, reader).map(({ act }) => act)
    expect(acts.slice(2)).toMatchObject([
      { act: 'openChapter', chapter: CHAPTER },
      { act: 'setCoverage', chapter: CHAPTER },
      { act: 'setEffects', effects },
      { act: 'setKind', target: STRANGER, kind: 'SPECIAL' },
      // The roll of today is not the one that it will have.
      { act: 'setKind', target: ORGANS[1], kind: 'ENTRENCHED' },
    ])
    expect(document.body.textContent).toContain('1 chapter of its own')
    expect(screen.getByText(words.form.again.lost({ list: CHANGED }))).toBeTruthy()
  })

  it('says in red of a Registrar that this site does not know, and proposes nothing that fails', async () => {
    open()
    const field = screen.getByLabelText(words.form.registrar)
    fireEvent.change(field, { target: { value: STRANGER } })
    await screen.findByText(words.form.refused)
    expect(screen.getByText(words.check.unknown({ address: STRANGER }))).toBeTruthy()
    expect(draft).toBeNull()
  })

  it('PHY-14 tells voters which Registrar builds them, and what follows from one that nobody knows', () => {
    const { unmount } = render(<OrgansCheck acts={moving(STRANGER)} />)
    expect(screen.getByText(words.check.unknown({ address: STRANGER }))).toBeTruthy()
    expect(document.body.textContent).toContain('ends in the second of the move')
    unmount()
    render(<OrgansCheck acts={moving(REGISTRAR)} />)
    expect(screen.getByText(words.check.known)).toBeTruthy()
  })

  it('COOP-9 warns on the page of a co-op whose contracts nobody here knows, and on no other', () => {
    const built = (builtBy: string) =>
      render(<ForeignOrgans coop={{ ...coop, builtBy } as unknown as CoopDetail} />)
    const { container, unmount } = built(REGISTRAR)
    expect(container.textContent).toBe('')
    unmount()
    built(STRANGER)
    expect(screen.getByText(words.foreign.unknown)).toBeTruthy()
    expect(screen.getByText(words.foreign.why({ address: STRANGER }))).toBeTruthy()
  })
})
