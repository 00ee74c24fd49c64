import { groundOf } from '@phyle/sdk/licence'
import {
  Link,
  useCanGoBack,
  useNavigate,
  useParams,
  useRouter,
  useSearch,
} from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { getAddress, isAddress } from 'viem'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useNameOf } from '../../chain/names.ts'
import { type Issued, type Permission, usePermission } from '../../chain/permissions.ts'
import { useHouse } from '../../chain/settings.tsx'
import { type Offered, useOffered } from '../../chain/works.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Term } from '../../ui/Term.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { date, shortAddress } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { ChangeMinds } from './ChangeMinds.tsx'
import { MoreTime } from './MoreTime.tsx'
import { DownloadReceipt, PrintReceipt, printId, ReceiptSheet } from './ReceiptSheet.tsx'
import { useSizeWords } from './sizes.ts'

const words = licences.permission

/**
 * One permission: its period, its ground and its receipts, asked of the chain alone.
 *
 * @rule L3, L5, LIC-3, LIC-4, LIC-10 Permission: until when, and change your mind
 */
export function PermissionPage() {
  const { family, licensee } = useParams({ from: '/permissions/$family/$licensee' })
  const nameOf = useNameOf()
  const known = /^\d+$/.test(family) && isAddress(licensee, { strict: false })
  const permission = usePermission(
    known ? BigInt(family) : undefined,
    known ? getAddress(licensee) : undefined,
  )
  const work = useOffered(permission.data?.receipts[0]?.entry.work ?? family)
  if (!known) return <None says={words.noneMalformed} />
  // An earlier answer may lack what the reader has just paid for.
  if (permission.isFetching && !permission.isFetchedAfterMount) return <Loading />
  return (
    <Loaded query={permission}>
      {(found) =>
        found === null ? (
          <None
            says={words.none({
              who: nameOf(licensee) ?? licensee,
              work: work.data?.title ?? words.workNumber({ id: family }),
            })}
          />
        ) : (
          <Loaded query={work}>
            {(offered) => <One key={licensee} permission={found} work={offered} />}
          </Loaded>
        )
      }
    </Loaded>
  )
}

function None({ says }: { says: string }) {
  return (
    <Page title={words.notFound}>
      <Empty what={says}>
        <span className="flex flex-wrap gap-2.5">
          <Link to="/check" className={buttonClass()}>
            {words.check}
          </Link>
          <Link to="/may-i-use" className={buttonClass()}>
            {words.ask}
          </Link>
        </span>
      </Empty>
    </Page>
  )
}

/** Back to where the reader came from; who followed a link to the sheet itself goes to its permission. */
function useBack({ family, licensee }: Permission) {
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  return () => {
    if (canGoBack) router.history.back()
    else {
      void navigate({
        to: '/permissions/$family/$licensee',
        params: { family: `${family}`, licensee },
        replace: true,
      })
    }
  }
}

/** Whoever comes back from a sheet is where they left for it. */
function useReturn(sheet: string | undefined) {
  const last = useRef(sheet)
  useEffect(() => {
    if (sheet === undefined && last.current) document.getElementById(printId(last.current))?.focus()
    last.current = sheet
  }, [sheet])
}

type Standing = 'runs' | 'later' | 'over'

function One({ permission, work }: { permission: Permission; work: Offered }) {
  const nameOf = useNameOf()
  const house = useHouse()
  const { address } = useConnection()
  const now = useChainNow() ?? permission.from
  const { receipt: sheet } = useSearch({ from: '/permissions/$family/$licensee' })
  const back = useBack(permission)
  useReturn(sheet)
  const { inWords } = useSizeWords(work.terms)
  const who = nameOf(permission.licensee) ?? shortAddress(permission.licensee)
  const standing: Standing =
    now >= permission.to ? 'over' : now < permission.from ? 'later' : 'runs'
  const printed = permission.receipts.find(({ fingerprint }) => fingerprint === sheet)
  if (printed) return <ReceiptSheet issued={printed} work={work} onBack={back} />
  const own = address === permission.licensee
  const declaresSize = permission.ground === 'PAID' || permission.ground === 'CONTRIBUTOR'
  return (
    <Page
      over={
        house && (
          <Link
            to="/commons/works/$phyle/$id"
            params={{ phyle: house.phyle, id: `${work.id}` }}
            className="hover:underline"
          >
            {[work.title, versionWords(work.version)].filter((part) => part !== '').join(' · ')}
          </Link>
        )
      }
      title={words.title({ work: work.title })}
      lead={
        <span className="flex flex-col items-start gap-2">
          <Tag
            sign={standing === 'runs' ? '✓' : undefined}
            tone={standing === 'over' ? 'quiet' : 'accent'}
          >
            {words.tags[standing]}
          </Tag>
          {permission.from >= permission.to
            ? words.takenBack({ who })
            : words[standing]({
                who,
                when: date(standing === 'later' ? permission.from : permission.to),
              })}
        </span>
      }
      aside={
        <Card side title={words.period}>
          <div className="text-[0.94rem]">
            <Facts
              facts={[
                [words.holder, <Person key="holder" address={permission.licensee} face={false} />],
                [
                  words.period,
                  permission.from >= permission.to
                    ? words.noPeriod
                    : words.fromTo({ from: date(permission.from), to: date(permission.to) }),
                ],
                [
                  <Term key="ground" of="ground">
                    {words.ground}
                  </Term>,
                  licences.grounds[permission.ground],
                ],
                declaresSize && [words.size, inWords(permission.tier)],
                [words.terms, words.termsVersion({ version: `${permission.terms}` })],
                [words.steward, <Person key="steward" address={work.steward} face={false} />],
              ]}
            />
          </div>
          {permission.spans.length > 0 && (
            <>
              <h3>{words.earlier}</h3>
              <ul className="m-0 flex list-none flex-col gap-1 p-0 text-[0.94rem]">
                {permission.spans.map((span) => (
                  <li key={span.from}>
                    {words.fromTo({ from: date(span.from), to: date(span.to) })} (
                    {licences.grounds[span.ground]})
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      }
    >
      {own && <MoreTime permission={permission} work={work} now={now} />}
      <Card title={words.receipts}>
        <ul className="m-0 flex list-none flex-col gap-4 p-0">
          {permission.receipts.map((issued) => (
            <Receipt key={issued.fingerprint} issued={issued} />
          ))}
        </ul>
        <p className="m-0 text-sm text-soft">{words.receiptsNote}</p>
      </Card>
      {own && <ChangeMinds permission={permission} now={now} />}
    </Page>
  )
}

function Receipt({ issued }: { issued: Issued }) {
  const money = useMoney()
  const { entry, kind } = issued
  const refund = kind === 'refund'
  return (
    <li className="flex flex-col gap-2.5 border-t border-line pt-4 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          {refund
            ? words.refundReceipt({ number: `${entry.number}` })
            : words.receipt({ number: `${entry.number}` })}
        </h3>
        <span className="num font-semibold">
          {entry.amount === 0n ? words.free : `${refund ? '− ' : ''}${money(entry.amount)}`}
        </span>
      </div>
      <p className="m-0 text-[0.94rem] text-soft">
        {words.issued({ when: date(entry.issued) })}
        {!refund &&
          ` · ${words.fromTo({ from: date(entry.from), to: date(entry.to) })} · ${licences.grounds[groundOf(entry.ground) ?? 'PAID']}`}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <DownloadReceipt issued={issued} />
        <PrintReceipt issued={issued} />
      </div>
    </li>
  )
}
