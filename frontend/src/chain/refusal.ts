import { type Explanation, explain } from '@phyle/sdk/errors/explain'
import type { Settings } from '../env.ts'
import { wordFor } from '../words/choose.ts'
import { errors } from '../words/errors/words.ts'
import { date, exactTime, money, percent } from '../words/format.ts'
import { kinds } from '../words/kinds/words.ts'
import { language } from '../words/language.ts'
import { refusals } from '../words/refusals/words.ts'
import { detailsOf, plainRefusal, type Refusal, type When } from './refused.ts'

type Said = string | ((values: Readonly<Record<string, string>>) => string)

/** The two sentences of an error in the reader's language. */
function inWords({ sentence, values, cause }: Explanation): Pick<Refusal, 'why' | 'now'> {
  const words: { readonly why: Said; readonly now: Said } =
    (wordFor(errors, sentence) as { readonly why: Said; readonly now: Said } | undefined) ??
    errors.unknown
  const say = (said: Said) => (typeof said === 'function' ? said(values) : said)
  const why = say(words.why)
  if (!cause || cause.name === null) return { why, now: say(words.now) }
  const inner = inWords(cause)
  return { why: `${why} ${inner.why}`, now: inner.now }
}

/** How values are written in another language than that of the sdk. */
const inLanguage = (settings: Settings | undefined) => ({
  durationOf: exactTime,
  shareOf: (bps: number) => percent(bps, 2),
  kindOf: (kind: keyof typeof kinds) => kinds[kind].name,
  ...(settings && { moneyOf: (amount: bigint) => money(amount, settings.currency) }),
})

/** What a contract, a wallet, the network or a service said, in words. */
export function refusalOf(error: unknown, settings?: Settings, when: When = 'reading'): Refusal {
  const plain = plainRefusal(error, when)
  if (plain !== null) return plain
  const explained = explain(error, {
    timeOf: (seconds) => date(seconds, 'time'),
    ...(settings && { money: settings.currency }),
    ...(language() !== 'en' && inLanguage(settings)),
  })
  const { name, args } = explained
  if (name === null) return { ...refusals.unknown, details: detailsOf(error) }
  const { proposalId } = args
  return {
    ...inWords(explained),
    details: name,
    ...(typeof proposalId === 'bigint' && { proposal: proposalId }),
  }
}
