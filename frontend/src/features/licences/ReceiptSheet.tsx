import { cidOf } from '@phyle/sdk/cid'
import { groundOf, purchaseOrderDigest } from '@phyle/sdk/licence'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { zeroHash } from 'viem'
import { useConfig } from 'wagmi'
import { chainName } from '../../chain/config.ts'
import { keepHere, keptHere } from '../../chain/kept.ts'
import { useNameOf } from '../../chain/names.ts'
import type { Issued } from '../../chain/permissions.ts'
import { readReceiptFacts } from '../../chain/receiptProof.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { readPercent } from '../../chain/typedMoney.ts'
import type { Offered } from '../../chain/works.ts'
import { PercentField } from '../../ui/AmountField.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Raw } from '../../ui/DocumentText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { coinOf, date, percent } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { type Details, detailsOf, rateOf, taxIn, useDetails } from './details.ts'
import {
  type Declared,
  declaredIn,
  invoiceNumberOf,
  licenseRefOf,
  paidIn,
  provedOf,
  writeReceipt,
} from './receiptFile.ts'

const words = licences.sheet

/** The text of the order that the chain has the fingerprint of, if this device knows it. */
function orderOf({ entry }: Issued, details: Details): string | null {
  if (entry.purchaseOrder === zeroHash) return null
  const typed = details.purchaseOrder.trim()
  return purchaseOrderDigest(typed) === entry.purchaseOrder ? typed : keptHere(entry.purchaseOrder)
}

/** All that a receipt says, asked of the network. */
function useReceiptFacts(issued: Issued) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  return useQuery({
    queryKey: ['receipt', house?.licences, issued.fingerprint],
    enabled: house !== null,
    queryFn: () => {
      if (!house) throw new Error('not enabled')
      return readReceiptFacts(config, settings, house, issued, NO_TEXTS)
    },
  })
}

const NO_TEXTS = { statement: null, purchaseOrder: null } as const

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** One receipt as a file that anyone can check. */
export function DownloadReceipt({ issued, look }: { issued: Issued; look?: 'main' | 'quiet' }) {
  const nameOf = useNameOf()
  const { currency } = useSettings()
  const facts = useReceiptFacts(issued)
  const [failed, setFailed] = useState(false)
  const download = async () => {
    const { data } = facts.data?.work ? facts : await facts.refetch()
    const details = data?.work && detailsOf(issued.fingerprint, data.work.steward, issued.licensee)
    const text =
      data &&
      details &&
      writeReceipt(
        { ...data, purchaseOrder: orderOf(issued, details) },
        details,
        coinOf(currency),
        nameOf(issued.licensee),
      )
    setFailed(!text)
    if (text) save(`receipt-${invoiceNumberOf(issued)}.json`, text)
    else void facts.refetch()
  }
  return (
    <>
      <Button look={look} disabled={facts.isLoading} onClick={() => void download()}>
        {licences.permission.downloadJson}
      </Button>
      {failed && <Refusal refusal={licences.permission.downloadFailed} />}
    </>
  )
}

export const printId = (fingerprint: string) => `print-${fingerprint}`

/** To the sheet of a receipt, which has its own place in the history of the browser. */
export function PrintReceipt({ issued }: { issued: Issued }) {
  return (
    <Link
      to="/permissions/$family/$licensee"
      params={{ family: `${issued.family}`, licensee: issued.licensee }}
      search={{ receipt: issued.fingerprint }}
      id={printId(issued.fingerprint)}
      className={buttonClass()}
    >
      {licences.permission.print}
    </Link>
  )
}

interface BlankProps {
  label: string
  value: string
  onChange: (text: string) => void
  area?: boolean
  /** Where the label stands beside it. */
  named?: boolean
}

