import { useState } from 'react'
import { useRefundPermission } from '../../acts/licences.ts'
import type { Permission } from '../../chain/permissions.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'

const words = licences.permission
const YEAR_BETWEEN_REFUNDS = 365 * 86_400

/**
 * Payments that can still be taken back, each for itself.
 *
 * @rule L3, L10, LIC-11 Permission: change your mind
 */
export function ChangeMinds({ permission, now }: { permission: Permission; now: number }) {
  return permission.payments.map((payment) => (
    <ChangeMind key={`${payment.receipt}`} permission={permission} payment={payment} now={now} />
  ))
}

/** Taking a payment back, with what that means said first. */
function ChangeMind({
  permission,
  payment,
  now,
}: {
  permission: Permission
  payment: Permission['payments'][number]
  now: number
}) {
  const house = useHouse()
  const money = useMoney()
  const act = useRefundPermission()
  const [understood, setUnderstood] = useState(false)
  const { refundedAt } = permission
  if (payment.amount === 0n || now >= payment.refundUntil) {
    return act.state.step === 'done' ? (
      <Card title={words.refundTitle}>
        <Progress state={act.state} done={() => words.refundDone} />
      </Card>
    ) : null
  }
  const used = refundedAt !== 0 && now < refundedAt + YEAR_BETWEEN_REFUNDS
  if (used) {
    return (
      <Card title={words.refundTitle}>
        <p className="m-0">{words.refundUsed({ when: date(refundedAt) })}</p>
      </Card>
    )
  }
  return (
    <Card title={words.refundTitle}>
      <p className="m-0">
        {words.refundOf({ number: `${payment.receipt}` })}{' '}
        {words.refundWhat({
          amount: money(payment.amount),
          when: date(payment.refundUntil, 'time'),
        })}
      </p>
      <p className="m-0">
        {payment.from > now
          ? words.refundAhead({ when: date(payment.from) })
          : words.refundPast({ when: date(payment.from, 'time') })}{' '}
        {words.refundOnce}
      </p>
      {payment.payer !== permission.licensee && <p className="m-0">{words.paidByOther}</p>}
      <label className="flex items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-[var(--accent)]"
          checked={understood}
          onChange={(event) => setUnderstood(event.target.checked)}
        />
        {words.refundConfirm}
      </label>
      <Button
        look="danger"
        className="self-start"
        disabled={!understood || act.busy || !house}
        onClick={() =>
          house && void act.run({ house, family: permission.family, receipt: payment.receipt })
        }
      >
        {words.refund({ amount: money(payment.amount) })}
      </Button>
      <Progress state={act.state} done={() => words.refundDone} />
    </Card>
  )
}
