import { Popover } from '@base-ui/react/popover'
import { type FormEvent, useState } from 'react'
import { getAddress } from 'viem'
import type { Called } from '../chain/calling.ts'
import { useAddressBook, useCalled, useNameOf } from '../chain/names.ts'
import { shortAddress } from '../words/format.ts'
import { people as words } from '../words/people/words.ts'
import { shell } from '../words/shell/words.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './Copy.tsx'
import { cx } from './cx.ts'
import { Face } from './Face.tsx'
import { Field, inputClass } from './Field.tsx'

/** A person or a body by name and face; its address is one tap away, where it can be named and copied. */
export function Person({
  address,
  face = true,
  className,
}: {
  address: string
  face?: boolean
  className?: string
}) {
  const nameOf = useNameOf()
  const who = useCalled()(address)
  const { name: remember } = useAddressBook()
  const [text, setText] = useState('')
  const name = nameOf(address)

  const save = (event: FormEvent) => {
    event.preventDefault()
    remember(getAddress(address), text.trim())
    setText('')
  }

  return (
    <Popover.Root>
      <Popover.Trigger
        className={cx(
          'inline-flex max-w-full items-center gap-2 rounded text-left align-middle font-semibold decoration-edge underline-offset-4 hover:underline',
          className,
        )}
      >
        {face && <Face address={address} name={name} size={26} />}
        <span className={cx('min-w-0', name === undefined && 'num')}>
          {name ?? shortAddress(address)}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} collisionPadding={12} className="z-40">
          <Popover.Popup className="flex w-[min(22rem,calc(100vw-24px))] flex-col gap-3 rounded-[14px] border border-line bg-card p-4 text-[0.94rem] shadow-lg">
            <Popover.Title className="m-0 text-[1.06rem]">{name ?? words.unnamed}</Popover.Title>
            <Popover.Description className="m-0 break-all font-mono text-[0.8rem] text-soft">
              {getAddress(address)}
            </Popover.Description>
            {who && <Source who={who} />}
            <CopyButton text={getAddress(address)}>
              {shell.copy({ what: shell.address })}
            </CopyButton>
            {who?.source !== 'house' && (
              <form onSubmit={save} className="flex flex-col gap-2">
                <Field label={words.nameIt} help={words.nameHelp}>
                  <input
                    className={inputClass}
                    value={text}
                    placeholder={who?.name}
                    onChange={(event) => setText(event.target.value)}
                  />
                </Field>
                <Button type="submit">{words.remember}</Button>
              </form>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Who says so, and what to mind. */
function Source({ who }: { who: Called }) {
  const says = [
    words.sources[who.source],
    who.source === 'reader' && who.chosen !== undefined
      ? words.callsThemself({ name: who.chosen })
      : '',
  ].filter((part) => part !== '')
  return (
    <>
      {says.length > 0 && <p className="m-0 text-sm text-soft">{says.join(' ')}</p>}
      {who.twin && <p className="m-0 text-sm font-semibold text-brick">{words.twinWarning}</p>}
    </>
  )
}
