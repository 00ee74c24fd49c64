import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { shell } from '../words/shell/words.ts'
import { cx } from './cx.ts'

export const inputClass =
  'w-full min-w-0 rounded-xl border-[1.5px] border-edge bg-card px-4 py-2.5 text-ink placeholder:text-soft disabled:opacity-60 aria-[invalid=true]:border-brick'

interface Control {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  required?: boolean
}

interface FieldProps {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  optional?: boolean
  /** Shown inside the frame behind the input: a unit. */
  unit?: ReactNode
  children: ReactElement<Control>
}

/** A labelled input; help and error are tied to it for screen readers. */
export function Field({ label, help, error, optional, unit, children }: FieldProps) {
  const id = useId()
  const describedBy = cx(help !== undefined && `${id}-help`, error !== undefined && `${id}-error`)
  const control = cloneElement(children, {
    id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': error === undefined ? undefined : true,
  })
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-soft"> ({shell.optional})</span>}
      </label>
      {unit === undefined ? (
        control
      ) : (
        <span className="relative flex items-center">
          {control}
          <span className="pointer-events-none absolute right-4 text-soft">{unit}</span>
        </span>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="m-0 text-sm text-soft">
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="m-0 text-sm font-semibold text-brick" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
