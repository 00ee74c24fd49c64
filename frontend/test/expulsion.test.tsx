import type { Act } from '@phyle/sdk/actions'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { documentDigest } from '@phyle/sdk/documents'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { decodeFunctionData, type Hex } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Expulsion, Reply } from '../src/chain/expulsions.ts'
import { AnswerForm } from '../src/features/phyle/AnswerForm.tsx'
import { ExpulsionCard } from '../src/features/phyle/ExpulsionCard.tsx'
import { AccusedSays } from '../src/features/phyle/Replies.tsx'
import type { Drafted } from '../src/shell/draft.ts'
import { expulsion as words } from '../src/words/expulsion/words.ts'
import { address } from './kit/house.ts'

const DAY = 86_400
const NOW = 20_000 * DAY
const GROUNDS = 'It kept no books.'
const ANSWER = 'They were with the tax office.'
const house = { phyle: address(20) }
const coop = {
  coop: address(1),
  name: 'The Mill',
  language: 'en',
  phyles: [house.phyle],
} as unknown as CoopDetail

const runs: Expulsion = {
  state: 'runs',
  from: NOW + 9 * DAY,
  appealedAt: 0,
  until: 180 * DAY,
  grounds: documentDigest(GROUNDS),
}

let decided: Expulsion | null = null
let replies: readonly Reply[] = []
vi.mock('../src/chain/expulsions.ts', () => ({
  useExpulsion: () => ({ data: decided }),
  useReplies: () => ({ data: replies }),
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => NOW }))
vi.mock('../src/chain/settings.tsx', () => ({ useHouse: () => house }))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => 'The Mill' }))
vi.mock('../src/chain/relay.ts', () => ({
  useDocument: (digest: Hex) => ({
    data: [GROUNDS, ANSWER].find((text) => documentDigest(text) === digest),
  }),
}))
vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="#/">{children}</a>,
}))

let draft: Drafted | null = null
const open = () =>
  render(
    <AnswerForm
      coop={coop}
      keep="test.answer"
      onDraft={(next) => {
        draft = next
      }}
    />,
  )
const write = (text: string) =>
  fireEvent.change(screen.getByLabelText(words.words), { target: { value: text } })
const theCall = () => {
  const action = draft?.actions[0]
  if (!action) throw new Error('there is no draft')
  expect(action.target).toBe(house.phyle)
  return decodeFunctionData({ abi: iPhyleAbi, data: action.data })
}

beforeEach(() => {
  localStorage.clear()
  decided = null
  replies = []
  draft = null
})

describe('PHY-15 A co-op that is to be expelled', () => {
  it('replies by its own decision before the others have decided', () => {
    open()
    expect(draft).toBeNull()
    write(ANSWER)
    expect(theCall()).toEqual({
      functionName: 'answerCharges',
      args: [documentDigest(ANSWER)],
    })
    expect(draft?.documents).toEqual([{ text: ANSWER, type: 'text/plain' }])
    expect(screen.queryByText(words.appeal)).toBeNull()
  })

  it('appeals while it can, or only replies', () => {
    decided = runs
    open()
    write(ANSWER)
    expect(theCall().functionName).toBe('appeal')
    fireEvent.click(screen.getByLabelText(new RegExp(`^${words.reply}`)))
    expect(theCall().functionName).toBe('answerCharges')
  })

  it('does not appeal twice', () => {
    decided = { ...runs, state: 'appealed', appealedAt: NOW }
    open()
    write(ANSWER)
    expect(theCall().functionName).toBe('answerCharges')
  })

  it('is told on its page until when it can appeal, and why', () => {
    decided = runs
    render(<ExpulsionCard coop={coop} />)
    screen.getByText(/has decided to expel The Mill\. It leaves on/)
    screen.getByText(GROUNDS)
    screen.getByText(words.propose)
  })

  it('has nothing on its page where nothing was decided, or it was cleared', () => {
    expect(render(<ExpulsionCard coop={coop} />).container.textContent).toBe('')
    decided = { ...runs, state: 'cleared' }
    expect(render(<ExpulsionCard coop={coop} />).container.textContent).toBe('')
  })

  it('is heard on the page of the decision that would expel it', () => {
    const expel = {
      ...{ act: 'house', contract: 'phyle', name: 'expel' },
      args: [coop.coop, runs.grounds],
    } as unknown as Act
    const { rerender } = render(<AccusedSays acts={[expel]} />)
    screen.getByText(words.none({ who: 'The Mill' }))
    replies = [{ is: 'reply', document: documentDigest(ANSWER), time: NOW }]
    rerender(<AccusedSays acts={[expel]} />)
    screen.getByText(/^Its reply of/)
    screen.getByText(ANSWER)
  })
})
