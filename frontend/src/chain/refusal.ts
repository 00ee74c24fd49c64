import { type Explanation, explain, type Saying } from '@phyle/sdk/errors/explain'
import type { Address } from 'viem'
import type { Settings } from '../env.ts'
import { wordFor } from '../words/choose.ts'
import { errors } from '../words/errors/words.ts'
import { date, exactTime, money, percent } from '../words/format.ts'
import { kinds } from '../words/kinds/words.ts'
import { language } from '../words/language.ts'
import { refusals } from '../words/refusals/words.ts'
import { detailsOf, plainRefusal, type Refusal, type When } from './refused.ts'

type Said = string | ((values: Readonly<Record<string, string>>) => string)

interface Sentences {
  readonly why: Said
  /** Said to somebody of their own account. */
  readonly you?: Said
  readonly now: Said
}

/** The two sentences of an error in the reader's language. */
export function inWords({
  sentence,
  values,
  isReaders,
  cause,
}: Explanation): Pick<Refusal, 'why' | 'now'> {
  const words: Sentences = (wordFor(errors, sentence) as Sentences | undefined) ?? errors.unknown
  const say = (said: Said) => (typeof said === 'function' ? said(values) : said)
  const why = say((isReaders && words.you) || words.why)
  if (!cause || cause.name === null) return { why, now: say(words.now) }
  const inner = inWords(cause)
  return { why: `${why} ${inner.why}`, now: inner.now }
}

type Coins = Pick<Settings, 'currency'> | undefined

/** How values are written in another language than that of the sdk. */
const inLanguage = (settings: Coins) => ({
  durationOf: exactTime,
  shareOf: (bps: number) => percent(bps, 2),
  kindOf: (kind: keyof typeof kinds) => kinds[kind].name,
  ...(settings && { moneyOf: (amount: bigint) => money(amount, settings.currency) }),
})

/** How the values of an error are written for the reader; accounts stand by their addresses. */
export const sayingIn = (settings: Coins): Saying => ({
  timeOf: (seconds) => date(seconds, 'time'),
  ...(settings && { money: settings.currency }),
  ...(language() !== 'en' && inLanguage(settings)),
})

/**
 * What a contract, a wallet, the network or a service said, in words. Accounts stand by their addresses, which
 * `Refusal` shows as names; that of the `reader` is told as theirs.
 */
export function refusalOf(
  error: unknown,
  settings?: Settings,
  when: When = 'reading',
  reader?: Address,
): Refusal {
  const plain = plainRefusal(error, when)
  if (plain !== null) return plain
  const explained = explain(error, { ...sayingIn(settings), ...(reader && { reader }) })
  const { name, args } = explained
  if (name === null) return { ...refusals.unknown, details: detailsOf(error) }
  const { proposalId } = args
  return {
    ...inWords(explained),
    details: name,
    ...(typeof proposalId === 'bigint' && { proposal: proposalId }),
  }
}
