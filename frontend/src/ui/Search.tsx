import { Combobox } from '@base-ui/react/combobox'
import { useMemo } from 'react'
import { shell } from '../words/shell/words.ts'
import { inputClass } from './Field.tsx'

interface Found {
  readonly value: string
  readonly label: string
  /** Other words under which people look for it. */
  readonly also?: readonly string[]
  /** A line under the label. */
  readonly help?: string
}

interface SearchProps {
  among: readonly Found[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  /** Given by the Field around it. */
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** One out of a long list, found by typing; only what is in the list can be chosen. */
export function Search({ among, value, onChange, placeholder, ...field }: SearchProps) {
  const filter = Combobox.useFilter({ sensitivity: 'base' })
  const byValue = useMemo(() => new Map(among.map((one) => [one.value, one])), [among])
  return (
    <Combobox.Root
      items={among}
      value={value === null ? null : (byValue.get(value) ?? null)}
      onValueChange={(chosen: Found | null) => onChange(chosen?.value ?? null)}
      itemToStringLabel={({ label }: Found) => label}
      filter={({ label, also = [] }: Found, typed) =>
        [label, ...also].some((text) => filter.contains(text, typed))
      }
      autoHighlight
    >
      <Combobox.InputGroup className="relative flex">
        <Combobox.Input className={`${inputClass} pr-12`} placeholder={placeholder} {...field} />
        {value !== null && (
          <Combobox.Clear
            aria-label={shell.clear}
            className="absolute inset-y-0 right-1 grid w-11 place-items-center rounded-xl text-2xl text-soft hover:text-ink"
          >
            <span aria-hidden="true">×</span>
          </Combobox.Clear>
        )}
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={12} className="z-40">
          <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) max-w-(--available-width) overflow-y-auto rounded-xl border border-edge bg-card py-1 shadow-lg">
            <Combobox.Empty>
              <p className="m-0 px-4 py-2.5 text-soft">{shell.noneFound}</p>
            </Combobox.Empty>
            <Combobox.List>
              {(one: Found) => (
                <Combobox.Item
                  key={one.value}
                  value={one}
                  className="min-h-11 cursor-pointer px-4 py-2.5 data-highlighted:bg-wash data-selected:font-semibold"
                >
                  {one.label}
                  {one.help !== undefined && (
                    <span className="block text-sm font-normal text-soft">{one.help}</span>
                  )}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
