import { type Reading, readAmount } from '@phyle/sdk/amount'
import {
  type AdmissionPolicy,
  KINDS,
  type Kind,
  type Lock,
} from '@phyle/sdk/chapters/statutes/enums'
import {
  type Charter,
  defaultQuorumBps,
  type Effect,
  MOST_SPONSORS,
  withExpectedMembers,
} from '@phyle/sdk/charter'
import { charterFaults } from '@phyle/sdk/charter-faults'
import { consentBeside } from '@phyle/sdk/consent'
import type { Founder } from '@phyle/sdk/founding'
import { LANGUAGES, type Language } from '@phyle/sdk/language'
import type { Rule } from '@phyle/sdk/rule'
import { formatUnits } from 'viem'
import { typedAddress } from '../../../chain/typedAddress.ts'
import { exactly, numberTyped, readPercent } from '../../../chain/typedMoney.ts'
import { sayIn } from '../../../words/chapter.ts'
import { wordFor } from '../../../words/choose.ts'
import { faultOf, labelOf } from '../../../words/founding/problems.ts'
import { founding as words } from '../../../words/founding/words.ts'
import { readerLanguage, type Language as Spoken } from '../../../words/language.ts'
import { readRule, type TypedRule, unreadIn } from '../../statutes/index.ts'

export interface EffectRow {
  readonly key: number
  readonly name: string
  readonly unit: string
  readonly bound: keyof typeof words.found.effects.bounds
  readonly figure: string
}

export interface FounderRow {
  readonly key: number
  /** As typed or chosen; null until it is touched. */
  readonly wallet: string | null
  readonly class: number
}

/** A charter that somebody is still writing: as it was typed, beginning from a model. */
export interface FoundingDraft {
  readonly preset: string
  readonly name: string
  readonly purpose: string
  readonly city: string
  readonly country: string | null
  readonly language: Language
  /** Of the model, in its order; what was typed over it. */
  readonly groups: readonly { readonly name: string; readonly share: string }[]
  readonly lock: Lock
  /** Who gets what is left of a locked co-op, as typed or chosen; null until it is touched. */
  readonly body: string | null
  readonly policy: AdmissionPolicy
  readonly sponsors: string
  readonly expected: string
  readonly rules: Partial<Record<Kind, TypedRule>>
  readonly effects: readonly EffectRow[]
  readonly founders: readonly FounderRow[]
}

/** What is wrong, where on the page, and in words. */
export interface Problem {
  readonly place: string
  readonly label: string
  readonly what: string
}

/** So many members at the most make a small co-op, where the default quorum is highest. */
const SMALL_COOP = 100
const MOST_EXPECTED = 1_000_000n
export const FIGURE_PLACES = 3

export const readSponsors = (typed: string): Reading =>
  readAmount(typed, { decimals: 0, most: BigInt(MOST_SPONSORS) })
export const readExpected = (typed: string): Reading =>
  readAmount(typed, { decimals: 0, most: MOST_EXPECTED })
export const readFigure = (typed: string): Reading =>
  readAmount(typed, { decimals: FIGURE_PLACES, most: 10n ** 15n, zero: true })

/** What a group of a model is called, in the reader's language. */
export const groupName = (name: string): string => wordFor(words.found.model.names, name) ?? name

/** The reader's language, if a co-op can choose it. */
const spoken = (): Language | undefined => LANGUAGES.find((one) => one === readerLanguage())

/**
 * A model as the ground of a draft, in the reader's language; what the founders wrote of their own
 * stays.
 */
export function draftFrom(model: Charter, before: FoundingDraft | null): FoundingDraft {
  return {
    name: before?.name ?? '',
    purpose: before?.purpose ?? '',
    city: before?.city ?? '',
    country: before?.country ?? null,
    language: before?.language ?? spoken() ?? model.language,
    body: before?.body ?? null,
    expected: before?.expected ?? numberTyped(BigInt(SMALL_COOP)),
    effects: before?.effects ?? [],
    founders: before?.founders ?? [{ key: 0, wallet: null, class: 0 }],
    preset: model.preset ?? model.name,
    groups: model.classes.map(({ name, share }) => ({
      name: groupName(name),
      share: numberTyped(BigInt(share), 2),
    })),
    lock: model.lock,
    policy: model.admission.policy,
    sponsors: model.admission.sponsors === 0 ? '' : numberTyped(BigInt(model.admission.sponsors)),
    rules: {},
  }
}

/** The members that are expected; as many as a small co-op has where nobody can say. */
export const expectedOf = ({ expected }: FoundingDraft): number =>
  Number(exactly(readExpected(expected)) ?? BigInt(SMALL_COOP))

/** How many must vote under the default quorum, of so many members. */
export const votersAt = (members: number) =>
  Math.min(members, Math.max(3, Math.ceil((members * defaultQuorumBps(members)) / 10_000)))

/**
 * The rules of the model for so many members, with its groups called as the founders call them.
 * Consent goes with the everyday rule as they have it.
 */
export function modelRules(model: Charter, draft: FoundingDraft): Charter['rules'] {
  const called = (name: string) => {
    const place = model.classes.findIndex((one) => one.name === name)
    return draft.groups[place]?.name.trim() ?? name
  }
  const rules = Object.fromEntries(
    Object.entries(withExpectedMembers(model, expectedOf(draft))).map(([kind, rule]) => [
      kind,
      rule && { ...rule, classMajority: rule.classMajority.map(called) },
    ]),
  ) as Charter['rules']
  const { ORDINARY: ordinary, CONSENT: consent } = rules
  if (!ordinary || !consent) return rules
  const everyday = readRule(ordinary, draft.rules.ORDINARY ?? {}) ?? ordinary
  return { ...rules, CONSENT: consentBeside(everyday, consent) }
}

