import type { Attachment } from '@phyle/sdk/attachments'
import { DocumentError } from '@phyle/sdk/documents'
import { FILE_ENDINGS, type FileType } from '@phyle/sdk/file-kind'
import { useState } from 'react'
import { getFile, useFilesAbout } from '../../chain/files.ts'
import { refusalOf } from '../../chain/refusal.ts'
import type { Refusal as RefusalWords } from '../../chain/refused.ts'
import { useSettings } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { files as words } from '../../words/files/words.ts'
import { fileSize } from '../../words/format.ts'

/** The name under which it is saved: its ending is that of what it really is. */
export function savedName(name: string, type: FileType): string {
  const ending = FILE_ENDINGS[type]
  if (name.toLowerCase().endsWith(`.${ending}`)) return name
  if (type === 'image/jpeg' && /\.jpeg$/i.test(name)) return name
  if (type === 'text/plain' && /\.csv$/i.test(name)) return name
  return `${name}.${ending}`
}

/** Where on the page a file stands. */
export const placeOfFile = (digest: string) => `file-${digest.toLowerCase()}`

/** The files that a proposal names, for every voter to read. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const about = useFilesAbout(attachments.map(({ digest }) => digest))
  if (attachments.length === 0) return null
  return (
    <Card title={words.title}>
      <ul className="m-0 flex list-none flex-col p-0">
        {attachments.map((one) => (
          <File
            key={one.digest}
            attachment={one}
            kept={about.data ? (about.data.get(one.digest) ?? null) : undefined}
            down={about.isError}
          />
        ))}
      </ul>
      <p className="m-0 text-sm text-soft">{words.mind}</p>
    </Card>
  )
}

interface FileProps {
  attachment: Attachment
  /** Null where the postbox does not have it, undefined while that is not known. */
  kept: { readonly type: FileType; readonly bytes: number } | null | undefined
  down: boolean
}

function File({ attachment: { name, digest }, kept, down }: FileProps) {
  const { relayUrl } = useSettings()
  const [refusal, setRefusal] = useState<RefusalWords | null>(null)
  const [picture, setPicture] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isPicture = kept?.type.startsWith('image/') ?? false

  /** Nothing is shown or saved before it is known to be what the proposal names. */
  const withFile = async (use: (url: string, type: FileType) => void) => {
    setBusy(true)
    setRefusal(null)
    try {
      const { bytes, type } = await getFile(relayUrl, digest)
      use(URL.createObjectURL(new Blob([bytes], { type })), type)
    } catch (error) {
      setRefusal(error instanceof DocumentError ? words.changed : refusalOf(error))
    } finally {
      setBusy(false)
    }
  }

  const save = () =>
    withFile((url, type) => {
      const link = document.createElement('a')
      link.href = url
      link.download = savedName(name, type)
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    })
  const show = () =>
    withFile((url, type) => {
      if (type.startsWith('image/')) setPicture(url)
    })

  return (
    <li
      id={placeOfFile(digest)}
      tabIndex={-1}
      className="flex flex-col items-start gap-2 border-t border-line py-3 first:border-0 first:pt-0"
    >
      <span className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="min-w-0">
          <b className="block break-words">{name}</b>
          <span className="text-sm text-soft">
            {kept && `${words.kinds[kept.type]}, ${fileSize(kept.bytes)}`}
            {kept === null && words.missing}
            {kept === undefined && (down ? words.unknown : words.asking)}
          </span>
        </span>
        {kept && (
          <span className="flex flex-wrap gap-2">
            {isPicture && picture === null && (
              <Button
                disabled={busy}
                aria-label={words.showNamed({ name })}
                onClick={() => void show()}
              >
                {words.show}
              </Button>
            )}
            <Button
              disabled={busy}
              aria-label={words.saveNamed({ name })}
              onClick={() => void save()}
            >
              {words.save}
            </Button>
          </span>
        )}
      </span>
      {picture !== null && (
        <img
          src={picture}
          alt={name}
          className="max-h-[70vh] max-w-full rounded-xl border border-line"
        />
      )}
      {refusal && <Refusal refusal={refusal} />}
    </li>
  )
}
