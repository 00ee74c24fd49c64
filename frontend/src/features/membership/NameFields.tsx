import { nameFault, tidyName } from '@phyle/sdk/profile'
import { type ChangeEvent, useId, useState } from 'react'
import { base64Of } from '../../chain/pictures.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { shrink } from '../../ui/shrink.ts'
import { profile } from '../../words/profile/words.ts'

const words = profile.fields

export interface ChosenName {
  readonly name: string
  readonly image: Uint8Array | null
}

/** What is wrong with a name that was typed, in words; undefined while nothing is. */
export function nameFaultWords(typed: string): string | undefined {
  const fault = nameFault(tidyName(typed))?.fault
  switch (fault) {
    case undefined:
    case 'spaces':
    case 'form':
      return undefined
    case 'empty':
    case 'long':
    case 'marks':
    case 'address':
      return profile.faults[fault]
    default:
      return profile.faults.hidden
  }
}

interface NameFieldsProps {
  value: ChosenName
  onChange: (value: ChosenName) => void
}

/** A name to type and a picture to choose. */
export function NameFields({ value, onChange }: NameFieldsProps) {
  const id = useId()
  const [fault, setFault] = useState<'picture' | 'large' | null>(null)
  const { name, image } = value

  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const { target } = event
    const [file] = target.files ?? []
    if (!file) return
    const shrunk = await shrink(file)
    target.value = ''
    setFault('fault' in shrunk ? shrunk.fault : null)
    if ('bytes' in shrunk) onChange({ name, image: shrunk.bytes })
  }

  return (
    <>
      <Field
        label={words.name}
        help={words.nameHelp}
        error={name.trim() === '' ? undefined : nameFaultWords(name)}
      >
        <input
          className={inputClass}
          value={name}
          autoComplete="name"
          onChange={(event) => onChange({ name: event.target.value, image })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="font-semibold">{words.picture}</span>
        <div className="flex flex-wrap items-center gap-4">
          {image && (
            <img
              src={`data:;base64,${base64Of(image)}`}
              alt={words.yours}
              width={72}
              height={72}
              className="size-18 rounded-full bg-track object-cover"
            />
          )}
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="peer sr-only"
            aria-describedby={`${id}-help`}
            onChange={(event) => void pick(event)}
          />
          <label
            htmlFor={id}
            className={`${buttonClass()} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
          >
            {image ? words.change : words.choose}
          </label>
          {image && (
            <Button look="link" onClick={() => onChange({ name, image: null })}>
              {words.remove}
            </Button>
          )}
        </div>
        <p id={`${id}-help`} className="m-0 text-sm text-soft">
          {words.pictureHelp}
        </p>
        {fault && (
          <p className="m-0 text-sm font-semibold text-brick" role="alert">
            {profile.faults[fault]}
          </p>
        )}
      </div>
    </>
  )
}
