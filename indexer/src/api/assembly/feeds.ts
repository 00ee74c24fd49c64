// SPDX-License-Identifier: AGPL-3.0-or-later
/** The decisions of a co-op for programs that show news and calendars. */
import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import { LANGUAGES } from '@phyle/sdk/language'
import { Feed } from 'feed'
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { Hex } from 'viem'
import { env } from '../../env.ts'
import { coopRow } from '../cooperative/row.ts'
import { asHtml, plain } from './feedText.ts'
import { FEED_WORDS } from './feedWords.ts'
import { proposals } from './proposals.ts'

const NEWEST = 100
const DAY = 86_400

interface Told {
  readonly name: string
  readonly language: (typeof LANGUAGES)[number]
  readonly decisions: readonly ProposalSummary[]
}

/** The newest decisions of a co-op, and in which language their frame is said. */
async function toldOf(coop: Hex, now: number): Promise<Told> {
  const row = await coopRow(coop)
  const newest = await proposals({ coop }, now)
  const { data } = await newest.page({ limit: NEWEST, after: undefined })
  return {
    name: plain(row.name),
    language: LANGUAGES.find((one) => one === row.language) ?? 'en',
    decisions: data,
  }
}

const idOf = ({ assembly, id }: ProposalSummary): string =>
  `eip155:${env.chainId}:${assembly}/${id}`

const pageOf = ({ assembly, id }: ProposalSummary, app: string): string =>
  `${app}#/decisions/${assembly}/${id}`

/** When it came to stand as it does. */
function changed(one: ProposalSummary): number {
  switch (one.state) {
    case 'executed':
      return one.executed?.time ?? one.votingEnds
    case 'cancelled':
      return one.cancelled?.time ?? one.made
    case 'pending':
      return one.made
    case 'active':
      return one.votingStarts
    case 'expired':
      return one.expires
    default:
      return one.votingEnds
  }
}

const dateOf = (seconds: number): Date => new Date(seconds * 1000)

/** Atom. */
export async function news(coop: Hex, app: string, now: number): Promise<string> {
  const { name, language, decisions } = await toldOf(coop, now)
  const words = FEED_WORDS[language]
  const feed = new Feed({
    id: `eip155:${env.chainId}:${coop}`,
    title: `${name}: ${words.decisions}`,
    link: `${app}#/coops/${coop}`,
    language,
    generator: false,
    updated: dateOf(Math.max(0, ...decisions.map(changed))),
    author: { name },
  })
  for (const one of decisions) {
    feed.addItem({
      id: idOf(one),
      title: asHtml(plain(one.title)),
      link: pageOf(one, app),
      date: dateOf(changed(one)),
      published: dateOf(one.made),
      description: words.states[one.state],
      category: [{ name: one.state, term: one.state }],
    })
  }
  return feed.atom1()
}

/** ICalendar: the end of each vote, with a reminder on the day before. */
export async function calendar(coop: Hex, app: string, now: number): Promise<string> {
  const { name, language, decisions } = await toldOf(coop, now)
  const words = FEED_WORDS[language]
  const closings = ical({
    name: `${name}: ${words.closes}`,
    prodId: { company: 'Phyle', product: 'Decisions', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const one of decisions) {
    if (one.state === 'cancelled') continue
    const event = closings.createEvent({
      id: idOf(one),
      start: dateOf(one.votingEnds),
      end: dateOf(one.votingEnds),
      stamp: dateOf(one.made),
      summary: `${words.closes}: ${plain(one.title)}`,
      location: name,
      url: pageOf(one, app),
    })
    if (one.votingEnds > now) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY })
  }
  return closings.toString()
}
