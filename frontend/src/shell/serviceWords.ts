import type { Postbox, Services } from '../chain/services.ts'
import { date, fromNow } from '../words/format.ts'
import { shell } from '../words/shell/words.ts'

/** What is the matter with the postbox, in a sentence. */
export function postboxWords(postbox: Postbox): string | null {
  const { postboxes } = shell.banners.services
  return postbox === 'up' || postbox === 'unknown' ? null : postboxes[postbox]
}

/** What does not answer, what works all the same, and from when the figures are: in one voice. */
export function serviceWords(
  { network, overview, postbox, overviewTime, asOf, keptFrom }: Services,
  now: number | undefined,
): string | null {
  const { down, late, lateAlone, from, offline, sendYourself } = shell.banners.services
  const isStuck = postbox !== 'down' && postboxWords(postbox) !== null
  // Where the network is silent too, nobody can send anything.
  const stuck = isStuck && network !== 'down' ? `${postboxWords(postbox)} ${sendYourself}` : ''
  const silent = [
    network === 'down' && 'network',
    overview === 'down' && 'overview',
    postbox === 'down' && 'postbox',
  ].filter((name) => name !== false)
  if (overview === 'late' && overviewTime !== undefined && now !== undefined) {
    const when = fromNow(overviewTime, now)
    return postbox === 'down' ? lateAlone({ when }) : `${late({ when })} ${stuck}`.trim()
  }
  const silence = down[silent.join(' ') as keyof typeof down] ?? ''
  const said = `${silence} ${stuck}`.trim() || null
  if (keptFrom !== undefined) {
    const when = date(keptFrom, 'time')
    return silent.length === 3 || said === null ? offline({ when }) : `${said} ${from({ when })}`
  }
  if (said === null || network !== 'down' || asOf === undefined) return said
  return `${said} ${from({ when: date(asOf, 'time') })}`
}
