import type { FoundingDraft } from '@phyle/sdk/chapters/cooperative/api'
import { type Charter, charterToChain, foundingDocument } from '@phyle/sdk/charter'
import { parseCharter } from '@phyle/sdk/charter-file'
import { canonicalJson } from '@phyle/sdk/documents'
import { foundingHash } from '@phyle/sdk/founding'
import { render, screen } from '@testing-library/react'
import { type Address, getAddress, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { countries, countryName } from '../src/chain/countries.ts'
import { readFounding } from '../src/chain/founding.ts'
import { Refused } from '../src/chain/refused.ts'
import { CharterText } from '../src/features/statutes/CharterText.tsx'
import { ownWords } from '../src/features/statutes/ownWords.ts'
import { chaptersOf, foundersOf, signatureOf } from '../src/words/charter/say.ts'
import { founding as words } from '../src/words/founding/words.ts'
import { address } from './kit/house.ts'

const files = import.meta.glob<unknown>('../../examples/charters/*.json', {
  eager: true,
  import: 'default',
})
/** With something in every list, so that a field of each kind of entry is there. */
const charters = Object.entries(files).map(([path, json]): [string, Charter] => {
  const charter = parseCharter(json)
  return [
    path.split('/').at(-1) ?? path,
    {
      ...charter,
      body: getAddress(`0x${'b0'.repeat(20)}`),
      city: 'Graz',
      country: 'AT',
      effects: [...charter.effects, { name: 'Rides', unit: 'km a year', limit: 'at least 10' }],
      rules: {
        ...charter.rules,
        SPECIAL: charter.rules.SPECIAL && {
          ...charter.rules.SPECIAL,
          classMajority: charter.classes.map(({ name }) => name),
        },
      },
    },
  ]
})

const here = { chainId: 31_337, registrar: address(1) }
const founders = [
  { wallet: address(11), class: 0 },
  { wallet: address(12), class: 0 },
]
const draftOf = (charter: Charter): FoundingDraft => {
  const chain = charterToChain(charter)
  const [ordinary, consent, special, entrenched] = chain.rules
  return {
    ...here,
    charter: { ...chain, rules: [`${ordinary}`, `${consent}`, `${special}`, `${entrenched}`] },
    founders,
    nonce: '7',
    deadline: '1800000000',
  }
}
const hashOf = (charter: Charter): Hex =>
  foundingHash({
    ...here,
    charter: charterToChain(charter),
    founders,
    nonce: 7n,
    deadline: 1_800_000_000n,
  })

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  language: ['en', 'fr'],
  lock: ['NONE', 'FULL'],
  policy: ['BY_DECISION', 'BY_SPONSORS'],
  count: ['HEADCOUNT', 'CLASS_SHARE'],
  basis: ['CAST', 'ROLL'],
  of: ['CAST', 'PRESENT', 'ROLL'],
  country: ['AT', 'AU'],
}

/** What else a value could be, so that whoever reads it has to be told. */
function otherThan(key: string, value: unknown): unknown[] {
  const kinds = OTHERS[key]
  if (kinds) return kinds.filter((one) => one !== value)
  if (typeof value === 'number') return value > 0 ? [value - 1, value + 1] : [1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return [`${value} too`, value.slice(1)]
  return key === 'maxObjections' ? [0, 1] : ['something']
}

/** Every charter that differs from this one in one field, with the place of the field. */
function changed(value: unknown, put: (other: unknown) => Charter, place: string): Change[] {
  if (Array.isArray(value)) {
    return [
      ...value.flatMap((one, at) =>
        changed(one, (other) => put(value.with(at, other)), `${place}[${at}]`),
      ),
      { place: `${place}, one less`, charter: put(value.slice(1)) },
    ].filter(({ place }) => value.length > 0 || !place.endsWith('one less'))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) =>
      changed(one, (other) => put({ ...value, [key]: other }), `${place}.${key}`),
    )
  }
  const key = place.split('.').at(-1) ?? ''
  return otherThan(key, value).map((other) => ({
    place: `${place} = ${String(other)}`,
    charter: put(other),
  }))
}
interface Change {
  readonly place: string
  readonly charter: Charter
}

/** For hundreds of charters, on a machine that is busy. */
const SLOW = 60_000

const textOf = (charter: Charter) => JSON.stringify(chaptersOf(charter, countryName))

