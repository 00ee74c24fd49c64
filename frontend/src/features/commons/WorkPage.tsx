import type { WorkDetail } from '@phyle/sdk/chapters/commons/api'
import type { Grant } from '@phyle/sdk/chapters/licences/api'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useOffered } from '../../chain/works.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/Copy.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Share } from '../../ui/Share.tsx'
import { Table } from '../../ui/Table.tsx'
import { Turn } from '../../ui/Turn.tsx'
import { When } from '../../ui/When.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { commons } from '../../words/commons/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime, date, number } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { shell } from '../../words/shell/words.ts'
import { CreditCard } from './CreditCard.tsx'
import { PriceTable } from './PriceTable.tsx'
import { PublicLicence } from './PublicLicence.tsx'
import { TermsSentences } from './Terms.tsx'
import { Twin } from './Twin.tsx'

const words = commons.work

/**
 * One work: what it is, who looks after it, under which terms, and who may use it.
 *
 * @rule L7, WRK-1, WRK-2, WRK-3 Work: who looks after it, what it builds on, its releases
 */
export function WorkPage() {
  const { phyle, id } = useParams({ from: '/commons/works/$phyle/$id' })
  const query = useIndex('/api/works/:phyle/:id', { phyle, id })
  return (
    <Loaded
      query={query}
      title={shell.nav.commons}
      missing={
        <Missing title={find.missing.work} what={find.missing.workWhat}>
          <Link to="/commons" className={buttonClass('main')}>
            {find.missing.works}
          </Link>
        </Missing>
      }
    >
      {(answer) => <One key={id} work={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function One({ work, time }: { work: WorkDetail; time: number }) {
  const now = useChainNow() ?? time
  const { address } = useConnection()
  return (
    <Page
      over={
        <Link to="/coops/$coop" params={{ coop: work.steward }} className="hover:underline">
          {words.over({ id: work.id, steward: work.stewardName })}
        </Link>
      }
      title={work.title}
      heading={<OfCoop coop={work.steward}>{work.title}</OfCoop>}
      lead={<OfCoop coop={work.steward}>{work.function}</OfCoop>}
      aside={
        <>
          <About work={work} />
          <Releases work={work} />
          <Builds work={work} />
          {address && <CreditCard person={address} family={work.family} />}
          <Share title={work.title} path={`/commons/works/${work.phyle}/${work.id}`} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      <div className="flex flex-col items-start gap-2">
        <Link
          to="/may-i-use/$phyle/$id"
          params={{ phyle: work.phyle, id: work.id }}
          className={buttonClass('main')}
        >
          {words.mayI}
        </Link>
        <p className="m-0 text-sm text-soft">{words.mayINote}</p>
      </div>
      <TermsCard work={work} now={now} />
      <Permissions work={work} />
      <Contributors work={work} />
    </Page>
  )
}

const isWeb = (link: string) => /^https?:\/\//.test(link)

function About({ work }: { work: WorkDetail }) {
  return (
    <Card side title={words.about}>
      <div className="text-[0.94rem]">
        <Facts
          facts={[
            work.version !== '' && [words.version, work.version],
            [words.licence, work.licence],
            [words.licensor, work.licensor],
            [words.steward, <Person key="steward" address={work.steward} face={false} />],
            [words.registered, <When key="when" at={work.registered.time} />],
          ]}
        />
      </div>
      {work.links.length > 0 && (
        <ul
          aria-label={words.links}
          className="m-0 flex list-none flex-col gap-1 p-0 text-[0.94rem]"
        >
          {work.links.map((link) => (
            <li key={link} className="break-all">
              {isWeb(link) ? (
                <a href={link} rel="noreferrer" target="_blank" className="link">
                  {link}
                </a>
              ) : (
                link
              )}
            </li>
          ))}
        </ul>
      )}
      <CopyButton text={work.cid} done={words.copied}>
        {words.copyCid}
      </CopyButton>
      <Disclosure summary={words.content}>
        <p className="m-0 font-mono text-[0.8rem] break-all">{work.cid}</p>
        <p className="m-0 text-soft">{words.contentNote}</p>
        <p className="m-0 text-soft">{words.digest}</p>
        <p className="m-0 font-mono text-[0.8rem] break-all">{work.digest}</p>
      </Disclosure>
    </Card>
  )
}

function TermsCard({ work, now }: { work: WorkDetail; now: number }) {
  const money = useMoney()
  const offered = useOffered(work.id)
  const waiting = work.terms.find((terms) => terms.from > now)
  return (
    <Card title={words.termsTitle}>
      <Loaded query={offered}>
        {({ id, origin, terms, parents, changeDate, licence, right }) => (
          <>
            <PublicLicence licence={licence} right={right} offered={terms !== null} />
            <Twin id={id} origin={origin} />
            {terms && <PriceTable terms={terms} />}
            <TermsSentences terms={terms} parents={parents.length} changeDate={changeDate} />
          </>
        )}
      </Loaded>
      {waiting && (
        <Notice>
          {words.coming({ when: date(waiting.from) })}{' '}
          {licences.mayIUse.price({ amount: money(waiting.pricePerYear) })}
        </Notice>
      )}
    </Card>
  )
}

function Releases({ work }: { work: WorkDetail }) {
  if (work.releases.length < 2) return null
  return (
    <Card side title={words.releases}>
      <ul className="m-0 flex list-none flex-col gap-1.5 p-0 text-[0.94rem]">
        {work.releases.map((release) => (
          <li key={release.id} className="flex flex-wrap justify-between gap-x-4">
            {release.id === work.id ? (
              <span>
                {release.version} ({words.thisOne})
              </span>
            ) : (
              <Link
                to="/commons/works/$phyle/$id"
                params={{ phyle: release.phyle, id: release.id }}
                className="link"
              >
                {release.version}
              </Link>
            )}
            <span className="text-soft">
              <When at={release.registered.time} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Builds({ work }: { work: WorkDetail }) {
  return (
    <Card side title={words.parents}>
      {work.parents.length === 0 ? (
        <p className="m-0 text-[0.94rem] text-soft">{words.noParents}</p>
      ) : (
        <WorkLinks ids={work.parents} phyle={work.phyle} />
      )}
      {work.children.length > 0 && (
        <>
          <h3>{words.children}</h3>
          <WorkLinks ids={work.children} phyle={work.phyle} />
        </>
      )}
    </Card>
  )
}

function WorkLinks({ ids, phyle }: { ids: readonly string[]; phyle: WorkDetail['phyle'] }) {
  const works = useIndex('/api/works', {}, { phyle })
  return (
    <ul className="m-0 flex list-none flex-col gap-1.5 p-0 text-[0.94rem]">
      {ids.map((id) => {
        const found = works.data?.data.find((one) => one.id === id)
        return (
          <li key={id}>
            <Link to="/commons/works/$phyle/$id" params={{ phyle, id }} className="link">
              {found
                ? [found.title, versionWords(found.version)]
                    .filter((part) => part !== '')
                    .join(', ')
                : id}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** The query for a list that belongs to the same works. */
const ofFamily = ({ phyle, family }: WorkDetail, cursor: string) => ({
  phyle,
  family,
  ...(cursor !== '' && { cursor }),
})

function Permissions({ work }: { work: WorkDetail }) {
  const money = useMoney()
  const [cursor, setCursor] = useState('')
  const query = useIndexPage('/api/grants', {}, ofFamily(work, cursor))
  const grants = query.data?.data ?? work.grants
  const paid = (grant: Grant) =>
    grant.receipts
      .filter(({ refunded }) => refunded === null)
      .reduce((sum, receipt) => sum + BigInt(receipt.amount), 0n)
  return (
    <Card title={words.permissions}>
      {grants.length === 0 ? (
        <p className="m-0 text-soft">{words.noPermissions}</p>
      ) : (
        <Table
          caption={words.permissions}
          hideCaption
          rows={grants}
          keyOf={(grant) => grant.licensee}
          columns={[
            { name: words.who, of: (grant) => <Person address={grant.licensee} /> },
            {
              name: words.ground,
              of: (grant) => (
                <Link
                  to="/permissions/$family/$licensee"
                  params={{ family: grant.family, licensee: grant.licensee }}
                  className="link"
                >
                  {licences.grounds[grant.ground]}
                </Link>
              ),
            },
            { name: words.until, of: (grant) => <When at={grant.to} /> },
            {
              name: words.paid,
              of: (grant) => (paid(grant) === 0n ? licences.permission.free : money(paid(grant))),
              right: true,
            },
          ]}
        />
      )}
      <Turn page={query.data?.page} onTurn={setCursor} />
    </Card>
  )
}

function Contributors({ work }: { work: WorkDetail }) {
  const [cursor, setCursor] = useState('')
  const query = useIndexPage('/api/contributions', {}, ofFamily(work, cursor))
  const given = query.data?.data ?? work.contributions
  return (
    <Card title={words.contributions}>
      {given.length === 0 ? (
        <p className="m-0 text-soft">{words.noContributions}</p>
      ) : (
        <Table
          caption={words.contributions}
          hideCaption
          rows={given}
          keyOf={(one) => one.artefact}
          columns={[
            { name: words.who, of: (one) => <Person address={one.contributor} /> },
            { name: words.pointsColumn, of: (one) => number(BigInt(one.points)), right: true },
            { name: words.matures, of: (one) => <When at={one.matures} /> },
          ]}
        />
      )}
      <Turn page={query.data?.page} onTurn={setCursor} />
      {work.delegates.length > 0 && (
        <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          {words.attesters}
          {work.delegates.map(({ wallet }) => (
            <Person key={wallet} address={wallet} />
          ))}
        </p>
      )}
    </Card>
  )
}
