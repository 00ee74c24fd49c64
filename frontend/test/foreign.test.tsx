import type { ProposalDetail, ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import { outcomeOf } from '@phyle/sdk/chapters/assembly/model'
import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { DecisionList } from '../src/features/assembly/index.ts'
import { Reasons } from '../src/features/assembly/Reasons.tsx'
import { Stands } from '../src/features/assembly/Stands.tsx'
import { CharterText, ownWords } from '../src/features/statutes/index.ts'
import { DocumentText } from '../src/ui/DocumentText.tsx'
import { OfCoop } from '../src/ui/Foreign.tsx'
import { Page } from '../src/ui/Page.tsx'
import { Prose } from '../src/ui/Prose.tsx'
import { rule } from './kit/vote.ts'

const names = vi.hoisted(() => ({
  data: undefined as undefined | { data: readonly { coop: string; language: string }[] },
}))
vi.mock('../src/chain/indexClient.ts', async (original) => ({
  ...(await original<typeof import('../src/chain/indexClient.ts')>()),
  useIndex: () => ({ data: names.data }),
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => 5 }))
vi.mock('../src/features/assembly/useMyVote.ts', async (original) => ({
  ...(await original<typeof import('../src/features/assembly/useMyVote.ts')>()),
  useSaid: () => () => null,
}))
vi.mock('../src/chain/relay.ts', async (original) => ({
  ...(await original<typeof import('../src/chain/relay.ts')>()),
  useKeptReasons: () => ({ data: [] }),
}))
vi.mock('../src/ui/Person.tsx', () => ({ Person: () => <span>Ada</span> }))
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  Link: ({ children, lang }: { children: ReactNode; lang?: string }) => (
    <a href="#there" lang={lang}>
      {children}
    </a>
  ),
}))

/** The language in which a reader's software takes these words. */
const languageOf = (text: string) => screen.getByText(text).closest('[lang]')?.getAttribute('lang')

const proposal = {
  assembly: '0x00000000000000000000000000000000000000a1',
  coop: '0x00000000000000000000000000000000000000A2',
  coopName: 'La Louve',
  id: '7',
  kind: 'ORDINARY',
  title: 'Acheter un moulin',
  state: 'active',
  votingStarts: 0,
  votingEnds: 10,
  voted: 1,
  members: 3,
} as unknown as ProposalSummary

describe('What a co-op wrote itself', () => {
  it('carries its language in lists, as soon as that is known', () => {
    const { rerender } = render(<DecisionList proposals={[proposal]} />)
    expect(languageOf('Acheter un moulin')).toBeUndefined()
    names.data = { data: [{ coop: proposal.coop.toLowerCase(), language: 'fr' }] }
    rerender(<DecisionList proposals={[{ ...proposal }]} />)
    expect(languageOf('Acheter un moulin')).toBe('fr')
    expect(languageOf('1 of 3 has voted')).toBeUndefined()
  })

  it('carries it in the heading of a page, and the rest of the page does not', () => {
    render(
      <Page title="Acheter un moulin" titleLang="fr" lead="Open until Friday">
        <Prose text={'Pour la farine.\n\n- deux meules'} lang="fr" />
      </Page>,
    )
    expect(languageOf('Acheter un moulin')).toBe('fr')
    expect(languageOf('Open until Friday')).toBeUndefined()
    expect(languageOf('Pour la farine.')).toBe('fr')
    expect(languageOf('deux meules')).toBe('fr')
  })

  it('carries it in the founding document, beside sentences of this app', () => {
    const own = ownWords({ purpose: 'Nourrir le quartier.', language: 'fr' })
    const lines = ['The co-op is called La Louve.', 'Nourrir le quartier.']
    render(<CharterText chapters={[{ title: 'Purpose', lines }]} own={own} />)
    expect(languageOf('Nourrir le quartier.')).toBe('fr')
    expect(languageOf('The co-op is called La Louve.')).toBeUndefined()
  })

  it('carries it in a document that was kept as text', () => {
    render(<DocumentText content="Le bilan." lang="fr" />)
    expect(languageOf('Le bilan.')).toBe('fr')
  })

  it('carries it in the title of its offer, within a heading in the words of this app', () => {
    names.data = { data: [{ coop: proposal.coop.toLowerCase(), language: 'fr' }] }
    render(
      <Page
        title="Un moulin for La Louve"
        heading={
          <>
            <OfCoop coop={proposal.coop}>Un moulin</OfCoop> <i>for La Louve</i>
          </>
        }
      />,
    )
    expect(screen.getByRole('heading').textContent).toBe('Un moulin for La Louve')
    expect(languageOf('Un moulin')).toBe('fr')
    expect(languageOf('for La Louve')).toBeUndefined()
    expect(document.title).toContain('Un moulin for La Louve')
  })

  it('carries it in the names of the groups whose votes are counted', () => {
    const group = { name: 'Travailleuse', share: 10_000, user: true, members: 3 }
    const classes = [{ ...group, for: 1, against: 0, abstain: 0, object: 0 }]
    const of = {
      ...proposal,
      paper: { cooperative: 'La Louve', resolution: '#7', language: 'fr' },
      rule,
      classes,
    } as unknown as ProposalDetail
    render(<Stands proposal={of} outcome={outcomeOf(rule, classes)} phase="active" time={5} />)
    for (const name of screen.getAllByText('Travailleuse')) {
      expect(name.closest('[lang]')?.getAttribute('lang')).toBe('fr')
    }
  })

  it('carries it in the reasons that were given, and in the names of groups', () => {
    const ballot = { voter: proposal.assembly, choice: 'for', class: 0, reason: 'Il est solide.' }
    render(
      <Reasons
        proposal={
          {
            ...proposal,
            paper: { cooperative: 'La Louve', resolution: '#7', language: 'fr' },
            classes: [{ name: 'Travailleuse' }],
            ballots: [ballot],
          } as unknown as ProposalDetail
        }
      />,
    )
    expect(languageOf('Il est solide.')).toBe('fr')
    expect(languageOf('Travailleuse')).toBe('fr')
    expect(languageOf('Reasons')).toBeUndefined()
  })
})
