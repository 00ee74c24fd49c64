import { documentDigest } from '@phyle/sdk/documents'
import { fittingTitle } from '@phyle/sdk/title'
import { Link } from '@tanstack/react-router'
import { encodeNoticeBoardPost } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { notice } from '../../words/notice/words.ts'
import { titleFaultWords } from '../../words/propose/titleFault.ts'
import { write } from '../../words/written.ts'
import { useBoard } from './useBoard.ts'

const words = notice.form

/** @rule NTC-2, NTC-3 Make a proposal: post a notice */
export function NoticeForm({ coop, onDraft, keep }: FormProps) {
  const { board, state } = useBoard(coop.statutes)
  const [typed, setTyped] = useKept(`${keep}.title`, '')
  const [text, setText] = useKept(`${keep}.text`, '')
  const title = typed.trim()
  const fault = title === '' ? undefined : titleFaultWords(title)
  const ready =
    board && state === 'open' && title !== '' && fault === undefined && text.trim() !== ''
  useDraft(
    ready
      ? {
          title: write(coop, () => fittingTitle(words.proposal({ title }), words.name)),
          actions: [
            {
              target: board,
              value: 0n,
              data: encodeNoticeBoardPost([documentDigest(text.trim()), title]),
            },
          ],
          documents: [{ text: text.trim(), type: 'text/markdown' }],
        }
      : null,
    onDraft,
  )
  if (board === undefined) return <Notice>{words.nowhere}</Notice>
  if (state === undefined) return null
  if (state !== 'open') {
    return (
      <Notice>
        <p className="m-0">{words.closed}</p>
        <p className="m-0 break-all font-mono text-[0.8rem]">{board}</p>
        <Link
          to="/propose/$coop"
          params={{ coop: coop.coop }}
          search={{ what: 'chapter' }}
          className="link"
        >
          {words.open}
        </Link>
      </Notice>
    )
  }
  return (
    <>
      <Field label={words.title} help={words.titleHelp} error={fault}>
        <input
          className={inputClass}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Field label={words.text} help={words.textHelp}>
        <textarea
          className={inputClass}
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </>
  )
}
