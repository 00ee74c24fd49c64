import { UNPROVED } from '@phyle/sdk/chapters/licences/enums'
import { groundOf } from '@phyle/sdk/licence'
import { useChainNow } from '../../chain/clock.tsx'
import type { Quote } from '../../chain/permissions.ts'
import type { Offered } from '../../chain/works.ts'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { date, duration } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { type Asking, type Use, YEAR_SECONDS } from './asking.ts'

const words = licences.quote

export const timeWords = (seconds: number) =>
  seconds === YEAR_SECONDS ? words.times.forYear : words.times.forDays({ time: duration(seconds) })

/** A year of which a day is missing, because the permission ends when the ground does, is no year. */
export const lengthOf = (quote: Quote) => quote.to - quote.from

/** A firm is not free to use what no terms were offered for, where the licence itself keeps that back. */
const isReserved = ({ terms, right }: Offered, use: Use) =>
  terms === null && use === 'firm' && right === 'RESERVED'

/** Nobody asks anything; whether the licence allows it to a firm is another question. */
export const leadOf = (work: Offered, use: Use) =>
  isReserved(work, use)
    ? 'reservedLead'
    : work.right === 'UNKNOWN' && use === 'firm'
      ? 'unknownLead'
      : 'noPermissionNeeded'

export function useAnswer(work: Offered, asking: Asking | null, answer: Quote | undefined): string {
  const money = useMoney()
  const now = useChainNow() ?? Number.POSITIVE_INFINITY
  if (!asking || !answer) return words.ask({ title: work.title })
  if (!answer.may) return UNPROVED[answer.unproved] === 'NOT_YET' ? words.notYet : words.no
  if (groundOf(answer.ground) === 'FREE') {
    if (isReserved(work, asking.use)) return words.reserved
    return work.right === 'UNKNOWN' && asking.use === 'firm' ? words.unknown : words.freeForAll
  }
  if (answer.from > now + 86_400) {
    return answer.fee === 0n
      ? words.freeLater({ from: date(answer.from), to: date(answer.to) })
      : words.paidLater({ amount: money(answer.fee), from: date(answer.from), to: date(answer.to) })
  }
  if (answer.fee === 0n) return words.free({ time: timeWords(lengthOf(answer)) })
  return words.paid({
    amount: money(answer.fee),
    time: lengthOf(answer) === YEAR_SECONDS ? words.times.year : timeWords(lengthOf(answer)),
  })
}

export function NotSo({ answer, until }: { answer: Quote; until: number | undefined }) {
  const why = UNPROVED[answer.unproved] ?? 'NOT_CLAIMABLE'
  const said = words.unproved[why]
  return (
    <Notice>
      <b>{said.why}</b>{' '}
      {why === 'NOT_YET' && until !== undefined && `${words.runsUntil({ when: date(until) })} `}
      {said.now}
    </Notice>
  )
}
