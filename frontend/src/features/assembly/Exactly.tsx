import type { Act } from '@phyle/sdk/actions'
import { argumentsOf } from '@phyle/sdk/actions/house'
import type { Attachment } from '@phyle/sdk/attachments'
import type { Action } from '@phyle/sdk/chapters/assembly/api'
import { type Hex, isAddressEqual, zeroHash } from 'viem'
import { useDocument } from '../../chain/relay.ts'
import { Button } from '../../ui/Button.tsx'
import { Data, type SayValue } from '../../ui/Data.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText, Raw } from '../../ui/DocumentText.tsx'
import { Person } from '../../ui/Person.tsx'
import { assembly } from '../../words/assembly/words.ts'
import { documents as documentWords } from '../../words/documents/words.ts'
import { placeOfFile } from './Attachments.tsx'
import { type Reader, readAction } from './readActions.ts'

const words = assembly.actions

interface ExactlyProps {
  actions: readonly Pick<Action, 'target' | 'value' | 'data'>[]
  reader: Reader
  attachments: readonly Attachment[]
}

/** Every call of a decision, with its values; as the contract holds them, folded away below. */
export function Exactly({ actions, reader, attachments }: ExactlyProps) {
  return (
    <Disclosure summary={words.title}>
      {actions.map((action, at) => {
        const { act } = readAction(action, reader)
        const values = act.act === 'house' ? { ...act, args: argumentsOf(act) } : { ...act }
        return (
          <dl
            // biome-ignore lint/suspicious/noArrayIndexKey: actions keep their order
            key={at}
            className="m-0 flex flex-col gap-1 rounded-xl border border-line p-3 text-sm"
          >
            <dt className="text-soft">{words.to}</dt>
            <dd className="m-0">
              <Person address={action.target} face={false} />
            </dd>
            <dt className="text-soft">{words.call}</dt>
            <dd className="m-0">
              <Data value={values} says={sayValue(act, reader, attachments)} />
            </dd>
            {action.value !== '0' && (
              <>
                <dt className="text-soft">{words.value}</dt>
                <dd className="num m-0">{action.value}</dd>
              </>
            )}
            <dt className="sr-only">{words.data}</dt>
            <dd className="m-0">
              <Disclosure summary={words.held}>
                <p className="m-0 text-sm text-soft">{documentWords.units}</p>
                <Data value={values} />
              </Disclosure>
              <Raw content={action.data} />
            </dd>
          </dl>
        )
      })}
    </Disclosure>
  )
}

/** Amounts of the federation's cash, which these acts hold beside no token. */
const CASH: Readonly<Partial<Record<Act['act'], readonly string[]>>> = {
  pour: ['amount'],
  spendReserve: ['amount'],
  floatBonds: ['price', 'rent'],
  offerTerms: ['pricePerYear'],
}
/** The same for calls of the house that have no act of their own, by contract and function. */
const CASH_OF_CALLS: Readonly<Record<string, readonly string[]>> = {
  'fund.buy': ['raised', 'price'],
  'fund.collect': ['amount'],
  'fund.giveBack': ['amount'],
  'fund.pourWithPermit': ['amount'],
  'licences.acquire': ['maxFee'],
  'licences.acquireWithPermit': ['maxFee', 'value'],
  'licences.renew': ['maxFee'],
  'machines.enter': ['price', 'rent'],
  'phyle.noteLevy': ['amount'],
  'phyle.setLeastLevy': ['amount'],
}
/** Names of values that are digests of documents. */
const DOCUMENTS: readonly string[] = ['document', 'reason', 'purpose', 'effects', 'machine']

/** Whether a value of an act is an amount of the federation's cash. */
function isCash(act: Act, name: string, { house }: Pick<Reader, 'house'>): boolean {
  if (house === null) return false
  if (CASH[act.act]?.includes(name)) return true
  if (act.act === 'house') return !!CASH_OF_CALLS[`${act.contract}.${act.name}`]?.includes(name)
  const token = 'token' in act ? act.token : null
  return name === 'amount' && typeof token === 'string' && isAddressEqual(token, house.cash)
}

function sayValue(act: Act, reader: Reader, attachments: readonly Attachment[]): SayValue {
  if (act.act === 'call') return () => undefined
  return (name, value) => {
    if (typeof value === 'bigint' && isCash(act, name, reader)) {
      return <span className="num">{reader.money(value)}</span>
    }
    if (DOCUMENTS.includes(name) && typeof value === 'string' && /^0x[0-9a-f]{64}$/i.test(value)) {
      return value === zeroHash ? undefined : (
        <DocumentNamed digest={value as Hex} attachments={attachments} />
      )
    }
    return undefined
  }
}

interface DocumentNamedProps {
  digest: Hex
  attachments: readonly Attachment[]
}

/** A document that an act names by its digest: an attached file by its name, else what the postbox keeps. */
function DocumentNamed({ digest, attachments }: DocumentNamedProps) {
  const attached = attachments.find((one) => one.digest.toLowerCase() === digest.toLowerCase())
  const { data } = useDocument(attached ? null : digest)
  if (attached) {
    const show = () => {
      const place = document.getElementById(placeOfFile(attached.digest))
      place?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
    }
    return (
      <Button look="link" onClick={show}>
        {attached.name}
      </Button>
    )
  }
  const fingerprint = <code className="break-all font-mono text-[0.8rem]">{digest}</code>
  if (data) {
    return (
      <Disclosure summary={words.read}>
        <DocumentText content={data} />
        {fingerprint}
      </Disclosure>
    )
  }
  return <Disclosure summary={words.fingerprint}>{fingerprint}</Disclosure>
}
