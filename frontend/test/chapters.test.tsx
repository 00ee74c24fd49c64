import { actOf } from '@phyle/sdk/actions'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Deployments } from '@phyle/sdk/deployments'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type Hex, keccak256 } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChapterCheck } from '../src/features/assembly/ChapterCheck.tsx'
import { readAction } from '../src/features/assembly/readActions.ts'
import { ChapterForm } from '../src/features/statutes/ChapterForm.tsx'
import { encodePhyleOpen } from '../src/generated/contracts.ts'
import type { Drafted } from '../src/shell/draft.ts'
import { chapters as words } from '../src/words/chapters/words.ts'
import { address, coop, house, readerIn } from './kit/house.ts'

const NOTICES = address(70)
const CODE: Hex = '0x6001'
const deployments = {
  implementations: { Notices: { address: NOTICES, block: 1, codeHash: keccak256(CODE) } },
  phyle: house,
} as unknown as Deployments

let code: Hex | undefined = CODE
let state = 0
vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => house,
  useEnv: () => ({ deployments }),
}))
const root = { membership: address(30), assembly: address(31) }
vi.mock('../src/chain/indexClient.ts', () => ({
  useIndex: (_route: string, params: object | null) => ({
    data: params && { data: { language: 'en' } },
  }),
}))
vi.mock('../src/chain/useRoot.ts', () => ({ useRoot: () => root }))
vi.mock('../src/chain/names.ts', () => ({
  useNameOf: () => (one: string) => (one === house.phyle ? 'Open Markets' : undefined),
}))
vi.mock('wagmi', async (actual) => ({ ...(await actual<object>()), useConfig: () => ({}) }))
vi.mock('wagmi/actions', async (actual) => ({
  ...(await actual<object>()),
  getBytecode: async () => code,
  readContract: async (_config: unknown, { address: at }: { address: string }) => {
    if (at !== NOTICES) throw new Error('it says nothing')
    return 'notices'
  },
}))
vi.mock('../src/generated/contracts.ts', async (actual) => ({
  ...(await actual<object>()),
  readStatutesChapterStateOf: async () => state,
}))

let draft: Drafted | null = null
const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
const open = (some: Partial<CoopDetail> = {}) =>
  render(
    <QueryClientProvider client={client()}>
      <ChapterForm
        coop={{ ...coop, rootOf: null, phyles: [], ...some } as unknown as CoopDetail}
        keep="test.chapter"
        onDraft={(next) => {
          draft = next
        }}
      />
    </QueryClientProvider>,
  )
const type = (text: string) =>
  fireEvent.change(screen.getByLabelText(words.form.address), { target: { value: text } })
const choose = (act: keyof typeof words.form.acts) =>
  fireEvent.click(screen.getByText(words.form.acts[act].name))
const reader = readerIn({ symbol: 'EUR', decimals: 2, iso: 'EUR' })
const theAct = () => {
  const action = draft?.actions[0]
  if (!action) throw new Error('there is no draft')
  return readAction({ ...action, value: `${action.value}` }, reader)
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  draft = null
  code = CODE
  state = 0
})

