import type { LicenceGround } from '@phyle/sdk/chapters/licences/enums'
import { groundOf } from '@phyle/sdk/licence'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { useAcquire } from '../../acts/licences.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { type Permission, type Quote, usePermission, useQuote } from '../../chain/permissions.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { useHouse } from '../../chain/settings.tsx'
import { type Offered, useOffered } from '../../chain/works.ts'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { date, duration, shortAddress } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { CreditCard, PublicLicence, TermsSentences, Twin } from '../commons/index.ts'
import { leadOf, NotSo, useAnswer } from './Answer.tsx'
import { type Asking, declarationOf, requestOf, USES, type Use, YEAR_SECONDS } from './asking.ts'
import { GetIt } from './GetIt.tsx'
import { FreeWays, WhereItGoes } from './Price.tsx'
import { useSizeWords } from './sizes.ts'
import { YourReceipt } from './YourReceipt.tsx'

const words = licences.quote
const LENGTHS = [30 * 86_400, YEAR_SECONDS, 2 * YEAR_SECONDS, 3 * YEAR_SECONDS]

/**
 * May I use this: the answer with its reasons and its price, and the way to get it.
 *
 * @rule L1, L9, L10, LIC-1, LIC-9, LIC-11, LIC-12 May I use this?: the answer
 */
export function QuotePage() {
  const { id } = useParams({ from: '/may-i-use/$phyle/$id' })
  const offered = useOffered(id)
  return <Loaded query={offered}>{(work) => <AskOnce key={id} work={work} />}</Loaded>
}

/**
 * Waits until it is known whether the reader holds a permission already. It is told above all that can be
 * chosen, and what came there later would push away what somebody is about to press.
 */
function AskOnce({ work }: { work: Offered }) {
  const { address } = useConnection()
  const { isLoading } = usePermission(work.family, address)
  const [isAsked, setAsked] = useState(!isLoading)
  // Who signs in on the page keeps what they chose there.
  if (!isLoading && !isAsked) setAsked(true)
  return isAsked ? <Ask work={work} /> : <Loading />
}

