import { groundOf } from '@phyle/sdk/licence'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { type Address, getAddress, isAddress } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { useEnv, useHouse } from '../../chain/settings.tsx'
import { useOffered } from '../../chain/works.ts'
import { useReadLicencesCoveredAt } from '../../generated/contracts.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { date, shortAddress } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { ReceiptCheck } from './ReceiptCheck.tsx'

const words = licences.check

/** Covered or not, on what ground: no wallet, straight from the chain. */
export function CheckPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Ask />
      <ReceiptCheck />
    </Page>
  )
}

const isoDay = (seconds: number) => {
  const at = new Date(seconds * 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Noon of a day by the clock of this device; null when it is no day. */
export function noonOf(day: string): number | null {
  const at = new Date(`${day}T12:00:00`).getTime()
  return Number.isNaN(at) ? null : Math.floor(at / 1000)
}

function Ask() {
  const house = useHouse()
  const { people } = useEnv()
  const nameOf = useNameOf()
  const now = useChainNow()
  const coops = useIndex('/api/names', {})
  const works = useIndex('/api/works', {}, house ? { phyle: house.phyle } : undefined)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [workId, setWorkId] = useState('')
  const [day, setDay] = useState('')
  useEffect(() => {
    if (now !== undefined) setDay((old) => (old === '' ? isoDay(now) : old))
  }, [now])
  const names: readonly { readonly name: string; readonly address: Address }[] = [
    ...people,
    ...(coops.data?.data.map(({ name, coop }) => ({ name, address: coop })) ?? []),
  ]
  const who = addressOf(typed, names)
  const listed = works.data?.data
  const at = day === '' ? null : now !== undefined && day === isoDay(now) ? now : noonOf(day)
  return (
    <Card>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={words.who}
          help={words.whoHelp}
          error={
            called(typed, names).length > 1
              ? words.whoSeveral
              : typed.trim() !== '' && who === null && !isPart(typed, names)
                ? words.whoUnknown
                : undefined
          }
        >
          <input
            className={inputClass}
            list={list}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <datalist id={list}>
          {names.map((one) => (
            <option key={one.address} value={one.name} />
          ))}
        </datalist>
        {listed ? (
          <Field label={words.work}>
            <select
              className={inputClass}
              value={workId}
              onChange={(event) => setWorkId(event.target.value)}
            >
              <option value="">{words.choose}</option>
              {listed.map((work) => (
                <option key={work.id} value={work.id}>
                  {[work.title, versionWords(work.version)]
                    .filter((part) => part !== '')
                    .join(', ')}
                </option>
              ))}
            </select>
          </Field>
        ) : (
          <Field label={words.workNumber}>
            <input
              className={inputClass}
              inputMode="numeric"
              value={workId}
              onChange={(event) => setWorkId(event.target.value.trim())}
            />
          </Field>
        )}
        <Field label={words.day} help={words.dayHelp}>
          <input
            type="date"
            className={inputClass}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </Field>
      </div>
      <div aria-live="polite">
        {who !== null && /^\d{1,18}$/.test(workId) && at !== null ? (
          <Answer
            who={who}
            name={nameOf(who) ?? shortAddress(who)}
            workId={workId}
            at={at}
            now={now ?? at}
          />
        ) : (
          <p className="m-0 text-soft">{words.waiting}</p>
        )}
      </div>
    </Card>
  )
}

type Named = readonly { readonly name: string; readonly address: Address }[]

/** The addresses that have this name; names are not unique. */
const called = (text: string, names: Named): readonly Address[] => [
  ...new Set(
    names
      .filter((one) => one.name.toLowerCase() === text.trim().toLowerCase())
      .map(({ address }) => address),
  ),
]

function addressOf(text: string, names: Named): Address | null {
  const [found, another] = called(text, names)
  if (found && !another) return found
  return isAddress(text.trim(), { strict: false }) ? getAddress(text.trim()) : null
}

/** Still being typed: the beginning of an address, or a part of a name. */
const isPart = (text: string, names: Named) =>
  /^0x[0-9a-fA-F]{0,39}$/.test(text.trim()) ||
  names.some(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))

interface AnswerProps {
  who: Address
  name: string
  workId: string
  at: number
  now: number
}

function Answer({ who, name, workId, at, now }: AnswerProps) {
  const house = useHouse()
  const offered = useOffered(workId)
  const covered = useReadLicencesCoveredAt({
    address: house?.licences,
    args: [who, BigInt(workId), at],
    query: {
      retry: 1,
      select: ([yes, ground, grace]) => ({ yes, grace, ground: groundOf(ground) ?? 'PAID' }),
    },
  })
  const title = offered.data?.title ?? workId
  const day = date(at)
  const past = at < now - 86_400
  if (offered.data && at < offered.data.registered) {
    return (
      <Notice>
        <p className="m-0">{words.before({ work: title, when: date(offered.data.registered) })}</p>
      </Notice>
    )
  }
  if (covered.isError && refusalOf(covered.error).details === 'WorkUnknown') {
    return (
      <Notice tone="danger">
        <p className="m-0 font-serif text-[1.25rem] font-semibold">
          {words.noWork({ id: workId })}
        </p>
        <p className="m-0 mt-2">{words.noWorkNow}</p>
      </Notice>
    )
  }
  if (covered.isError) {
    return (
      <Notice tone="quiet">
        <p className="m-0 font-serif text-[1.25rem] font-semibold">
          <span aria-hidden="true">? </span>
          {words.verdicts.unknown.title}
        </p>
        <p className="m-0 mt-2">{words.silent}</p>
        <Button className="mt-3" onClick={() => void covered.refetch()}>
          {words.again}
        </Button>
      </Notice>
    )
  }
  return (
    <Loaded query={covered}>
      {({ yes, grace, ground }) =>
        yes ? (
          <Notice>
            <p className="m-0 font-serif text-[1.25rem] font-semibold">
              <span aria-hidden="true">✓ </span>
              {past
                ? words.yesPast({ who: name, work: title, when: day })
                : words.yes({ who: name, work: title, when: day })}
            </p>
            <p className="m-0 mt-2">
              {ground === 'FREE'
                ? words.freeForAll({ past })
                : words.ground({ ground: licences.grounds[ground] })}
              {at > now && ` ${words.future}`}
            </p>
            {ground !== 'FREE' && <Asked who={who} />}
            {ground !== 'FREE' && offered.data && (
              <Link
                to="/permissions/$family/$licensee"
                params={{ family: `${offered.data.family}`, licensee: who }}
                className="link mt-2 inline-block"
              >
                {words.seePermission}
              </Link>
            )}
          </Notice>
        ) : (
          <Notice tone="danger">
            <p className="m-0 font-serif text-[1.25rem] font-semibold">
              <span aria-hidden="true">✕ </span>
              {past
                ? words.noPast({ who: name, work: title, when: day })
                : words.no({ who: name, work: title, when: day })}
            </p>
            <p className="m-0 mt-2">{grace ? words.grace : words.noWhat}</p>
            {offered.data?.right === 'SHARE_ALIKE' && (
              <p className="m-0 mt-2">{words.shareAlike({ licence: offered.data.licence })}</p>
            )}
            <Asked who={who} />
            {house && (
              <Link
                to="/may-i-use/$phyle/$id"
                params={{ phyle: house.phyle, id: workId }}
                className="link mt-2 inline-block"
              >
                {words.get}
              </Link>
            )}
          </Notice>
        )
      }
    </Loaded>
  )
}

/** Names are not unique; addresses are. */
const Asked = ({ who }: { who: Address }) => (
  <p className="m-0 mt-2 text-sm text-soft">
    {words.asked} <span className="font-mono text-[0.8rem] break-all">{who}</span>
  </p>
)