describe('The form of a chapter', () => {
  it('opens one by its address, under the name that it gives itself', async () => {
    open()
    type(NOTICES)
    await waitFor(() => expect(draft).not.toBeNull())
    expect(draft?.title).toBe('Open the chapter notices')
    expect(theAct().act).toEqual({ act: 'openChapter', chapter: NOTICES })
    expect(theAct().sentence).toContain('opens the chapter')
  })

  it('opens nothing that says no name, and no half an address', async () => {
    open()
    type(address(71))
    await screen.findByText(words.form.noName)
    expect(draft).toBeNull()
    type('0x12')
    expect(screen.getByText(words.form.wrong)).toBeTruthy()
  })

  it('closes one, whatever it says now', async () => {
    open()
    choose('close')
    type(address(71))
    await waitFor(() => expect(draft).not.toBeNull())
    expect(theAct().act).toEqual({ act: 'closeChapter', chapter: address(71) })
  })

  it('accepts those of the federation, once', async () => {
    const { unmount } = open()
    choose('accept')
    await waitFor(() => expect(draft).not.toBeNull())
    expect(draft?.title).toBe('Accept the chapters of Open Markets')
    expect(theAct().act).toEqual({ act: 'joinFederation', phyle: house.phyle })
    unmount()
    state = 1
    open()
    await screen.findByText(words.form.accepted)
    expect(draft).toBeNull()
  })

  it('opens and replaces one for all co-ops, in the federation’s own', async () => {
    open({ rootOf: house.phyle })
    type(NOTICES)
    await waitFor(() => expect(draft).not.toBeNull())
    expect(theAct().sentence).toContain('every co-op')
    choose('replace')
    await waitFor(() => expect(draft?.title).toBe('Replace the chapter notices for all co-ops'))
    expect(
      actOf(draft?.actions[0] as never, { ...coop, cooperative: coop.coop, house, classNames: [] }),
    ).toMatchObject({
      act: 'house',
      contract: 'phyle',
      name: 'replace',
      args: ['notices', NOTICES],
    })
  })
})

describe('The form of a chapter, in a co-op of a federation', () => {
  it('puts before the federation that one is opened, or replaced, for all', async () => {
    open({ phyles: [house.phyle] })
    choose('openForAll')
    type(NOTICES)
    await waitFor(() => expect(draft).not.toBeNull())
    expect(draft?.title).toBe(words.form.before.openForAll({ name: 'notices' }))
    const reader = readerIn({ symbol: 'EUR', decimals: 2, iso: 'EUR' }, { root })
    const [action] = draft?.actions ?? []
    if (!action) throw new Error('there is no draft')
    const { act, sentence } = readAction({ ...action, value: '0' }, reader)
    const title = words.form.titles.openForAll({ name: 'notices' })
    expect(sentence).toContain(title)
    expect(act).toMatchObject({
      act: 'house',
      contract: 'assembly',
      name: 'propose',
      args: [[house.phyle], [0n], [encodePhyleOpen(['notices', NOTICES])], `# ${title}`],
    })
    choose('replace')
    await waitFor(() => expect(draft?.title).toBe(words.form.before.replace({ name: 'notices' })))
  })

  it('does not where it belongs to none', () => {
    open()
    expect(screen.queryByText(words.form.acts.openForAll.name)).toBeNull()
  })
})

describe('A chapter that would be opened', () => {
  const check = (acts: Parameters<typeof ChapterCheck>[0]['acts']) =>
    render(
      <QueryClientProvider client={client()}>
        <ChapterCheck acts={acts} />
      </QueryClientProvider>,
    )

  it('is known by its address and its code', async () => {
    check([{ act: 'openChapter', chapter: NOTICES }])
    await screen.findByText(words.check.known({ name: 'Notices' }))
  })

  it('is said in red to be unknown where either is another', async () => {
    code = '0x6002'
    const { unmount, container } = check([{ act: 'openChapter', chapter: NOTICES }])
    await screen.findByText(words.check.unknown({ address: NOTICES }))
    expect(container.querySelector('.bg-brick-wash')).toBeTruthy()
    unmount()
    code = CODE
    const args = ['notices', address(71)]
    check([{ act: 'house', contract: 'phyle', root: false, name: 'open', args }])
    await screen.findByText(words.check.unknown({ address: address(71) }))
  })

  it('is said to be unknown where it is only put before the federation', async () => {
    const calls = [encodePhyleOpen(['notices', address(71)]), '0x1234']
    const args = [[house.phyle, house.phyle], [0n, 0n], calls, '# Open it']
    check([{ act: 'house', contract: 'assembly', root: true, name: 'propose', args }])
    await screen.findByText(words.check.unknown({ address: address(71) }))
  })

  it('is said to be missing where there is no contract, and nothing is said of other acts', async () => {
    code = undefined
    check([
      { act: 'joinFederation', phyle: house.phyle },
      { act: 'closeChapter', chapter: NOTICES },
    ])
    await screen.findByText(words.check.none({ address: house.phyle }))
    expect(screen.queryByText(words.check.none({ address: NOTICES }))).toBeNull()
  })
})
