import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Charter } from '@phyle/sdk/charter'
import { readFoundingDocument } from '@phyle/sdk/founding-document'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { zeroAddress } from 'viem'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { countryName } from '../../chain/countries.ts'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useNameOf } from '../../chain/names.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Bar } from '../../ui/Bar.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText, Raw } from '../../ui/DocumentText.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Share } from '../../ui/Share.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { chaptersOf } from '../../words/charter/say.ts'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime, date, number, percent, shortAddress } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { DecisionList } from '../assembly/index.ts'
import { ApplicationsCard, MineCard, RollCard } from '../membership/index.ts'
import { StandingCard } from '../phyle/index.ts'
import { CharterText, ownWords, StatutesCard } from '../statutes/index.ts'
import { AccountExport } from './AccountExport.tsx'
import { NextStepsCard } from './NextStepsCard.tsx'
import { Receive } from './Receive.tsx'

const words = cooperative.coopPage

/** A co-op: purpose, who decides and money first; then its rules, people and documents. */
export function CoopPage() {
  const { coop } = useParams({ from: '/coops/$coop' })
  return <CoopAt coop={coop} />
}

/** The same, whichever link led to it. */
export function CoopAt({ coop }: { coop: string }) {
  const query = useIndex('/api/coops/:coop', { coop })
  const missing = (
    <Missing title={find.missing.coop} what={find.missing.coopWhat}>
      <Link to="/coops" className={buttonClass('main')}>
        {find.missing.coops}
      </Link>
    </Missing>
  )
  return (
    <Loaded query={query} missing={missing} title={shell.nav.coop}>
      {(answer) => <Coop coop={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function Coop({ coop, time }: { coop: CoopDetail; time: number }) {
  const { words: founding, waiting } = useFoundingWords(coop.purpose)
  const now = useChainNow()
  const { memberships } = useMe()
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)
  const over = [
    founding?.place,
    words.members({ count: coop.members }),
    words.founded({ when: date(coop.founded, 'day', now) }),
  ]
  const purpose = founding?.purpose ?? (waiting ? '' : words.noPurpose)
  return (
    <Page
      over={over.filter(Boolean).join(' · ')}
      title={coop.name}
      titleLang={coop.language}
      lead={
        <p
          lang={founding?.purpose === undefined ? undefined : coop.language}
          className="m-0 font-serif text-[1.25rem] leading-snug text-ink"
        >
          {purpose}
        </p>
      }
      aside={
        <>
          <MineCard coop={coop} />
          {coop.standings.map((standing) => (
            <StandingCard key={standing.phyle} standing={standing} />
          ))}
          <Documents coop={coop} />
          <Addresses coop={coop} />
          <Share title={coop.name} path={`/coops/${coop.coop}`} readable={`/${coop.slug}`} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      {member && <NextStepsCard coop={coop} />}
      <WhoDecides coop={coop} />
      <Account coop={coop} />
      <Decisions coop={coop} member={member} />
      <ApplicationsCard coop={coop} />
      <StatutesCard coop={coop} />
      <RollCard coop={coop} />
    </Page>
  )
}

function WhoDecides({ coop }: { coop: CoopDetail }) {
  const rule = coop.rules.ORDINARY
  const byShare = rule?.count === 'CLASS_SHARE'
  const all = coop.classes.reduce((sum, one) => sum + one.members, 0)
  return (
    <Card title={words.who}>
      <p className="m-0 text-soft">{byShare ? words.oneVote : words.byHeads}</p>
      <div>
        {coop.classes.map((one) => {
          const share = byShare
            ? one.share
            : all === 0
              ? 0
              : Math.round((one.members / all) * 10_000)
          const capped = !one.user && rule && rule.nonUserCapBps < share
          return (
            <div
              key={one.index}
              className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-3 first:border-0 sm:grid-cols-[150px_1fr_150px]"
            >
              <b>
                <Foreign lang={coop.language}>{one.name}</Foreign>
              </b>
              <Bar parts={[{ share: share / 10_000, tone: 'accent' }]} />
              <span className="num text-[0.94rem]">
                {words.members({ count: one.members })}
                <span className="block text-sm text-soft">
                  {capped
                    ? words.most({ share: percent(rule.nonUserCapBps, 1) })
                    : words.control({ share: percent(share, 1) })}
                </span>
              </span>
            </div>
          )
        })}
      </div>
    </Card>
  )
}

function Account({ coop }: { coop: CoopDetail }) {
  const [cursor, setCursor] = useState('')
  const query = useIndexPage(
    '/api/coops/:coop/account',
    { coop: coop.coop },
    cursor === '' ? {} : { cursor },
  )
  const house = useHouse()
  const nameOf = useNameOf()
  const others = coop.balances.filter((one) => one.token !== house?.cash && one.amount !== '0')
  const amountOf = ({ token, amount }: { token: string; amount: string }) => {
    if (token === house?.cash) return <Money amount={amount} />
    const balance = coop.balances.find((one) => one.token === token)
    return balance ? (
      <Money amount={amount} currency={balance} />
    ) : (
      // Nobody here knows the coin, so its smallest units are told.
      words.unitsOf({ count: number(BigInt(amount)), token: nameOf(token) ?? shortAddress(token) })
    )
  }
  return (
    <div data-chapter="money">
      <Card id="money" title={words.money}>
        <p className="m-0 flex flex-wrap items-baseline gap-x-3.5">
          <span className="num font-serif text-[clamp(1.9rem,10.5vw,2.7rem)] leading-none font-semibold tracking-tight">
            <Money amount={coop.cash} />
          </span>
          <span className="text-soft">{words.inAccount}</span>
        </p>
        {others.length > 0 && (
          <Disclosure summary={words.others}>
            <ul className="m-0 list-none p-0">
              {others.map((one) => (
                <li key={one.token}>
                  <Money amount={one.amount} currency={one} />
                  {one.token !== zeroAddress && (
                    <>
                      {' '}
                      · <Person address={one.token} face={false} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Disclosure summary={words.receive}>
          <Receive coop={coop} />
        </Disclosure>
        <Loaded query={query}>
          {({ data, page }) =>
            data.length === 0 ? (
              <p className="m-0 text-soft">{words.noMoves}</p>
            ) : (
              <>
                <Table
                  caption={words.moves}
                  stacks
                  rows={data}
                  keyOf={(entry) => `${entry.tx}:${entry.direction}:${entry.other}:${entry.amount}`}
                  columns={[
                    {
                      name: words.moveHeads[0],
                      of: (entry) => <When at={entry.time} style="short" />,
                    },
                    {
                      name: words.moveHeads[1],
                      of: (entry) => (
                        <span>
                          {(entry.direction === 'in' ? words.from : words.to)({
                            who:
                              entry.other === zeroAddress
                                ? words.issued
                                : (nameOf(entry.other) ?? shortAddress(entry.other)),
                          })}
                          <span className="block text-sm text-soft">
                            {entry.ground !== null && words.grounds[entry.ground]}
                            {entry.ground !== null && entry.proposal !== null && ' · '}
                            {entry.proposal !== null && (
                              <Link
                                to="/decisions/$assembly/$id"
                                params={{ assembly: coop.assembly, id: entry.proposal }}
                                className="link"
                              >
                                {words.decided({ id: entry.proposal })}
                              </Link>
                            )}
                          </span>
                        </span>
                      ),
                    },
                    {
                      name: words.moveHeads[2],
                      right: true,
                      of: (entry) => (
                        <span className="whitespace-nowrap">
                          {entry.direction === 'in' ? '+' : '−'} {amountOf(entry)}
                        </span>
                      ),
                    },
                  ]}
                />
                <div className="flex flex-wrap justify-between gap-3 print:hidden">
                  {page?.previous != null && (
                    <Button onClick={() => setCursor(page.previous ?? '')}>{find.newer}</Button>
                  )}
                  {page?.next != null && (
                    <Button onClick={() => setCursor(page.next ?? '')}>{find.older}</Button>
                  )}
                </div>
                <AccountExport coop={coop} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  )
}

function Decisions({ coop, member }: { coop: CoopDetail; member: boolean }) {
  const query = useIndex('/api/proposals', {}, { coop: coop.coop, open: 'true' })
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.decisions}</h2>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="m-0 text-soft">{words.noDecisions}</p>
          ) : (
            <DecisionList proposals={data} />
          )
        }
      </Loaded>
      <div className="flex flex-wrap gap-3">
        {member && (
          <Link to="/propose/$coop" params={{ coop: coop.coop }} className={buttonClass()}>
            {words.propose}
          </Link>
        )}
        <Link to="/decisions" search={{ coop: coop.coop }} className={buttonClass()}>
          {words.allDecisions}
        </Link>
      </div>
    </section>
  )
}

function Documents({ coop }: { coop: CoopDetail }) {
  const filings = [
    ...coop.socialAccounts.map((one) => ({
      name: words.social({ year: `${one.year}` }),
      digest: one.document,
    })),
    ...coop.books.map((one) => ({
      name: words.books({ year: `${one.year}` }),
      digest: one.document,
    })),
  ]
  return (
    <Card side title={words.documents}>
      <Document name={words.founding} digest={coop.purpose} lang={coop.language} />
      {filings.map((one) => (
        <Document key={`${one.name}${one.digest}`} {...one} lang={coop.language} />
      ))}
      {filings.length === 0 && <p className="m-0 text-sm text-soft">{words.noFilings}</p>}
    </Card>
  )
}

interface DocumentProps {
  name: string
  digest: `0x${string}`
  /** Of the co-op. */
  lang: string
}

function Document({ name, digest, lang }: DocumentProps) {
  const { data, isLoading } = useDocument(digest)
  return (
    <Disclosure summary={name}>
      {data ? (
        <Content content={data} lang={lang} />
      ) : (
        <p className="m-0 text-soft">{isLoading ? shell.loading : words.notKept}</p>
      )}
      <p className="m-0 break-all font-mono text-[0.74rem] text-soft">
        {words.fingerprint} {digest}
      </p>
    </Disclosure>
  )
}

/** A founding document says its sentences; whatever else was kept is shown as what it is. */
function Content({ content, lang }: { content: string; lang: string }) {
  const charter = charterIn(content)
  if (!charter) return <DocumentText content={content} lang={lang} />
  return (
    <>
      <CharterText chapters={chaptersOf(charter, countryName)} own={ownWords(charter)} />
      <Raw content={content} />
    </>
  )
}

function charterIn(content: string): Charter | null {
  try {
    return readFoundingDocument(content)
  } catch {
    return null
  }
}

function Addresses({ coop }: { coop: CoopDetail }) {
  const organs = ['coop', 'statutes', 'membership', 'assembly'] as const
  return (
    <Disclosure summary={words.addresses}>
      <dl className="m-0 flex flex-col gap-2 text-sm">
        {organs.map((organ) => (
          <div key={organ}>
            <dt className="text-soft">{words.organs[organ]}</dt>
            <dd className="m-0 break-all font-mono text-[0.78rem]">{coop[organ]}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
