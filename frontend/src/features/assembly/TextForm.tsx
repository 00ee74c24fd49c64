import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useKept } from '../../ui/useKept.ts'
import { titleFaultWords } from '../../words/propose/titleFault.ts'
import { propose as words } from '../../words/propose/words.ts'

const text = words.text

export function TextForm({ onDraft, keep }: FormProps) {
  const [title, setTitle] = useKept(`${keep}.title`, '')
  const [body, setBody] = useKept(`${keep}.text`, '')
  const fault = title === '' ? undefined : titleFaultWords(title.trim())
  useDraft(
    title.trim() !== '' && fault === undefined && body.trim() !== ''
      ? { title: title.trim(), actions: [], documents: [], body: body.trim() }
      : null,
    onDraft,
  )
  return (
    <>
      <Field label={text.title} help={text.titleHelp} error={fault}>
        <input
          className={inputClass}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label={text.text} help={text.textHelp}>
        <textarea
          className={inputClass}
          rows={8}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
    </>
  )
}
