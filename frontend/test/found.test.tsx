import type { Charter } from '@phyle/sdk/charter'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { countryName } from '../src/chain/countries.ts'
import {
  charterOf,
  draftFrom,
  type FoundingDraft,
  foundersIn,
  listedTwice,
} from '../src/features/cooperative/found/draft.ts'
import { EffectsCard } from '../src/features/cooperative/found/EffectsCard.tsx'
import { focusAt, Problems } from '../src/features/cooperative/found/Problems.tsx'
import { RulesCard } from '../src/features/cooperative/found/RulesCard.tsx'
import { WhatCard } from '../src/features/cooperative/found/WhatCard.tsx'
import { presets } from '../src/features/cooperative/presets.ts'
import { bringAlso, speak } from '../src/words/chapter.ts'
import { chaptersOf } from '../src/words/charter/say.ts'
import { founding } from '../src/words/founding/words.ts'
import { address } from './kit/house.ts'

const words = founding.found
const DAY = 86_400
const model = presets.find(({ preset }) => preset === 'Somerset Rules') as Charter

const written: FoundingDraft = {
  ...draftFrom(model, null),
  name: 'The Mended Bicycle',
  purpose: 'To keep the bicycles of the quarter on the road.',
  body: address(9),
  founders: [{ key: 0, wallet: address(1), class: 0 }],
}
const placesOf = (draft: FoundingDraft) =>
  charterOf(draft, model).problems.map(({ place }) => place)
const whatAt = (draft: FoundingDraft, at: string) =>
  charterOf(draft, model).problems.find(({ place }) => place === at)?.what

type Cards = (typeof WhatCard)[]
function Cards({ cards, begin = written }: { cards: Cards; begin?: FoundingDraft }) {
  const [draft, setDraft] = useState(begin)
  const { charter, problems } = charterOf(draft, model)
  const card = {
    draft,
    model,
    charter,
    set: (some: Partial<FoundingDraft>) => setDraft({ ...draft, ...some }),
    problem: (place: string) => problems.find((one) => one.place === place)?.what,
  }
  return (
    <>
      {cards.map((Card) => (
        <Card key={Card.name} {...card} />
      ))}
      <output>{JSON.stringify(charter)}</output>
    </>
  )
}
const lastCharter = () =>
  JSON.parse([...document.querySelectorAll('output')].at(-1)?.textContent ?? '') as Charter

