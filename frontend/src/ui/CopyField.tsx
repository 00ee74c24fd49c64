import { shell } from '../words/shell/words.ts'
import { CopyButton } from './Copy.tsx'
import { Field, inputClass } from './Field.tsx'

interface CopyFieldProps {
  label: string
  /** What it is called on the button. */
  what: string
  text: string
}

/** A text to hand to somebody, such as a link: it can be read whole, and copied. */
export function CopyField({ label, what, text }: CopyFieldProps) {
  return (
    <>
      <Field label={label}>
        <input className={inputClass} readOnly value={text} />
      </Field>
      <CopyButton className="self-start" text={text}>
        {shell.copy({ what })}
      </CopyButton>
    </>
  )
}
