import type { Services } from '../chain/services.ts'
import { shell } from '../words/en/shell.ts'
import { date, fromNow } from '../words/format.ts'

/** What does not answer, what works all the same, and from when the figures are: in one voice. */
export function serviceWords(
  { network, overview, postbox, overviewTime, asOf, keptFrom }: Services,
  now: number | undefined,
): string | null {
  const { down, late, lateAlone, from, offline } = shell.banners.services
  const silent = [
    network === 'down' && 'network',
    overview === 'down' && 'overview',
    postbox === 'down' && 'postbox',
  ].filter((name) => name !== false)
  if (overview === 'late' && overviewTime !== undefined && now !== undefined) {
    const when = fromNow(overviewTime, now)
    return postbox === 'down' ? lateAlone(when) : late(when)
  }
  const said = down[silent.join(' ') as keyof typeof down] ?? null
  if (keptFrom !== undefined) {
    const when = date(keptFrom, 'time')
    return silent.length === 3 || said === null ? offline(when) : `${said} ${from(when)}`
  }
  if (said === null || network !== 'down' || asOf === undefined) return said
  return `${said} ${from(date(asOf, 'time'))}`
}