/** As it will stand in the charter, in one notation for every reader. */
function effectOf({ name, unit, bound, figure }: EffectRow, of: Spoken | undefined): Effect {
  const amount = exactly(readFigure(figure))
  const say = () =>
    amount === null
      ? ''
      : words.found.effects.limit[bound]({ figure: formatUnits(amount, FIGURE_PLACES) })
  const limit = of === undefined ? say() : sayIn(of, say)
  return { name: name.trim(), unit: unit.trim(), limit }
}

/** Where a charter leaves its model, as the places of its fields. */
function leaving(charter: Charter, model: Charter): string[] {
  const consent = model.rules.CONSENT
  const rules = KINDS.flatMap((kind) => {
    const rule = charter.rules[kind]
    // Consent goes with the everyday rule: only what is its own leaves the model.
    const beside = kind === 'CONSENT' && consent && charter.rules.ORDINARY
    const theirs = beside ? consentBeside(beside, consent) : model.rules[kind]
    if (!rule || !theirs) return []
    const fields = Object.keys(rule) as (keyof Rule)[]
    return fields
      .filter((field) => field !== 'classMajority' && rule[field] !== theirs[field])
      .map((field) => `rules.${kind.toLowerCase()}.${field}`)
  })
  const isOther = (key: 'lock' | 'admission') =>
    JSON.stringify(charter[key]) !== JSON.stringify(model[key])
  const shares = charter.classes.some(({ share }, at) => share !== model.classes[at]?.share)
  return [
    ...(isOther('lock') ? ['lock'] : []),
    ...(isOther('admission') ? ['admission'] : []),
    ...(shares ? ['classes.*.share'] : []),
    ...rules,
  ]
}

/**
 * The charter that a draft comes to, and everything that stands in its way.
 * @param of in which the app writes what stands in it; in the reader's language while those words come
 */
export function charterOf(
  draft: FoundingDraft,
  model: Charter,
  of?: Spoken,
): { readonly charter: Charter; readonly problems: readonly Problem[] } {
  const ground = modelRules(model, draft)
  const rules = Object.fromEntries(
    KINDS.map((kind) => {
      const old = ground[kind]
      return [kind, old && (readRule(old, draft.rules[kind] ?? {}) ?? old)]
    }),
  ) as Charter['rules']
  const sponsors = exactly(readSponsors(draft.sponsors))
  const unwarned: Charter = {
    ...model,
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    city: draft.city.trim() || null,
    country: draft.country,
    language: draft.language,
    lock: draft.lock,
    body: draft.lock === 'NONE' ? null : typedAddress(draft.body ?? ''),
    admission: {
      policy: draft.policy,
      sponsors: draft.policy === 'BY_SPONSORS' ? Number(sponsors ?? 0n) : 0,
    },
    classes: model.classes.map((one, at) => ({
      ...one,
      name: draft.groups[at]?.name.trim() ?? one.name,
      share: Number(exactly(readPercent(draft.groups[at]?.share ?? '')) ?? 0n),
    })),
    rules,
    effects: draft.effects.map((row) => effectOf(row, of)),
    ours: [],
  }
  const charter = { ...unwarned, ours: leaving(unwarned, model) }
  const founders = foundersIn(draft)
  const problem = (place: string, what: string): Problem => ({
    place,
    label: labelOf(place),
    what,
  })
  const unread = [
    ...draft.groups.flatMap(({ share }, at) =>
      exactly(readPercent(share)) === null ? [`classes[${at}].share`] : [],
    ),
    ...(exactly(readExpected(draft.expected)) === null ? ['expected'] : []),
    ...KINDS.flatMap((kind) =>
      unreadIn(draft.rules[kind] ?? {}).map((field) => `rules.${kind.toLowerCase()}.${field}`),
    ),
  ]
  const problems = [
    ...unread.map((place) => problem(place, words.found.problems.unread)),
    ...charterFaults(charter).map((fault) => problem(fault.place, faultOf(fault, charter))),
    ...founderProblems(draft, problem),
    ...(founders.some(({ wallet }) => wallet === charter.body)
      ? [problem('body', words.found.problems.whats.bodyFounds)]
      : []),
  ]
  // One sentence a field is enough.
  const first = problems.filter(
    ({ place }, at) => problems.findIndex((other) => other.place === place) === at,
  )
  return { charter, problems: first }
}

function founderProblems(
  { founders }: FoundingDraft,
  problem: (place: string, what: string) => Problem,
): Problem[] {
  return founders.flatMap(({ wallet }, at) =>
    typedAddress(wallet ?? '') === null
      ? [problem(`founders[${at}]`, words.found.problems.nobody)]
      : [],
  )
}

/** The founders as they are signed for: the first is whoever writes, unless they say otherwise. */
export function foundersIn(draft: FoundingDraft): readonly Founder[] {
  return draft.founders.flatMap((row) => {
    const wallet = typedAddress(row.wallet ?? '')
    return wallet ? [{ wallet, class: row.class }] : []
  })
}

/** Wallets that are listed more than once, each with the place of its second row. */
export function listedTwice(draft: FoundingDraft): readonly { wallet: string; at: number }[] {
  const wallets = draft.founders.map(({ wallet }) => typedAddress(wallet ?? ''))
  return wallets.flatMap((wallet, at) =>
    wallet !== null && wallets.indexOf(wallet) < at && wallets.indexOf(wallet, at) === at
      ? [{ wallet, at }]
      : [],
  )
}