function Ask({ work }: { work: Offered }) {
  const { address } = useConnection()
  const nameOf = useNameOf()
  const now = useChainNow()
  const { phyle } = useParams({ from: '/may-i-use/$phyle/$id' })
  const sizes = useSizeWords(work.terms)
  const last = work.terms ? work.terms.tierBps.length - 1 : 0
  const [use, setUse] = useState<Use | null>(null)
  const [tier, setTier] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(YEAR_SECONDS)
  const [typed, setTyped] = useState<string | null>(null)
  const [registration, setRegistration] = useState('')
  const [order, setOrder] = useState('')
  const [coop, setCoop] = useState<Address | ''>('')

  const size = tier ?? last
  const licensee = use === 'memberCoop' ? coop || undefined : address
  const name = typed ?? (licensee ? (nameOf(licensee) ?? '') : '')
  const asking: Asking | null = use && {
    use,
    tier: use === 'firm' ? size : null,
    seconds: use === 'firm' ? seconds : YEAR_SECONDS,
    licensee,
    name,
    registration,
    order,
  }
  const declared =
    asking && now !== undefined ? declarationOf(asking, work, sizes.inWords(size), now) : null
  const waitsForCoop = use === 'memberCoop' && coop === ''
  // The price does not depend on what is written in the declaration, only on there being one.
  const request = asking && !waitsForCoop ? requestOf(asking, work, declared, 0n) : null
  const quote = useQuote(
    request && { ...request, statement: declared ? MARK : request.statement, purchaseOrder: MARK },
  )
  // While it is got, and when it is, what is shown is the answer that it was got on, not the next.
  const [held, setHeld] = useState<{ readonly asked: string; readonly answer: Quote } | null>(null)
  const asked = [use, size, seconds, licensee].join()
  const answer = held?.asked === asked ? held.answer : quote.data
  const running = usePermission(work.family, licensee).data
  const has = running && now !== undefined && running.to > now ? running : null
  const ground = answer && (groundOf(answer.ground) ?? 'PAID')
  const free = ground === 'FREE'
  const act = useAcquire()
  const got = act.state.step === 'done' && held?.asked === asked ? act.state.result : null
  const covered = has && now !== undefined && has.from <= now && isEnough(has.ground, use)
  const title = useAnswer(work, asking, answer)
  const byLicence = !covered && use !== null && free && work.right === 'FREE'

  return (
    <Page
      over={
        <Link
          to="/commons/works/$phyle/$id"
          params={{ phyle, id: `${work.id}` }}
          className="hover:underline"
        >
          {[
            work.title,
            versionWords(work.version),
            words.over({
              licence: work.licence,
              steward: nameOf(work.steward) ?? shortAddress(work.steward),
            }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Link>
      }
      title={
        covered
          ? words.youMay({ when: date(has.to) })
          : byLicence
            ? words.byLicence({ licence: work.licence })
            : title
      }
      lead={
        covered ? (
          words.youMayLead({ ground: licences.grounds[has.ground], fresh: got !== null })
        ) : !use ? (
          words.askLead
        ) : byLicence ? (
          words.byLicenceLead
        ) : free ? (
          words[leadOf(work, use)]
        ) : answer?.may ? (
          <>
            {use === 'firm'
              ? words.who.firm.lead({ size: words.sizes.lead({ size: sizes.inWords(size) }) })
              : words.who[use].lead}{' '}
            {answer.fee > 0n && words.today}
          </>
        ) : undefined
      }
      aside={
        <>
          {answer?.may && answer.fee > 0n && work.terms && (
            <WhereItGoes fee={answer.fee} terms={work.terms} parents={work.parents.length} />
          )}
          {answer?.may && !free && (
            <Card side title={has ? words.hasTitle : words.getTitle}>
              <p className="m-0 text-[0.94rem]">
                {has
                  ? [
                      words.has({ to: date(has.to), ground: licences.grounds[has.ground] }),
                      answer.to > has.to && words.hasMore({ to: date(answer.to) }),
                    ]
                      .filter(Boolean)
                      .join(' ')
                  : words.willGet({ to: date(answer.to) })}
              </p>
            </Card>
          )}
          {use === 'firm' && address && <CreditCard person={address} family={`${work.family}`} />}
          <Card side title={words.termsTitle}>
            <TermsSentences
              terms={work.terms}
              parents={work.parents.length}
              changeDate={work.changeDate}
            />
          </Card>
        </>
      }
    >
      {got && licensee ? (
        <YourReceipt
          key={got.fingerprint}
          fresh
          issued={
            running?.receipts.find(({ fingerprint }) => fingerprint === got.fingerprint) ?? null
          }
          permission={{ family: work.family, licensee }}
        >
          {!got.public && <p className="m-0">{words.notPublic}</p>}
        </YourReceipt>
      ) : (
        has && <YourReceipt issued={lastOf(has)} permission={has} />
      )}
      <Notice>
        <PublicLicence licence={work.licence} right={work.right} offered={work.terms !== null} />
      </Notice>
      <Twin id={work.id} origin={work.origin} />
      <Card title={words.whoTitle}>
        <Choices
          legend={words.whoTitle}
          hideLegend
          pairs
          value={use}
          onChange={setUse}
          choices={USES.map((value) => ({
            value,
            label: words.who[value].label,
            help: words.who[value].help,
          }))}
        />
        {use === 'firm' && work.terms && (
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
            <Field label={words.size} help={words.sizeHelp}>
              <select
                className={inputClass}
                value={size}
                onChange={(event) => setTier(Number(event.target.value))}
              >
                {work.terms.tierBps.map((bps, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a size is its place
                  <option key={at} value={at}>
                    {bps === 0 ? words.sizes.free({ size: sizes.inWords(at) }) : sizes.inWords(at)}
                  </option>
                ))}
              </select>
            </Field>
            {work.terms.tierBps[size] !== 0 && (
              <Field label={words.length}>
                <select
                  className={inputClass}
                  value={seconds}
                  onChange={(event) => setSeconds(Number(event.target.value))}
                >
                  {LENGTHS.map((length) => (
                    <option key={length} value={length}>
                      {duration(length)}
                    </option>
                  ))}
                </select>
              </Field>
            )}
          </div>
        )}
        {use === 'memberCoop' && <CoopField value={coop} onChange={setCoop} />}
      </Card>
      {waitsForCoop && <p className="m-0 text-soft">{words.coopChoose}</p>}
      {asking && quote.isLoading && <Loading />}
      {asking && quote.isError && <Refusal refusal={refusalOf(quote.error)} />}
      {asking && answer && !answer.may && <NotSo answer={answer} until={has?.to} />}
      {asking && answer?.may && !free && (
        <GetIt
          key={asking.use}
          work={work}
          asking={asking}
          answer={answer}
          declared={declared}
          setName={setTyped}
          setRegistration={setRegistration}
          setOrder={setOrder}
          hold={(on) => setHeld(on ? { asked, answer } : null)}
          act={act}
          done={got !== null}
          more={covered === true}
        />
      )}
      {work.terms && !free && use && (
        <FreeWays work={work} asking={asking} answer={answer} topFree={sizes.freeUpTo} />
      )}
    </Page>
  )
}

/** Whether a permission on this ground is enough for a use; none chosen yet: for its own. */
function isEnough(ground: LicenceGround, use: Use | null): boolean {
  if (use === null || use === 'nonCommercial') return true
  if (ground === 'COMMON_GOOD' || ground === 'COOPERATOR') {
    return use === (ground === 'COMMON_GOOD' ? 'commonGood' : 'cooperator')
  }
  return ground !== 'NON_COMMERCIAL'
}

/** The receipt that made a permission run as long as it does. */
const lastOf = ({ receipts, to }: Permission) =>
  receipts.find(({ kind, entry }) => kind === 'receipt' && entry.to === to) ?? receipts[0] ?? null

/** Stands for any declaration or order while only the price is asked for. */
const MARK = `0x${'11'.repeat(32)}` as const

function CoopField({ value, onChange }: { value: string; onChange: (coop: Address | '') => void }) {
  const house = useHouse()
  const coops = useIndex('/api/coops', {}, house ? { phyle: house.phyle } : undefined)
  return (
    <Field label={words.coop}>
      <select
        className={inputClass}
        value={value}
        onChange={(event) => onChange(event.target.value as Address | '')}
      >
        <option value="">{words.coopChoose}</option>
        {coops.data?.data
          .filter((one) => one.rootOf === null)
          .map((one) => (
            <option key={one.coop} value={one.coop}>
              {one.name}
            </option>
          ))}
      </select>
    </Field>
  )
}