describe('A charter that is being written', () => {
  it('begins in the reader’s language, and says effects in that of the co-op', async () => {
    await speak('it')
    const draft = draftFrom(model, null)
    expect(draft.language).toBe('it')
    expect(draft.groups.map(({ name }) => name)).toEqual([
      'Responsabili',
      'Lavoratori',
      'Finanziatori',
    ])
    expect(
      charterOf({ ...written, ...draft }, model).charter.rules.ENTRENCHED?.classMajority,
    ).toEqual(expect.arrayContaining(['Responsabili']))
    await speak('en')
    await bringAlso('fr')
    const effects = [{ key: 1, name: 'CO2', unit: 'kg', bound: 'most', figure: '12' }] as const
    const { charter } = charterOf({ ...written, language: 'fr', effects }, model, 'fr')
    expect(charter.effects[0]?.limit).toBe('au plus 12')
  })

  it('copies no effects from its model, nor a place', () => {
    const { charter, problems } = charterOf(written, model)
    expect(model.effects.length).toBeGreaterThan(0)
    expect(charter.effects).toEqual([])
    expect(problems).toEqual([])
    const text = JSON.stringify(chaptersOf(charter, countryName))
    expect(text).not.toContain('Food thrown away')
    expect(text).toContain('None is named.')
  })

  it('keeps what the founders wrote when they choose another model', () => {
    const other = presets.find(({ preset }) => preset === 'FairShares') as Charter
    const draft = draftFrom(other, { ...written, city: 'Graz', country: 'AT' })
    expect(draft).toMatchObject({ name: written.name, city: 'Graz', country: 'AT' })
    expect(draft.groups.map(({ name }) => name)).toEqual(other.classes.map(({ name }) => name))
  })

  it('says everything that is wrong at once, each at its field', () => {
    const draft: FoundingDraft = {
      ...written,
      name: ' ',
      purpose: '',
      groups: written.groups.map((group, at) => ({
        name: at === 1 ? (written.groups[0]?.name ?? '') : group.name,
        share: at === 2 ? '20' : group.share,
      })),
      sponsors: 'some',
      rules: { ORDINARY: { threshold: '40' }, SPECIAL: { votingPeriod: '0' } },
      effects: [{ key: 0, name: 'Rides', unit: '', bound: 'least', figure: '' }],
      founders: [{ key: 0, wallet: '', class: 0 }],
    }
    expect(placesOf(draft)).toEqual([
      'name',
      'purpose',
      'classes[1].name',
      'admission.sponsors',
      'rules.ordinary.threshold',
      'rules.special.votingPeriod',
      'classes',
      'effects[0].unit',
      'effects[0].limit',
      'founders[0]',
    ])
    expect(whatAt(draft, 'classes')).toBe('Together they are 95%. Make it 100 %.')
    expect(whatAt(draft, 'rules.special.votingPeriod')).toBe('From 1\u00a0day to 60\u00a0days.')
    for (const { what } of charterOf(draft, model).problems) expect(what).not.toMatch(/\d{4}|bps/)
  })

  it('STA-12 G13 names somebody outside who gets what is left, wherever there is a lock', () => {
    expect(charterOf(written, model).charter.body).toBe(address(9))
    const nobody = { ...written, body: null }
    expect(placesOf(nobody)).toEqual(['body'])
    expect(whatAt(nobody, 'body')).toBe(words.problems.whats.body)
    expect(placesOf({ ...written, body: 'the parish' })).toEqual(['body'])
    const founder = { ...written, body: address(1) }
    expect(whatAt(founder, 'body')).toBe(words.problems.whats.bodyFounds)
    const unlocked = { ...nobody, lock: 'NONE' } as const
    expect(placesOf(unlocked)).toEqual([])
    expect(charterOf({ ...written, lock: 'NONE' }, model).charter.body).toBeNull()
    const text = JSON.stringify(chaptersOf(charterOf(written, model).charter, countryName))
    expect(text).toContain(`what is left goes to ${address(9)}`)
  })

  it('reads numbers in every notation, and none that has two meanings', () => {
    const half = {
      ...written,
      groups: written.groups.map((one, at) => (at === 0 ? { ...one, share: '50,00 %' } : one)),
    }
    expect(placesOf(half)).toEqual([])
    const unclear = { ...written, rules: { ORDINARY: { quorumMin: '1,000' } } }
    expect(placesOf(unclear)).toEqual(['rules.ordinary.quorumMin'])
  })

  it('G3 keeps consent no easier than everyday decisions, as the founders have those', () => {
    const draft = { ...written, rules: { ORDINARY: { threshold: '60', quorumBps: '40' } } }
    const { charter, problems } = charterOf(draft, model)
    expect(problems).toEqual([])
    expect(charter.rules.CONSENT).toMatchObject({
      count: 'CLASS_SHARE',
      threshold: 6_000,
      quorumBps: 4_000,
      maxObjections: 0,
    })
    const easier = { ...draft, rules: { ...draft.rules, CONSENT: { threshold: '55' } } }
    expect(placesOf(easier)).toEqual(['rules.consent.threshold'])
    expect(whatAt(easier, 'rules.consent.threshold')).toBe(words.problems.whats.consent)
  })

  it('G3 tells what a weightier decision passes that a lighter one would lose', () => {
    render(<Cards cards={[RulesCard]} />)
    const list = screen.getByText(words.rules.above.title).parentElement
    const said = [...(list?.querySelectorAll('li') ?? [])].map((one) => one.textContent)
    expect(said).toHaveLength(2)
    for (const one of said) expect(one).toContain('because groups weigh otherwise in it: Steward,')
  })

  it('says of a space that it does not show', () => {
    expect(whatAt({ ...written, name: 'The  Mill' }, 'name')).toBe(words.problems.whats.spaced)
  })

  it('says who is listed twice', () => {
    const founders = [1, 2, 1].map((one, key) => ({ key, wallet: address(one), class: 0 }))
    expect(listedTwice({ ...written, founders })).toEqual([{ wallet: address(1), at: 2 }])
    expect(words.problems.twice({ name: 'Ada Moreau' })).toBe(
      'Ada Moreau is listed twice. Remove one.',
    )
    expect(foundersIn({ ...written, founders })).toHaveLength(3)
  })

  it('lets rules be changed, and writes down where that leaves the model', () => {
    const draft = {
      ...written,
      lock: 'NONE' as const,
      rules: { ORDINARY: { votingPeriod: '7', threshold: '60', inclusive: true } },
    }
    const { charter, problems } = charterOf(draft, model)
    expect(problems).toEqual([])
    expect(charter.rules.ORDINARY).toMatchObject({ votingPeriod: 7 * DAY, threshold: 6000 })
    expect(charter.ours).toEqual([
      'lock',
      'rules.ordinary.threshold',
      'rules.ordinary.inclusive',
      'rules.ordinary.votingPeriod',
    ])
    const document = JSON.stringify(chaptersOf(charter, countryName))
    expect(document).toContain('Not from the model itself: the lock; the rules, everyday,')
  })

  it('has the quorum of so many members, and keeps the rules that were changed', () => {
    const draft = { ...written, expected: '1000', rules: { SPECIAL: { timelock: '9' } } }
    const { charter } = charterOf(draft, model)
    expect(charter.rules.ORDINARY?.quorumBps).toBe(1000)
    expect(charter.rules.SPECIAL).toMatchObject({ quorumBps: 1000, timelock: 9 * DAY })
  })

  it('names its group in the rules as the founders call it', () => {
    const groups = written.groups.map((one, at) => (at === 0 ? { ...one, name: 'Keeper' } : one))
    const { charter, problems } = charterOf({ ...written, groups }, model)
    expect(problems).toEqual([])
    expect(charter.rules.ENTRENCHED?.classMajority).toEqual(['Keeper', 'Worker'])
  })
})

