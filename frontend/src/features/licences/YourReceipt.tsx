import { groundOf } from '@phyle/sdk/licence'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Issued, Permission } from '../../chain/permissions.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { date } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { DownloadReceipt, PrintReceipt } from './ReceiptSheet.tsx'

const words = licences.yourReceipt

/**
 * The receipt of a permission before anything else that could be done about it.
 *
 * @rule L6, LIC-5 Permission: receipt
 */
export function YourReceipt({
  issued,
  permission,
  fresh,
  children,
}: {
  /** Null while it is still being read. */
  issued: Issued | null
  permission: Pick<Permission, 'family' | 'licensee'>
  /** Right after getting it, the reader is led here. */
  fresh?: boolean
  children?: ReactNode
}) {
  const money = useMoney()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!fresh) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [fresh])
  const { family, licensee } = permission
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        {fresh ? licences.quote.done : words.title}
      </h2>
      {children}
      {issued ? (
        <>
          <Facts
            facts={[
              [
                licences.permission.period,
                licences.permission.fromTo({
                  from: date(issued.entry.from),
                  to: date(issued.entry.to),
                }),
              ],
              [
                licences.permission.ground,
                licences.grounds[groundOf(issued.entry.ground) ?? 'PAID'],
              ],
              [
                words.paid,
                issued.entry.amount === 0n ? licences.permission.free : money(issued.entry.amount),
              ],
            ]}
          />
          <div className="flex flex-wrap gap-2.5">
            <DownloadReceipt issued={issued} look={fresh ? 'main' : 'quiet'} />
            <PrintReceipt issued={issued} />
            <Link to="/check" className={buttonClass()}>
              {words.check}
            </Link>
          </div>
        </>
      ) : (
        <Loading />
      )}
      <Link
        to="/permissions/$family/$licensee"
        params={{ family: `${family}`, licensee }}
        className="link self-start"
      >
        {licences.quote.see}
      </Link>
    </Card>
  )
}
