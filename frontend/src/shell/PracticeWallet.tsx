import { type ReactNode, useSyncExternalStore } from 'react'
import { getAddress, isAddress, isHex } from 'viem'
import { firstAsked, onAsked, type Wish } from '../chain/asked.ts'
import { useNameOf } from '../chain/names.ts'
import { readCall } from '../chain/readCall.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { date, shortAddress } from '../words/format.ts'
import { shell } from '../words/shell/words.ts'

const words = shell.practice

/** "resolutionHash" → "Resolution hash". */
const inWords = (name: string) => {
  const spaced = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const TIMES = /^(deadline|until|validUntil|expires|latest|notAfter)$/

/** What an example person is asked to sign or to send, as a wallet would show it. */
export function PracticeWallet() {
  const asked = useSyncExternalStore(onAsked, firstAsked)
  return (
    <Dialog
      open={asked !== undefined}
      onOpenChange={() => asked?.answer(false)}
      title={asked ? words.title({ person: asked.person }) : ''}
      lead={asked ? words.lead[asked.wish.to] : undefined}
    >
      {asked && (
        <>
          <Shown wish={asked.wish} />
          <p className="m-0 text-sm text-soft">{words.what}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="main" onClick={() => asked.answer(true)}>
              {words.confirm}
            </Button>
            <Button onClick={() => asked.answer(false)}>{words.reject}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function Shown({ wish }: { wish: Wish }) {
  const nameOf = useNameOf()
  if (wish.to === 'signText') return <Lines lines={[[words.text, wish.text]]} />
  if (wish.to === 'sign') {
    const { message, primaryType, domain } = wish.typed
    return (
      <>
        <h3>{inWords(String(primaryType))}</h3>
        <Lines lines={linesOf(message)} />
        <Disclosure>
          <Lines lines={linesOf(domain)} />
        </Disclosure>
      </>
    )
  }
  const call = readCall(wish.data)
  const target = wish.target ? (nameOf(wish.target) ?? shortAddress(wish.target)) : words.nobody
  return (
    <>
      <h3>{call ? inWords(call.name) : words.unknownCall}</h3>
      <Lines
        lines={[
          [words.to, target],
          ...(wish.value > 0n ? [[words.coin, `${wish.value}`] as const] : []),
          ...(call?.args.map(([name, value]) => [inWords(name), value, name] as const) ?? []),
        ]}
      />
      <Disclosure>
        <p className="m-0 max-h-40 overflow-y-auto font-mono text-[0.8rem] break-all">
          {wish.data}
        </p>
      </Disclosure>
    </>
  )
}

type Line = readonly [label: string, value: unknown, name?: string]

const linesOf = (fields: object | undefined): readonly Line[] =>
  Object.entries(fields ?? {}).map(([name, value]) => [inWords(name), value, name])

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="m-0 flex flex-col gap-2">
      {lines.map(([label, value, name], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is asked does not change its order
        <div key={at} className="flex flex-col border-t border-line pt-2 first:border-0 first:pt-0">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="num m-0 min-w-0 whitespace-pre-wrap break-words">
            <Value value={value} name={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value, name }: { value: unknown; name?: string | undefined }): ReactNode {
  const nameOf = useNameOf()
  if (Array.isArray(value)) {
    if (value.length === 0) return words.none
    return <Lines lines={value.map((one, at) => [`${at + 1}`, one])} />
  }
  if (typeof value === 'object' && value !== null) return <Lines lines={linesOf(value)} />
  const text = String(value)
  if (isAddress(text, { strict: false })) {
    const called = nameOf(text)
    return called ? `${called} (${shortAddress(text)})` : getAddress(text)
  }
  if (isHex(text) && text.length > 20) return `${text.slice(0, 12)}…${text.slice(-6)}`
  const isTime = name !== undefined && TIMES.test(name) && /^\d{9,11}$/.test(text)
  return isTime ? date(Number(text), 'time') : text
}
