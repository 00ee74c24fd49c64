import { useState } from 'react'
import { useNameOf } from '../chain/names.ts'
import { typedAddress } from '../chain/typedAddress.ts'
import { shortAddress } from '../words/format.ts'
import { people as words } from '../words/people/words.ts'
import { Field, inputClass } from './Field.tsx'

interface WhoFieldProps {
  label: string
  /** Addresses to choose from, shown by name. */
  among: readonly string[]
  value: string
  onChange: (address: string) => void
}

/** Somebody, chosen by name or given by address. */
export function WhoField({ label, among, value, onChange }: WhoFieldProps) {
  const nameOf = useNameOf()
  const [chosen, setOther] = useState<boolean | null>(null)
  const other = chosen ?? (among.length === 0 || (value !== '' && !among.includes(value)))
  const named = [...new Set(among)]
    .map((address) => ({ address, name: nameOf(address) ?? shortAddress(address) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const wrong = value !== '' && typedAddress(value) === null
  return (
    <>
      {among.length > 0 && (
        <Field label={label}>
          <select
            className={inputClass}
            value={other ? 'other' : value}
            onChange={(event) => {
              const isOther = event.target.value === 'other'
              setOther(isOther)
              onChange(isOther ? '' : event.target.value)
            }}
          >
            <option value="">{words.choose}</option>
            {named.map(({ address, name }) => (
              <option key={address} value={address}>
                {name}
              </option>
            ))}
            <option value="other">{words.other}</option>
          </select>
        </Field>
      )}
      {other && (
        <Field
          label={among.length > 0 ? words.theirAddress : label}
          error={wrong ? words.notAnAddress : undefined}
        >
          <input
            className={inputClass}
            value={value}
            spellCheck={false}
            placeholder="0x…"
            onChange={(event) => onChange(event.target.value.trim())}
          />
        </Field>
      )}
    </>
  )
}
