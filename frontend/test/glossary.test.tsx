import { readFileSync } from 'node:fs'
import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Explained, partsOf } from '../src/ui/Explained.tsx'
import { glossary } from '../src/words/glossary/words.ts'

const straight = (text: string) => text.replaceAll('’', "'")

/** The words of the first table of docs/glossary.md, of which one line may hold several. */
const documented = (
  /^\| In the app .*?\n\n/ms.exec(readFileSync('../docs/glossary.md', 'utf8'))?.[0] ?? ''
)
  .split('\n')
  .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? [])
  .filter((cell) => cell !== 'In the app' && cell !== '---')
  .flatMap((cell) => cell.split(/, | \/ /))

/** Words that everybody knows, or that the app explains in the sentence where they stand. */
const KNOWN = [
  'statutes',
  'charter',
  'purpose',
  'model',
  'member list',
  'fingerprint',
  'floor',
  'replaced',
  'for exits only',
  'apply',
  'admit',
  'leave',
  'everyday',
  'consent',
  'major',
  'founding rule',
  'vote',
  'for',
  'against',
  'abstain',
  'rest',
  'ask to vote again',
  'notice (of silence)',
  'strike off',
  'second vote',
  "the federation's own decisions",
  'seat',
  'head',
  'month',
  'lend',
  'reserve a part',
  'change your mind until',
  'most you can get back',
  'collect',
  'budget',
  'line',
  'on its way',
  'places (of a co-op)',
]

describe('the words that the app explains', () => {
  it('are those of docs/glossary.md, and each of those is explained or known', () => {
    const explained = Object.keys(glossary).map(straight)
    expect(explained.filter((term) => !documented.includes(term))).toEqual([])
    expect(documented.filter((term) => !explained.includes(term)).toSorted()).toEqual(
      KNOWN.toSorted(),
    )
  })

  it('open where the text says them first, once, in the form it says them', () => {
    const parts = partsOf('Works are made of work; a network is no work.', ['work', 'ground'])
    expect(parts).toEqual([
      { term: 'work', said: 'Works' },
      ' are made of work; a network is no work.',
    ])
    expect(partsOf('Nothing here.', ['postbox'])).toEqual(['Nothing here.'])
  })

  it('leave the sentence as it reads, and say what they mean when they are opened', async () => {
    const { container } = render(<Explained text="It waits at the postbox." terms={['postbox']} />)
    expect(container.textContent).toBe('It waits at the postbox.')
    fireEvent.click(screen.getByRole('button', { name: 'postbox' }))
    expect(await screen.findByText(glossary.postbox.what)).toBeTruthy()
  })
})
