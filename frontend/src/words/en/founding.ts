import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import { BOUNDS, type Charter, type CharterError, NAME_BYTES } from '@phyle/sdk/charter'
import { PERIODS, type Rule } from '@phyle/sdk/rule'
import { exactTime, number, percent } from '../format.ts'
import { propose } from './propose.ts'
import { kinds } from './rules.ts'

/** A group, an effect or a founder, as people count them. */
const placed = (place: string) => Number(/\[(\d+)\]/.exec(place)?.[1] ?? 0)
const isPeriod = (key: string): key is (typeof PERIODS)[number] =>
  PERIODS.some((period) => period === key)

const RULE_FIELDS: Readonly<Record<string, string>> = {
  threshold: propose.rule.threshold,
  quorumBps: propose.rule.quorum,
  quorumMin: propose.rule.least,
  nonUserCapBps: propose.rule.cap,
  maxObjections: propose.rule.objections,
  noticePeriod: propose.rule.notice,
  votingPeriod: propose.rule.voting,
  objectionPeriod: propose.rule.late,
  timelock: propose.rule.timelock,
  gracePeriod: propose.rule.grace,
}

/** What a field of the page is called in the list of what is wrong. */
function label(place: string): string {
  const [part = '', kind = '', field = ''] = place.split('.')
  if (part === 'rules') {
    const decision = kinds[kind.toUpperCase() as Kind]?.decision ?? kind
    return `${decision.charAt(0).toUpperCase()}${decision.slice(1)}, ${(RULE_FIELDS[field] ?? field).toLowerCase()}`
  }
  const at = placed(place) + 1
  if (part.startsWith('classes[')) {
    return kind === 'share' ? `Share of group ${at}` : `Name of group ${at}`
  }
  if (part.startsWith('effects[')) return `Effect ${at}`
  if (part.startsWith('founders[')) return `Founder ${at}`
  const known: Readonly<Record<string, string>> = {
    name: 'Name',
    purpose: 'What it is for',
    city: 'Place',
    country: 'Country',
    classes: 'Shares of control',
    admission: 'Sponsors',
    expected: 'How many members you expect',
  }
  return known[part] ?? part
}

/** What is wrong with a charter at a place, and what to do. */
function what({ place, fault, message }: CharterError, charter: Charter): string {
  const [part = '', , field = ''] = place.split('.')
  const group = charter.classes[placed(place)]
  const hidden = 'There is a character in it that cannot be seen. Type it again.'
  if (fault === 'name') {
    if (charter.name === '') return 'Give the co-op a name.'
    return new TextEncoder().encode(charter.name).length > NAME_BYTES
      ? 'Shorten it: a ballot has room for about 60 letters.'
      : hidden
  }
  if (fault === 'purpose') return 'Say in a sentence what the co-op is for.'
  if (fault === 'shares') {
    const sum = charter.classes.reduce((total, { share }) => total + share, 0)
    return `Together they are ${percent(sum, 2)}. Make it 100 %.`
  }
  if (fault === 'bound') return `At most ${percent(charter.maxShareBps, 2)} for one group.`
  if (fault === 'classes' && group) {
    if (group.name === '') return 'Give the group a name.'
    if (charter.classes.filter(({ name }) => name === group.name).length > 1) {
      return `Two groups are called ${group.name}. Rename one.`
    }
    return new TextEncoder().encode(group.name).length > 24
      ? 'Shorten it: there is room for about 24 letters.'
      : hidden
  }
  if (fault === 'sponsors') return 'Write how many members must sponsor, from 1 to 16.'
  if (fault === 'effect') {
    const effect = charter.effects[placed(place)]
    if (effect?.name === '') return 'Say what the co-op reports on.'
    if (effect?.unit === '') return 'Say in which unit it is measured.'
    if (effect?.limit === '') return 'Write a figure to be held to.'
    return `${effect?.name ?? 'It'} is listed twice. Remove one.`
  }
  if (fault === 'threshold') {
    return charter.rules[(place.split('.')[1] ?? '').toUpperCase() as Kind]?.threshold === 10_000
      ? 'Nothing is more than 100 %. Choose that exactly this much is enough.'
      : 'Ask for more than half: a tie must never pass.'
  }
  if (fault === 'objections') return 'Write how many objections are allowed, 0 or more.'
  if (fault === 'period' && isPeriod(field)) {
    const [least, most] = BOUNDS[field]
    return least === 0
      ? `At most ${exactTime(most)}.`
      : `From ${exactTime(least)} to ${exactTime(most)}.`
  }
  return fault === 'shape' && part !== 'charter' ? hidden : message
}