describe('What founders read before they sign', () => {
  for (const [file, charter] of charters) {
    it(`is another text whatever is changed in ${file}`, { timeout: SLOW }, () => {
      const text = textOf(charter)
      const all = changed(charter, (other) => other as Charter, 'charter')
      expect(all.length).toBeGreaterThan(100)
      const same = all.filter((change) => textOf(change.charter) === text).map(({ place }) => place)
      expect(same).toEqual([])
    })

    it(`tells ${file} whole on the page`, () => {
      const chapters = chaptersOf(charter, countryName)
      render(<CharterText chapters={chapters} own={ownWords(charter)} />)
      for (const { title } of chapters) screen.getByRole('heading', { name: title })
      const shown = document.body.textContent ?? ''
      for (const { lines } of chapters) for (const line of lines) expect(shown).toContain(line)
    })
  }

  it('names the effects, the lock, who is admitted how, and the third', () => {
    const charter = Object.fromEntries(charters)['somerset.json'] as Charter
    const text = textOf(charter)
    for (const words of [
      'Food thrown away: at most 12, in kg a year for each member.',
      'if the co-op ends, they are not shared out',
      'New members are admitted when 2 members of the group they enter sponsor them.',
      'at most a third of the money can leave in a year',
      'It is at home in Graz, Austria.',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('names every founder with group and whole address, and what is signed for how long', () => {
    const [, charter] = charters[0] as (typeof charters)[number]
    const [first] = foundersOf(charter, founders, () => 'Ada Moreau').lines
    expect(first).toBe(`Ada Moreau (${address(11)}), as ${charter.classes[0]?.name}`)
    const terms = { ...here, charter: charterToChain(charter), nonce: 7n, deadline: 1_800_000_000n }
    const signed = (other: Partial<typeof terms> = {}) =>
      JSON.stringify(signatureOf({ ...terms, ...other }, 'the chain', hashOf(charter)))
    for (const other of [
      { chainId: 1 },
      { registrar: address(2) },
      { nonce: 8n },
      { deadline: 1_800_000_001n },
    ]) {
      expect(signed(other)).not.toBe(signed())
    }
  })
})

describe('A founding behind a link', () => {
  const [, charter] = charters[0] as (typeof charters)[number]
  const draft = draftOf(charter)
  const hash = hashOf(charter)
  const document = foundingDocument(charter)
  const refusalOf = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (error instanceof Refused) return error.refusal.why
      throw error
    }
    return undefined
  }

  it('is hashed on this device from the very charter that is shown', () => {
    const read = readFounding(hash, { draft }, document, here)
    expect(read.charter).toEqual(charter)
    expect(foundingHash(read.terms)).toBe(hash)
  })

  it('is refused with any other document, whoever sent it', { timeout: SLOW }, () => {
    const same = changed(charter, (other) => other as Charter, 'charter').filter((change) => {
      const other = canonicalJson(change.charter)
      return (
        refusalOf(() => readFounding(hash, { draft }, other, here)) !== words.founder.differs.why
      )
    })
    expect(same.map(({ place }) => place)).toEqual([])
    const note = canonicalJson({ ...charter, note: 'Each founder owes 5 000.' })
    expect(refusalOf(() => readFounding(hash, { draft }, note, here))).toBe(
      words.founder.differs.why,
    )
  })

  it('is refused with other founders, another number or another time', () => {
    for (const other of [
      { founders: founders.toReversed() },
      { founders: founders.slice(1) },
      { founders: [{ wallet: address(11), class: 99 }] },
      { nonce: '8' },
      { deadline: '1800000001' },
    ]) {
      const run = () => readFounding(hash, { draft: { ...draft, ...other } }, document, here)
      expect(refusalOf(run)).toBe(words.founder.differs.why)
    }
  })

  it('is refused for another network or an office that is not known here', () => {
    const run = (place: { chainId: number; registrar: Address | undefined }) =>
      refusalOf(() => readFounding(hash, { draft }, document, place))
    expect(run({ ...here, chainId: 1 })).toBe(words.founder.elsewhere.why)
    expect(run({ ...here, registrar: address(2) })).toBe(words.founder.elsewhere.why)
    expect(run({ ...here, registrar: undefined })).toBe(words.founder.elsewhere.why)
  })
})

describe('Countries', () => {
  it('are known by their two letters, so that Austria is not Australia', () => {
    const codeOf = (name: string) => countries().find((one) => one.name === name)?.code
    expect(codeOf('Austria')).toBe('AT')
    expect(codeOf('Australia')).toBe('AU')
    expect(countries().length).toBeGreaterThan(240)
    expect(countryName('AT')).toBe('Austria')
  })
})
