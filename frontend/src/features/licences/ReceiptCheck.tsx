import { groundOf } from '@phyle/sdk/licence'
import { useQuery } from '@tanstack/react-query'
import {
  type ChangeEvent,
  type DragEvent,
  Fragment,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import { useConfig } from 'wagmi'
import { type ReceiptFacts, readReceiptProof } from '../../chain/receiptProof.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { cx } from '../../ui/cx.ts'
import { type Fact, Facts } from '../../ui/Facts.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { wordFor } from '../../words/choose.ts'
import { versionWords } from '../../words/commons/version.ts'
import { date, number } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { type Assessment, assess, type Check, type Difference } from './receiptCheck.ts'
import {
  declaredIn,
  provedOf,
  type ReadFile,
  type ReceiptFile,
  readChosenFile,
} from './receiptFile.ts'

const words = licences.check

/** A receipt as a file, held against the network. */
export function ReceiptCheck() {
  const id = useId()
  const [read, setRead] = useState<ReadFile | null>(null)
  const [over, setOver] = useState(false)
  const chosen = useRef<File>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    chosen.current = file
    // The result for one file is never shown beside another.
    setRead(null)
    const found = await readChosenFile(file)
    if (chosen.current === file) setRead(found)
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

function Verified({ file }: { file: ReceiptFile }) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  const checked = useQuery({
    queryKey: ['checked', JSON.stringify(file.raw)],
    enabled: house !== null,
    staleTime: 0,
    queryFn: async () => {
      if (!house) throw new Error('not enabled')
      return assess(file, await readReceiptProof(config, settings, house, file.claim))
    },
  })
  return (
    <Loaded query={checked}>
      {(assessment) => (
        <Shown assessment={assessment}>
          {assessment.verdict === 'unknown' && (
            <Button
              className="mt-3"
              disabled={checked.isFetching}
              onClick={() => void checked.refetch()}
            >
              {words.again}
            </Button>
          )}
        </Shown>
      )}
    </Loaded>
  )
}

/** The verdict, what the network says, how the file compares, and what only its holder says. */
export function Shown({ assessment, children }: { assessment: Assessment; children?: ReactNode }) {
  const { verdict, checks, facts, added } = assessment
  const said = words.verdicts[verdict]
  const holds = verdict === 'sound' || verdict === 'soundBut'
  return (
    <>
      <Notice tone={holds ? 'accent' : verdict === 'unknown' ? 'quiet' : 'danger'}>
        <p className="m-0 font-serif text-[1.25rem] font-semibold">
          <span aria-hidden="true">{SIGNS_OF[verdict]} </span>
          {said.title}
        </p>
        {said.now !== '' && <p className="m-0 mt-2">{said.now}</p>}
        {children}
      </Notice>
      {facts && (
        <section aria-label={words.networkSays} className="flex flex-col gap-2">
          <h3>{words.networkSays}</h3>
          <Facts facts={factsOf(facts)} />
        </section>
      )}
      {checks.length > 0 && (
        <ul className="m-0 flex list-none flex-col p-0">
          {checks.map((check) => (
            <Point key={check.name} check={check} />
          ))}
        </ul>
      )}
      {added.length > 0 && (
        <section
          aria-label={words.byHolder.title}
          className="flex flex-col gap-2 rounded-xl border border-dashed border-edge p-4"
        >
          <h3>{words.byHolder.title}</h3>
          <p className="m-0 text-sm text-soft">{words.byHolder.what}</p>
          <Facts
            facts={added.slice(0, MOST_ADDED).map(({ path, value }) => [
              <Typed key="path" text={calledAs(path)} />,
              <span key="value" className="font-normal">
                <Typed text={value} />
              </span>,
            ])}
          />
          {added.length > MOST_ADDED && (
            <p className="m-0 text-sm text-soft">
              {words.byHolder.more({ count: number(added.length - MOST_ADDED) })}
            </p>
          )}
        </section>
      )}
    </>
  )
}

/** A file may hold anything, and as much of it as it likes. */
const MOST_ADDED = 40
const calledAs = (path: string) => wordFor(words.byHolder.names, path) ?? path

const SIGNS_OF = {
  sound: '✓',
  soundBut: '!',
  unsound: '✕',
  none: '✕',
  elsewhere: '?',
  unknown: '?',
} as const

/** All of it out of what the network says. */
function factsOf(facts: ReceiptFacts): readonly (Fact | false)[] {
  const { issued, work, statement, purchaseOrder } = facts
  const { customer, supplier, invoice, spdx } = provedOf(facts)
  const { entry } = issued
  const names = words.facts
  const declared = declaredIn(statement)
  const typed = (text: string) => <Typed key="typed" text={text} />
  const or = (value: string | null | undefined) =>
    value == null ? words.notAnswered : typed(value)
  return [
    [
      names.licensee,
      customer.name && declared?.name === customer.name ? (
        <Fragment key="declared">
          {typed(customer.name)} ({words.declaredName})
        </Fragment>
      ) : customer.name === null ? (
        words.nameless
      ) : (
        or(customer.name)
      ),
    ],
    [names.account, <Code key="licensee" text={issued.licensee} />],
    customer.registration ? [names.registration, typed(customer.registration)] : false,
    [names.work, or(work && [work.title, versionWords(work.version)].filter(Boolean).join(', '))],
    [names.licence, or(work?.licence)],
    work?.licensor ? [names.licensor, typed(work.licensor)] : false,
    issued.kind === 'refund'
      ? [names.refund, names.refundWhat]
      : [names.period, licences.permission.fromTo({ from: date(entry.from), to: date(entry.to) })],
    [names.ground, licences.grounds[groundOf(entry.ground) ?? 'PAID']],
    declared !== null && [names.use, typed(declared.use)],
    [
      names.amount,
      invoice.gross === undefined || invoice.currency === undefined || invoice.token === undefined
        ? words.notAnswered
        : invoice.currency === invoice.token
          ? `${invoice.gross} ${invoice.currency}`
          : names.inToken({
              gross: invoice.gross,
              currency: invoice.currency,
              token: invoice.token,
            }),
    ],
    [names.number, invoice.number],
    [names.issued, date(entry.issued)],
    purchaseOrder !== null && [names.order, typed(purchaseOrder)],
    [names.steward, or(supplier.name)],
    work !== null && [names.stewardAccount, <Code key="steward" text={work.steward} />],
    [names.block, <Code key="block" text={`${issued.block} · ${issued.tx}`} />],
    [names.spdx, <Code key="spdx" text={spdx.licenseRef} />],
  ]
}

const Code = ({ text }: { text: string }) => (
  <span className="font-mono text-[0.8rem] font-normal break-all">{text}</span>
)

/** What somebody typed, kept from changing the order or the place of the words around it. */
const Typed = ({ text }: { text: string }) => (
  <bdi className="break-words">
    {text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd').slice(0, 500)}
  </bdi>
)

const signs = { yes: '✓', no: '✕', unknown: '?' } as const

function Point({ check }: { check: Check }) {
  const said = words.checks[check.name]
  const no = typeof said.no === 'function' ? said.no({ when: date(check.at ?? 0) }) : said.no
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
      <div className="min-w-0">
        {said.name}
        <span className="sr-only">: {words.results[check.result]}</span>
        {check.result === 'no' && <b className="block text-brick">{no}</b>}
        {check.result === 'unknown' && <span className="block text-soft">{said.unknown}</span>}
        {check.differences.length > 0 && (
          <ul className="m-0 list-none p-0 text-sm text-soft">
            {check.differences.map((one) => (
              <li key={one.path}>
                <Differs difference={one} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Differs({ difference: { path, file, network } }: { difference: Difference }) {
  return (
    <Typed
      text={
        network === null
          ? words.differsOnly({ path, file })
          : words.differs({ path, file, network })
      }
    />
  )
}
