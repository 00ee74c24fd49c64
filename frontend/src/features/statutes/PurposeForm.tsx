import { foundingDocument } from '@phyle/sdk/charter'
import { documentDigest } from '@phyle/sdk/documents'
import { readFoundingDocument } from '@phyle/sdk/founding-document'
import { useDocument } from '../../chain/relay.ts'
import { encodeStatutesSetPurpose } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = words.purpose

/** The founding document with another purpose; null where it cannot be read, or would be refused. */
function withPurpose(document: string, purpose: string): string | null {
  try {
    const next = foundingDocument({ ...readFoundingDocument(document), purpose })
    readFoundingDocument(next)
    return next
  } catch {
    return null
  }
}

function purposeIn(document: string): string | null {
  try {
    return readFoundingDocument(document).purpose
  } catch {
    return null
  }
}

/** Another purpose, in the founding document that the statutes name. */
export function PurposeForm({ coop, onDraft, keep }: FormProps) {
  const query = useDocument(coop.purpose)
  const document = query.data ?? null
  const before = document === null ? null : purposeIn(document)
  const [typed, setTyped] = useKept<string | null>(`${keep}.purpose`, null)
  const purpose = (typed ?? before ?? '').trim()
  const changed = before !== null && purpose !== '' && purpose !== before
  const next = document !== null && changed ? withPurpose(document, purpose) : null

  useDraft(
    next !== null && before !== null
      ? {
          title: write(coop, () => text.title),
          actions: [
            {
              target: coop.statutes,
              value: 0n,
              data: encodeStatutesSetPurpose([documentDigest(next)]),
            },
          ],
          documents: [{ text: next, type: 'application/json' }],
          body: write(coop, () => text.body({ after: purpose, before })),
        }
      : null,
    onDraft,
  )
  return (
    <Loaded query={query}>
      {() =>
        before === null ? (
          <Refusal refusal={text.unread} />
        ) : (
          <>
            <p className="m-0 text-soft">{text.what}</p>
            <Field
              label={text.purpose}
              help={text.purposeHelp}
              error={changed && next === null ? text.hidden : undefined}
            >
              <textarea
                className={inputClass}
                rows={4}
                value={typed ?? before}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            {!changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
          </>
        )
      }
    </Loaded>
  )
}
