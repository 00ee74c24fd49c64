import { UNPROVED } from '@phyle/sdk/chapters/licences/enums'
import { groundCode, type LicenceRequest, statementDigest, UNDECLARED } from '@phyle/sdk/licence'
import { Link } from '@tanstack/react-router'
import { zeroAddress, zeroHash } from 'viem'
import { useAcquire } from '../../acts/licences.ts'
import { keptHere } from '../../chain/kept.ts'
import { type Permission, useQuote } from '../../chain/permissions.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse } from '../../chain/settings.tsx'
import type { Offered } from '../../chain/works.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { declaredAgain, YEAR_SECONDS } from './asking.ts'

const words = licences.permission
const DAY = 86_400

/** Another year on the same ground: what was declared is declared again. */
export function MoreTime({
  permission,
  work,
  now,
}: {
  permission: Permission
  work: Offered
  now: number
}) {
  const house = useHouse()
  const money = useMoney()
  const act = useAcquire()
  const last = permission.receipts.find(({ kind }) => kind === 'receipt')
  const stored = useDocument(last?.entry.statement)
  const document = stored.data ?? (last ? keptHere(last.entry.statement) : null)
  const { ground } = permission
  const pays = ground === 'PAID' || ground === 'CONTRIBUTOR'
  const possible = last !== undefined && ground !== 'MEMBER_COOP' && ground !== 'FREE'
  const again = document ? declaredAgain(document, now) : null
  const request: LicenceRequest | null = possible
    ? {
        licensee: permission.licensee,
        work: last.entry.work,
        claim: groundCode(pays ? 'CONTRIBUTOR' : ground),
        tier: pays ? permission.tier : UNDECLARED,
        duration: YEAR_SECONDS,
        maxFee: 0n,
        terms: work.termsVersion,
        deadline: 0,
        payer: zeroAddress,
        purchaseOrder: zeroHash,
        statement: again ? statementDigest(again.statement) : last.entry.statement,
      }
    : null
  const quote = useQuote(request)
  const answer = quote.data
  const ask = house && (
    <Link
      to="/may-i-use/$phyle/$id"
      params={{ phyle: house.phyle, id: `${work.id}` }}
      className="link self-start"
    >
      {words.otherwise}
    </Link>
  )
  const get = async () => {
    if (!house || !request || !answer) return
    await act.run({
      house,
      request: { ...request, maxFee: answer.fee },
      statement: again?.document ?? null,
    })
  }
  const earliest = permission.to - 364 * DAY
  const soon = permission.to - now < 60 * DAY
  return (
    <Card title={permission.from >= permission.to ? words.againTitle : words.renewTitle}>
      {answer?.may ? (
        <>
          <p className="m-0">
            {answer.fee > 0n
              ? words.renewUntil({ when: date(answer.to), amount: money(answer.fee) })
              : words.renewFree({ when: date(answer.to) })}
          </p>
          <div className="flex flex-col items-start gap-2">
            <Button look={soon ? 'main' : 'quiet'} disabled={act.busy} onClick={() => void get()}>
              {answer.fee > 0n
                ? (permission.from >= permission.to ? words.again : words.renew)({
                    amount: money(answer.fee),
                  })
                : again
                  ? words.renewFreeButton
                  : words.renewProvedButton}
            </Button>
            {again && <p className="m-0 text-sm text-soft">{words.renewNote}</p>}
          </div>
        </>
      ) : (
        answer &&
        UNPROVED[answer.unproved] === 'NOT_YET' && (
          <p className="m-0">{words.renewWait({ when: date(earliest) })}</p>
        )
      )}
      <Progress
        state={act.state}
        words={answer && answer.fee > 0n ? { signing: licences.quote.signing } : undefined}
        done={() => words.renewDone}
      />
      {ask}
    </Card>
  )
}