describe('The page of a founding', { timeout: 60_000 }, () => {
  it('finds a country by its name and keeps its letters', async () => {
    render(<Cards cards={[WhatCard]} />)
    const field = screen.getByRole('combobox', { name: /^Country/ })
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: 'austria' } })
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    const austria = await screen.findByRole('option', { name: 'Austria' }, { timeout: 50_000 })
    expect(screen.queryByRole('option', { name: 'Australia' })).toBeNull()
    fireEvent.click(austria)
    expect(lastCharter().country).toBe('AT')
  })

  it('takes an effect from the list, with a figure of the founders’ own', async () => {
    render(<Cards cards={[EffectsCard]} />)
    const field = screen.getByRole('combobox', { name: words.effects.find })
    fireEvent.mouseDown(field)
    fireEvent.focus(field)
    fireEvent.click(field)
    fireEvent.change(field, { target: { value: 'repaired' } })
    fireEvent.click(await screen.findByRole('option', { name: /^Goods repaired/ }))
    fireEvent.change(screen.getByLabelText('Figure'), { target: { value: '0,5' } })
    expect(lastCharter().effects).toEqual([
      { name: 'Goods repaired or passed on', unit: 'pieces a year', limit: 'at least 0.5' },
    ])
  })

  it('warns where a rule is easier than in the model, and goes back', () => {
    render(<Cards cards={[RulesCard]} />)
    const everyday = screen.getByRole('group', {
      name: 'Change the rule for everyday decisions',
      hidden: true,
    })
    const field = everyday.querySelectorAll<HTMLInputElement>(
      '[data-place="rules.ordinary.votingPeriod"] input',
    )[0]
    if (!field) throw new Error('no field for the time to vote')
    fireEvent.change(field, { target: { value: '3' } })
    expect(screen.getByText('time to vote: 3 days instead of 14 days.')).toBeDefined()
    expect(screen.getByText('Who is away for a while can miss a vote.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Back to the model' }))
    expect(screen.queryByText('Who is away for a while can miss a vote.')).toBeNull()
  })

  it('leads from the list of what is wrong to each field', () => {
    const draft = { ...written, name: '', purpose: '' }
    render(
      <>
        <Cards cards={[WhatCard]} begin={draft} />
        <Problems problems={charterOf(draft, model).problems} />
      </>,
    )
    expect(screen.getByText('2 things must be put right first')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'What it is for' }))
    expect(document.activeElement).toBe(screen.getByLabelText(words.who.purpose))
    focusAt('name')
    const name = screen.getByLabelText('Name')
    expect(document.activeElement).toBe(name)
    expect(name.getAttribute('aria-invalid')).toBe('true')
  })
})