/** What is risked where a rule is easier to meet than in its model. */
function cautions(kind: Kind, rule: Rule, model: Rule): string[] {
  const less = (key: 'threshold' | 'quorumBps' | 'quorumMin' | (typeof PERIODS)[number]) =>
    rule[key] < model[key]
  const easier = less('threshold') || (rule.inclusive && !model.inclusive)
  const allowed = (one: Rule) => one.maxObjections ?? Number.POSITIVE_INFINITY
  return [
    easier && `Less support than in the model is enough for ${kinds[kind].a}.`,
    (less('quorumBps') || less('quorumMin')) &&
      'Fewer people than in the model can decide for all.',
    rule.nonUserCapBps > model.nonUserCapBps &&
      'Lenders and investors weigh more than in the model.',
    allowed(rule) > allowed(model) && 'More objections than in the model are passed over.',
    less('noticePeriod') && 'Members have less time than in the model to prepare.',
    less('votingPeriod') && 'Who is away for a while can miss a vote.',
    less('objectionPeriod') && 'There is less time than in the model to answer a late turn.',
    less('timelock') &&
      'There is less time to leave, or to stop a mistake, before it is carried out.',
  ].filter((caution) => caution !== false)
}

/** Starting a co-op: a charter, the founders' signatures, one transaction. */
export const founding = {
  found: {
    title: 'Start a co-op',
    lead: 'Choose a model, say what for and who, and let everybody sign. Then one step founds it.',
    model: {
      title: 'Start from a model',
      legend: 'Which model suits you?',
      whom: {
        FairShares:
          'For founders, workers, users and investors who each want an equal say. Each group has a quarter; large changes need all four groups.',
        'Somerset Rules':
          'For something a place owns together, such as a shop, a mill or a workshop: those who look after it have half, those who work in it and those who lend to it a quarter each.',
        'UK multi-stakeholder (2014 Act)':
          'For a supply chain with many sides: producers, employees, users and consumers decide, and supporters have a tenth at the most.',
      } as Readonly<Record<string, string>>,
      groups: (groups: string) => `Groups: ${groups}.`,
      own: 'A model is a start. You can change names, shares, rules and what you report on below.',
    },
    who: {
      title: 'What it is',
      name: 'Name',
      nameHelp: 'As it will stand on every ballot.',
      city: 'Place',
      country: 'Country',
      countryHelp: 'Type its first letters and choose.',
      purpose: 'What is it for?',
      purposeHelp: 'One or two sentences. Whoever looks at the co-op reads them first.',
      language: 'Language of the ballots',
      languageHelp:
        'Wallets show kind and choice in it. What you write here stays as you write it.',
      languages: {
        en: 'English',
        fr: 'French',
        de: 'German',
        es: 'Spanish',
        it: 'Italian',
        ca: 'Catalan',
      },
    },
    groups: {
      title: 'Who decides',
      lead: 'Each member has one vote in their group. The shares of control add up to 100 %.',
      name: (place: number) => `Name of group ${place}`,
      share: (place: number) => `Share of group ${place}`,
      users: 'For lenders and investors: the rules below cap their weight.',
      sum: (sum: string) => `Together ${sum}.`,
    },
    joining: {
      title: 'Who may join, and whose it is',
      admission: 'How are new members admitted?',
      policies: {
        BY_DECISION: { name: 'By a vote', help: 'The members decide on each application.' },
        BY_SPONSORS: {
          name: 'By sponsors',
          help: 'A few members vouch for somebody. It is quicker, and a group can grow by a tenth a month this way.',
        },
      },
      sponsors: 'How many sponsors?',
      lock: 'What happens to what the co-op owns?',
      locks: {
        NONE: {
          name: 'No lock',
          help: 'Assets can be shared out if the co-op ends. A federation does not count it as open.',
        },
        COMMON_OWNERSHIP: {
          name: 'Common ownership',
          help: 'Surplus may be shared; what the co-op owns is never shared out, also not when it ends.',
        },
        FULL: { name: 'Full lock', help: 'Neither surplus nor assets are ever shared out.' },
      },
      lower: 'The model locks more than this. The lock can rise later, never fall.',
    },
    rules: {
      title: 'How you decide',
      lead: 'From the model. Change what does not suit you, now or later by a decision about a founding rule.',
      expected: 'How many members do you expect?',
      expectedHelp: 'A guess is enough. It sets how many must vote for a decision to count.',
      quorum: (members: number, share: string, voters: number) =>
        `With about ${members === 1 ? 'one member' : `${number(members)} members`}, ${share} of them must vote: ${voters === 1 ? 'one person' : `${number(voters)} people`}. The larger a co-op, the smaller the part: a quarter up to 100 members, falling evenly to a tenth at 1,000. Where the model asks for more, that stays.`,
      change: (decision: string) => `Change the rule for ${decision}s`,
      leaves: 'Here you leave the model:',
      changed: (name: string, from: string, to: string) => `${name}: ${to} instead of ${from}.`,
      back: 'Back to the model',
      cautions,
    },
    effects: {
      title: 'What you report on each year',
      lead: 'Social and environmental effects, each with a figure to be held to. They become part of what you sign. You can name none.',
      find: 'Add an effect from the list',
      findHelp: 'Type a word, such as energy, pay or waste.',
      own: 'Add one of your own',
      legend: (place: number) => `Effect ${place}`,
      name: 'What',
      unit: 'Unit',
      bound: 'Held to',
      bounds: { least: 'at least', most: 'at most' },
      figure: 'Figure',
      /** As the charter keeps it, in one notation for every reader. */
      limit: (bound: 'least' | 'most', figure: string) =>
        `${bound === 'least' ? 'at least' : 'at most'} ${figure}`,
      remove: (place: number) => `Remove effect ${place}`,
      removeShort: 'Remove',
    },
    founders: {
      title: 'The founders',
      lead: 'Each of them signs. Nobody becomes a founder without their own word.',
      person: (place: number) => `Founder ${place}`,
      group: (place: number) => `Group of founder ${place}`,
      add: 'Add a founder',
      remove: (place: number) => `Remove founder ${place}`,
      removeShort: 'Remove',
    },
    document: {
      title: 'What everybody will sign',
      lead: 'Read it once more. Until all have signed, you can start again with other words.',
    },
    problems: {
      title: (count: number) =>
        count === 1
          ? 'One thing must be put right first'
          : `${count} things must be put right first`,
      unread: 'This cannot be read as one number. Look at the field.',
      nobody: 'Choose somebody, or remove the line.',
      twice: (name: string) => `${name} is listed twice. Remove one.`,
      label,
      what,
    },
    ask: 'Ask for the signatures',
    askHelp: 'It is free. You get a link for the other founders; nothing is founded yet.',
    storing: 'Keeping the founding document at the postbox…',
    noRegistrar: {
      why: 'Co-ops cannot be founded on this network yet.',
      now: 'Whoever runs this page has to put up the contracts first: see docs/operating.md.',
    },
    done: 'The link is ready.',
    open: 'Go to the signatures',
  },
  founder: {
    title: (name: string) => `Found ${name}`,
    lead: 'Read what you found together, then sign.',
    document: 'What you sign',
    documentLead: 'This is all of it. Nothing that is not on this page binds you.',
    signatures: 'Signatures',
    signed: 'has signed',
    missing: 'not yet',
    unknown: 'The network did not say yet who has signed.',
    link: 'The link for the other founders',
    linkName: 'link',
    code: 'Show it as a code for their phones',
    codeName: 'Code with the link for the other founders',
    sign: 'Sign as a founder',
    signHelp: 'It is free. You become a member the moment the co-op is founded.',
    youSigned: 'You have signed.',
    notFounder: 'You are not named as a founder here.',
    waiting: (count: number) =>
      count === 1 ? 'One signature is missing.' : `${count} signatures are missing.`,
    found: 'Found the co-op',
    foundHelp: 'All have signed. Anyone may send it; it costs a small network fee.',
    until: (when: string) => `The signatures hold until ${when}.`,
    founded: 'The co-op is founded.',
    go: 'Go to the co-op',
    index: 'Its page opens as soon as the overview has read it.',
    unread: {
      why: 'The postbox does not have the founding document, so nobody can read what would be signed.',
      now: 'Do not sign. Ask whoever sent the link to make it again.',
    },
    differs: {
      why: 'What the postbox sent is not what would be signed.',
      now: 'Do not sign. Ask whoever sent the link to make it again.',
    },
    elsewhere: {
      why: 'This founding is for another network, or for an office that this page does not know.',
      now: 'Do not sign here. Ask whoever sent the link where it belongs.',
    },
    over: {
      why: 'The time for signing is over.',
      now: 'Start again with the same words and send the new link to everybody.',
    },
    noLinkTitle: 'Sign as a founder',
    noLink: { why: 'The link is not whole.', now: 'Ask whoever sent it to send it again.' },
    start: 'Start a co-op yourself',
  },
} as const
