import { groundOf } from '@phyle/sdk/licence'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ChangeEvent, type DragEvent, useEffect, useId, useState } from 'react'
import { type Address, getAddress, isAddress } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { readReceipts } from '../../chain/permissions.ts'
import { useEnv, useHouse, useSettings } from '../../chain/settings.tsx'
import { useOffered } from '../../chain/works.ts'
import type { Settings } from '../../env.ts'
import {
  readLicencesCoveredAt,
  readLicencesGrantOf,
  readLicencesReceiptHead,
  readWorksTermsHash,
  readWorksTermsOf,
  readWorksWorkOf,
  useReadLicencesCoveredAt,
} from '../../generated/contracts.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { cx } from '../../ui/cx.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { commons } from '../../words/en/commons.ts'
import { licences } from '../../words/en/licences.ts'
import { date, shortAddress } from '../../words/format.ts'
import {
  type ChainSide,
  type Check,
  checkReceipt,
  type ReadFile,
  type ReceiptFile,
  readReceiptFile,
  verdictOf,
} from './receipt.ts'

const words = licences.check

/** Covered or not, on what ground: no wallet, straight from the chain. */
export function CheckPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Ask />
      <FileCheck />
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
  const coops = useIndex('/api/coops', {})
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
            typed.trim() !== '' && who === null && !isPart(typed, names)
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
                  {[work.title, commons.commons.version(work.version)]
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
        {who !== null && /^\d+$/.test(workId) && at !== null ? (
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

function addressOf(text: string, names: Named): Address | null {
  const typed = text.trim()
  const found = names.find((one) => one.name.toLowerCase() === typed.toLowerCase())
  if (found) return found.address
  return isAddress(typed, { strict: false }) ? getAddress(typed) : null
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
      placeholderData: keepPreviousData,
      retry: 1,
      select: ([yes, ground]) => ({ yes, ground: groundOf(ground) ?? 'PAID' }),
    },
  })
  const title = offered.data?.title ?? workId
  const day = date(at)
  const past = at < now - 86_400
  if (offered.data && at < offered.data.registered) {
    return (
      <Notice>
        <p className="m-0">{words.before(title, date(offered.data.registered))}</p>
      </Notice>
    )
  }
  return (
    <Loaded query={covered}>
      {({ yes, ground }) =>
        yes ? (
          <Notice>
            <p className="m-0 font-serif text-[1.25rem] font-semibold">
              <span aria-hidden="true">✓ </span>
              {past ? words.yesPast(name, title, day) : words.yes(name, title, day)}
            </p>
            <p className="m-0 mt-2">
              {ground === 'FREE' ? words.freeForAll(past) : words.ground(licences.grounds[ground])}
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
              {past ? words.noPast(name, title, day) : words.no(name, title, day)}
            </p>
            <p className="m-0 mt-2">{words.noWhat}</p>
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

function FileCheck() {
  const id = useId()
  const [read, setRead] = useState<ReadFile | null>(null)
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined) => {
    if (file) setRead(readReceiptFile(await file.text()))
  }
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    void take(event.target.files?.[0])
    event.target.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <Card title={words.orFile}>
      <p className="m-0 text-soft">{words.fileHelp}</p>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-wrap items-center justify-center gap-3 rounded-[14px] border border-dashed px-5 py-8 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          over ? 'border-accent bg-wash' : 'border-edge',
        )}
      >
        {words.drop}
        <span className={buttonClass()}>{words.pick}</span>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={pick}
        />
      </label>
      <div aria-live="polite" className="flex flex-col gap-4 empty:hidden">
        {read && 'problem' in read && (
          <Refusal refusal={{ ...words.fileFaults[read.fault], details: read.problem }} />
        )}
        {read && 'file' in read && <Verified file={read.file} />}
      </div>
    </Card>
  )
}

