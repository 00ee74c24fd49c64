import { documentDigest } from '@phyle/sdk/documents'
import type { Drafted } from '../../shell/draft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useKept } from '../../ui/useKept.ts'

interface FieldWords {
  readonly label: string
  readonly help: string
  readonly rows: number
}

/**
 * A text that a form asks for and that goes with the proposal as a document, of which a contract keeps the
 * fingerprint. `written` is null while nothing is typed; `drafted` is what the draft takes of it.
 */
export function useWritten(keep: string, { label, help, rows }: FieldWords) {
  const [typed, setTyped] = useKept(keep, '')
  const text = typed.trim()
  const drafted: Pick<Drafted, 'documents' | 'body'> = {
    documents: [{ text, type: 'text/plain' }],
    body: text,
  }
  return {
    written: text === '' ? null : { digest: documentDigest(text), drafted },
    field: (
      <Field label={label} help={help}>
        <textarea
          className={inputClass}
          rows={rows}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    ),
  }
}