/** Filled in by the holder, for paper and file alike. */
function Blank({ label, value, onChange, area, named }: BlankProps) {
  const shared = {
    'aria-label': label,
    placeholder: named ? words.toFill : `${label}: ${words.toFill}`,
    value,
    className:
      'w-full min-w-0 border-0 border-b border-dashed border-edge bg-transparent py-0.5 placeholder:text-soft print:placeholder:text-transparent',
  }
  return area ? (
    <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <input {...shared} onChange={(event) => onChange(event.target.value)} />
  )
}

function Party({ title, name, children }: { title: string; name: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="text-soft">{title}</h3>
      <b>{name}</b>
      {children}
    </section>
  )
}

/** A receipt that reads as an invoice, on the screen and on paper. */
export function ReceiptSheet({
  issued,
  work,
  onBack,
}: {
  issued: Issued
  work: Offered
  onBack: () => void
}) {
  const money = useMoney()
  const settings = useSettings()
  const nameOf = useNameOf()
  const asked = useReceiptFacts(issued)
  useEffect(() => {
    window.scrollTo(0, 0)
    document.getElementById('title')?.focus({ preventScroll: true })
  }, [])
  const [details, setDetails] = useDetails(issued.fingerprint, work.steward, issued.licensee)
  const facts = asked.data
  if (!facts) {
    return (
      <Page title={words.title}>
        <Loaded query={asked}>{() => null}</Loaded>
      </Page>
    )
  }
  const { customer, supplier } = provedOf(facts)
  const declared = declaredIn(facts.statement)
  const { entry, kind } = issued
  const refund = kind === 'refund'
  const amount = paidIn(issued)
  const rate = rateOf(details.taxRate)
  const tax = rate === null ? null : taxIn(amount, rate, coinOf(settings.currency))
  const order = orderOf(issued, details)
  const setOrder = (purchaseOrder: string) => {
    if (purchaseOrderDigest(purchaseOrder.trim()) === entry.purchaseOrder) {
      keepHere(purchaseOrder.trim())
    }
    setDetails({ ...details, purchaseOrder })
  }
  const blanksOf = (side: 'supplier' | 'customer') => {
    const party = details[side]
    return (['address', 'taxNumber'] as const).map((field) => (
      <Blank
        key={field}
        label={words[field]}
        area={field === 'address'}
        value={party[field]}
        onChange={(text) => setDetails({ ...details, [side]: { ...party, [field]: text } })}
      />
    ))
  }
  const shown = (value: bigint | null) =>
    value === null ? <span className="text-soft">{words.toFill}</span> : money(value)
  return (
    <Page title={refund ? words.refundTitle : words.title}>
      <div className="flex flex-wrap gap-2.5 print:hidden">
        <Button look="main" onClick={() => window.print()}>
          {licences.permission.print}
        </Button>
        <DownloadReceipt issued={issued} />
        <Button onClick={onBack}>{words.back}</Button>
      </div>
      <article className="flex flex-col gap-7 rounded-[14px] border border-line bg-card p-5 sm:p-9 print:border-0 print:p-0">
        <Facts
          facts={[
            [words.number, invoiceNumberOf(issued)],
            [words.issued, date(entry.issued)],
            [
              words.order,
              order ?? (
                <Blank
                  key="order"
                  label={words.order}
                  value={details.purchaseOrder}
                  onChange={setOrder}
                  named
                />
              ),
            ],
          ]}
        />
        {entry.purchaseOrder !== zeroHash && order === null && (
          <p className="m-0 text-sm text-soft print:hidden">
            {details.purchaseOrder.trim() === ''
              ? words.orderUnknown({ digest: `${entry.purchaseOrder.slice(0, 18)}…` })
              : words.orderDiffers}
          </p>
        )}
        <div className="grid gap-7 sm:grid-cols-2">
          <Party title={words.supplier} name={supplier.name ?? work.steward}>
            {blanksOf('supplier')}
            <span className="font-mono text-[0.75rem] break-all text-soft">{work.steward}</span>
          </Party>
          <Party
            title={words.customer}
            name={customer.name ?? nameOf(issued.licensee) ?? issued.licensee}
          >
            {customer.registration && <span>{customer.registration}</span>}
            {blanksOf('customer')}
            <span className="font-mono text-[0.75rem] break-all text-soft">{issued.licensee}</span>
          </Party>
        </div>
        <Facts
          facts={[
            [words.what, words.whatText({ work: work.title, version: work.version })],
            !refund && [
              words.period,
              licences.permission.fromTo({ from: date(entry.from), to: date(entry.to) }),
            ],
            [words.ground, licences.grounds[groundOf(entry.ground) ?? 'PAID']],
          ]}
        />
        {declared !== null && <Declaration declared={declared} raw={facts.statement ?? ''} />}
        {entry.amount === 0n ? (
          <p className="m-0">{words.nothing}</p>
        ) : (
          <div className="flex flex-col gap-2 border-t-2 border-ink pt-4">
            <Facts
              facts={[
                [words.net, shown(tax?.net ?? null)],
                [
                  rate === null ? words.tax : words.taxAt({ rate: percent(Number(rate), 2) }),
                  shown(tax?.tax ?? null),
                ],
              ]}
            />
            <div className="max-w-64 print:hidden">
              <PercentField
                label={words.taxRate}
                optional
                value={details.taxRate}
                onChange={(taxRate) => setDetails({ ...details, taxRate })}
                reading={readPercent(details.taxRate)}
              />
            </div>
            <div className="flex flex-wrap items-baseline justify-between gap-x-5">
              <b>{words.gross}</b>
              <span className="num text-[1.29rem] font-semibold">{money(amount)}</span>
            </div>
            <p className="m-0">{words.paid({ when: date(entry.issued) })}</p>
            <p className="m-0 text-sm text-soft print:hidden">{words.taxNote}</p>
          </div>
        )}
        <p className="m-0 text-sm text-soft">{words.apart}</p>
        <section className="flex flex-col gap-2 border-t border-line pt-4 text-[0.82rem]">
          <h3>{words.proof}</h3>
          <p className="m-0 text-soft">{words.proofText}</p>
          <dl className="m-0 grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
            <Line name={words.network} value={`${chainName(settings)} (${settings.chainId})`} />
            <Line name={words.contract} value={facts.contract} />
            <Line name={words.transaction} value={issued.tx} />
            <Line name={words.block} value={`${issued.block} · ${issued.blockHash}`} />
            <Line name={words.fingerprint} value={issued.fingerprint} />
            {entry.previous !== zeroHash && <Line name={words.previous} value={entry.previous} />}
            {facts.terms && <Line name={words.termsHash} value={facts.terms.hash} />}
            {facts.terms && <Line name={words.legalText} value={facts.terms.legalText} />}
            {facts.terms && <Line name={words.soldBy} value={facts.terms.licensor} />}
            {entry.statement !== zeroHash && (
              <Line name={words.statement} value={entry.statement} />
            )}
            <Line name={words.content} value={cidOf(work.digest)} />
            <Line name={words.spdx} value={licenseRefOf(settings.chainId, issued)} />
          </dl>
        </section>
      </article>
    </Page>
  )
}

/** A declaration as it is read; as it was signed, folded away. */
function Declaration({ declared, raw }: { declared: Declared; raw: string }) {
  const money = useMoney()
  const { currency } = useSettings()
  const { name, registration, use, turnover, date: day } = declared
  return (
    <section className="flex flex-col gap-2">
      <h3>{words.declaration}</h3>
      <p className="m-0 border-l-4 border-accent pl-4">{use}</p>
      <Facts
        facts={[
          name !== '' && [words.declaredBy, name],
          registration !== null && [words.declaredNumber, registration],
          turnover !== null && [
            words.declaredTurnover,
            money(BigInt(turnover) * 10n ** BigInt(currency.decimals)),
          ],
          [words.declaredOn, day],
        ]}
      />
      <div className="print:hidden">
        <Raw content={raw} />
      </div>
    </section>
  )
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="m-0 font-mono break-all">{value}</dd>
  </>
)
