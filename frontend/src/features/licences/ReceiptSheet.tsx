import { cidOf } from '@phyle/sdk/cid'
import { groundOf, purchaseOrderDigest, type Statement } from '@phyle/sdk/licence'
import type { ReactNode } from 'react'
import { zeroHash } from 'viem'
import { chainName } from '../../chain/config.ts'
import { keepHere, keptHere } from '../../chain/kept.ts'
import { useNameOf } from '../../chain/names.ts'
import type { Issued } from '../../chain/permissions.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import type { Offered } from '../../chain/works.ts'
import { useReadWorksTermsHash, useReadWorksTermsOf } from '../../generated/contracts.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { licences } from '../../words/en/licences.ts'
import { date } from '../../words/format.ts'
import { centOf, type Details, detailsOf, taxIn, useDetails } from './details.ts'
import { invoiceNumberOf, licenseRefOf, receiptFile } from './receipt.ts'

const words = licences.sheet

function statementOf(document: string | null | undefined): Partial<Statement> {
  try {
    const read: unknown = JSON.parse(document ?? '')
    return typeof read === 'object' && read !== null ? (read as Partial<Statement>) : {}
  } catch {
    return {}
  }
}

/** The text of the order that the chain has the fingerprint of, if this device knows it. */
function orderOf({ entry }: Issued, details: Details): string | null {
  if (entry.purchaseOrder === zeroHash) return null
  const typed = details.purchaseOrder.trim()
  return purchaseOrderDigest(typed) === entry.purchaseOrder ? typed : keptHere(entry.purchaseOrder)
}

/** All that a receipt needs beside its own entry and what the holder adds to it. */
function useReceiptFacts(issued: Issued, work: Offered) {
  const house = useHouse()
  const { chainId, currency } = useSettings()
  const nameOf = useNameOf()
  const { entry } = issued
  const document = useDocument(entry.statement)
  const asked = {
    address: house?.works,
    args: [issued.family, entry.terms],
    query: { enabled: entry.terms !== 0n, staleTime: Number.POSITIVE_INFINITY },
  } as const
  const terms = useReadWorksTermsOf(asked)
  const hash = useReadWorksTermsHash(asked)
  const statement = document.data ?? keptHere(entry.statement)
  const declared = statementOf(statement)
  if (!house) return null
  return {
    chainId,
    contract: house.licences,
    issued,
    work,
    terms: terms.data && hash.data ? { hash: hash.data, legalText: terms.data.legalText } : null,
    ready: !document.isLoading && !terms.isLoading && !hash.isLoading,
    stewardName: nameOf(work.steward) ?? null,
    licenseeName: declared.name || (nameOf(issued.licensee) ?? null),
    registration: declared.registration ?? null,
    declared: declared.use ?? null,
    statement,
    currency,
  }
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** One receipt as a file that anyone can check. */
export function DownloadReceipt({ issued, work }: { issued: Issued; work: Offered }) {
  const facts = useReceiptFacts(issued, work)
  return (
    <Button
      disabled={!facts?.ready}
      onClick={() => {
        if (!facts) return
        const details = detailsOf(issued.head, work.steward, issued.licensee)
        const file = receiptFile({ ...facts, details, purchaseOrder: orderOf(issued, details) })
        save(`receipt-${invoiceNumberOf(issued)}.json`, `${JSON.stringify(file, null, 2)}\n`)
      }}
    >
      {licences.permission.downloadJson}
    </Button>
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

function Party({ head, name, children }: { head: string; name: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="text-soft">{head}</h3>
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
  const facts = useReceiptFacts(issued, work)
  const [details, setDetails] = useDetails(issued.head, work.steward, issued.licensee)
  if (!facts) return null
  const { entry, kind } = issued
  const refund = kind === 'refund'
  const amount = refund ? -entry.amount : entry.amount
  const { currency } = settings
  const tax = taxIn(amount, details.taxRate, centOf(currency.decimals))
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
        <DownloadReceipt issued={issued} work={work} />
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
              ? words.orderUnknown(`${entry.purchaseOrder.slice(0, 18)}…`)
              : words.orderDiffers}
          </p>
        )}
        <div className="grid gap-7 sm:grid-cols-2">
          <Party head={words.supplier} name={facts.stewardName ?? work.steward}>
            {blanksOf('supplier')}
            <span className="font-mono text-[0.75rem] break-all text-soft">{work.steward}</span>
          </Party>
          <Party head={words.customer} name={facts.licenseeName ?? issued.licensee}>
            {facts.registration !== null && <span>{facts.registration}</span>}
            {blanksOf('customer')}
            <span className="font-mono text-[0.75rem] break-all text-soft">{issued.licensee}</span>
          </Party>
        </div>
        <Facts
          facts={[
            [words.what, words.whatText(work.title, work.version)],
            !refund && [words.period, licences.permission.fromTo(date(entry.from), date(entry.to))],
            [words.ground, licences.grounds[groundOf(entry.ground) ?? 'PAID']],
          ]}
        />
        {facts.declared !== null && (
          <p className="m-0 border-l-4 border-accent pl-4">
            <span className="text-soft">{words.declared}:</span> {facts.declared}
          </p>
        )}
        {entry.amount === 0n ? (
          <p className="m-0">{words.nothing}</p>
        ) : (
          <div className="flex flex-col gap-2 border-t-2 border-ink pt-4">
            <Facts
              facts={[
                [words.net, shown(tax?.net ?? null)],
                [
                  <label key="tax" className="inline-flex items-baseline gap-2">
                    {words.tax}
                    <input
                      aria-label={`${words.tax} %`}
                      inputMode="decimal"
                      className="w-16 border-0 border-b border-dashed border-edge bg-transparent text-right"
                      value={details.taxRate}
                      onChange={(event) => setDetails({ ...details, taxRate: event.target.value })}
                    />
                    %
                  </label>,
                  shown(tax?.tax ?? null),
                ],
              ]}
            />
            <div className="flex flex-wrap items-baseline justify-between gap-x-5">
              <b>{words.gross}</b>
              <span className="num text-[1.29rem] font-semibold">{money(amount)}</span>
            </div>
            <p className="m-0">{words.paid(date(entry.issued))}</p>
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
            <Line name={words.head} value={issued.head} />
            {entry.previous !== zeroHash && <Line name={words.previous} value={entry.previous} />}
            {facts.terms && <Line name={words.termsHash} value={facts.terms.hash} />}
            {facts.terms && <Line name={words.legalText} value={facts.terms.legalText} />}
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

const Line = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="m-0 font-mono break-all">{value}</dd>
  </>
)