async function chainSide(
  config: Config,
  settings: Settings,
  house: NonNullable<ReturnType<typeof useHouse>>,
  file: ReceiptFile,
): Promise<ChainSide> {
  const here = file.chainId === settings.chainId && file.contract === house.licences
  const nothing: ChainSide = {
    chainId: settings.chainId,
    contract: house.licences,
    receipts: null,
    newest: null,
    terms: null,
    workDigest: null,
    covered: null,
  }
  if (!here) return nothing
  const { licences, works } = house
  const { family, licensee, entry } = file
  const orNull = <T,>(answer: Promise<T>) => answer.catch(() => null)
  const isCovered = async (at: number) => {
    const [yes] = await readLicencesCoveredAt(config, {
      address: licences,
      args: [licensee, entry.work, at],
    })
    return yes
  }
  const [receipts, newest, kept, hash, work, first, last] = await Promise.all([
    orNull(
      readLicencesGrantOf(config, { address: licences, args: [family, licensee] }).then(
        ({ receipts }) => readReceipts(config, settings, house, family, licensee, receipts),
      ),
    ),
    orNull(readLicencesReceiptHead(config, { address: licences, args: [family, licensee] })),
    orNull(readWorksTermsOf(config, { address: works, args: [family, entry.terms] })),
    orNull(readWorksTermsHash(config, { address: works, args: [family, entry.terms] })),
    orNull(readWorksWorkOf(config, { address: works, args: [entry.work] })),
    orNull(isCovered(entry.from)),
    orNull(isCovered(Math.max(entry.from, entry.to - 1))),
  ])
  return {
    ...nothing,
    receipts,
    newest,
    terms: kept && hash ? { hash, legalText: kept.legalText } : null,
    workDigest: work?.digest ?? null,
    covered: first === null || last === null ? null : first && last,
  }
}

function Verified({ file }: { file: ReceiptFile }) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  const checked = useQuery({
    queryKey: ['checked', file.head, file.place.transaction, JSON.stringify(file, plain)],
    enabled: house !== null,
    staleTime: 0,
    queryFn: async () => {
      if (!house) throw new Error('not enabled')
      return checkReceipt(file, await chainSide(config, settings, house, file))
    },
  })
  const { entry } = file
  return (
    <Loaded query={checked}>
      {(checks) => {
        const verdict = verdictOf(checks)
        return (
          <>
            <Notice tone={verdict === 'unsound' ? 'danger' : 'accent'}>
              <p className="m-0 font-serif text-[1.25rem] font-semibold">
                <span aria-hidden="true">{verdict === 'sound' ? '✓ ' : '! '}</span>
                {words[verdict]}
              </p>
              <p className="m-0 mt-2">
                {words.says(
                  file.customer.name ?? shortAddress(file.licensee),
                  file.work.title,
                  date(entry.from),
                  date(entry.to),
                  licences.grounds[entry.ground],
                )}
              </p>
            </Notice>
            <ul className="m-0 flex list-none flex-col p-0">
              {checks.map((check) => (
                <Point key={check.name} check={check} />
              ))}
            </ul>
            <ByHolder file={file} />
            <p className="m-0 text-sm text-soft">{words.notProved}</p>
          </>
        )
      }}
    </Loaded>
  )
}

/** What the holder added, apart from what was checked. */
function ByHolder({ file }: { file: ReceiptFile }) {
  const { purchaseOrder, supplier, customer, taxRate, net, tax } = file.invoice.declaredByHolder
  const { currency } = file.invoice
  const facts: readonly (readonly [string, string | null])[] = [
    [licences.sheet.order, purchaseOrder],
    [words.byHolder.supplier, joined(supplier)],
    [words.byHolder.customer, joined(customer)],
    [licences.sheet.net, net === null ? null : `${net} ${currency}`],
    [licences.sheet.tax, tax === null ? null : `${tax} ${currency} (${taxRate} %)`],
  ]
  const given = facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  if (given.length === 0) return null
  return (
    <div className="flex flex-col gap-2 rounded-xl border border-line p-4">
      <h3>{words.byHolder.title}</h3>
      <Facts facts={given} />
      <p className="m-0 text-sm text-soft">{words.byHolder.what}</p>
    </div>
  )
}

const joined = ({ address, taxNumber }: { address: string | null; taxNumber: string | null }) =>
  [address, taxNumber].filter((part) => part !== null).join(' · ') || null

const plain = (_: string, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)

const signs = { yes: '✓', no: '✕', unknown: '?' } as const

function Point({ check }: { check: Check }) {
  const said = words.checks[check.name]
  const no = typeof said.no === 'function' ? said.no(date(check.at ?? 0)) : said.no
  return (
    <li className="flex gap-3 border-t border-line py-2.5 first:border-0">
      <span
        aria-hidden="true"
        className={cx(
          'w-5 shrink-0 text-center font-bold',
          check.result === 'yes' && 'text-green',
          check.result === 'no' && 'text-brick',
        )}
      >
        {signs[check.result]}
      </span>
      <span>
        {said.name}
        <span className="sr-only">: {words.results[check.result]}</span>
        {check.result === 'no' && <b className="block text-brick">{no}</b>}
        {check.result === 'unknown' && (
          <span className="block text-soft">{words.results.unknown}</span>
        )}
      </span>
    </li>
  )
}
