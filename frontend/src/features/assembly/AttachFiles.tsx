import { attachmentName, FILE_BYTES, MOST_FILES } from '@phyle/sdk/attachments'
import { documentDigest } from '@phyle/sdk/documents'
import { type ChangeEvent, useId, useState } from 'react'
import type { AttachedFile } from '../../acts/propose.ts'
import { typeOfFile } from '../../chain/files.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { files as words } from '../../words/files/words.ts'
import { fileSize } from '../../words/format.ts'

interface AttachFilesProps {
  files: readonly AttachedFile[]
  onChange: (files: readonly AttachedFile[]) => void
}

/** Reads a file, or says why it cannot go along. */
export async function readFile(file: File): Promise<AttachedFile | { readonly fault: string }> {
  const name = attachmentName(file.name)
  if (file.size > FILE_BYTES)
    return { fault: words.faults.large({ name, size: fileSize(FILE_BYTES) }) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = typeOfFile(bytes, name)
  if (type === null) return { fault: words.faults.kind({ name }) }
  return { name, type, bytes, digest: documentDigest(bytes) }
}

/** Quotes, invoices and pictures that voters shall be able to read. */
export function AttachFiles({ files, onChange }: AttachFilesProps) {
  const id = useId()
  const [faults, setFaults] = useState<readonly string[]>([])

  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const read = await Promise.all([...(target.files ?? [])].map(readFile))
    target.value = ''
    const wrong = read.flatMap((one) => ('fault' in one ? [one.fault] : []))
    const good = read.flatMap((one) => ('fault' in one ? [] : [one]))
    const all = [...files, ...good].filter(
      (one, at, every) => every.findIndex(({ digest }) => digest === one.digest) === at,
    )
    setFaults(all.length > MOST_FILES ? [...wrong, words.faults.many({ most: MOST_FILES })] : wrong)
    onChange(all.slice(0, MOST_FILES))
  }

  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-semibold">
        {words.attach} <span className="font-normal text-soft">({words.optional})</span>
      </span>
      {files.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {files.map((file) => (
            <li key={file.digest} className="flex flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 break-words">{file.name}</span>
              <span className="text-sm text-soft">
                {words.kinds[file.type]}, {fileSize(file.bytes.length)}
              </span>
              <Button
                look="link"
                aria-label={words.removeNamed({ name: file.name })}
                onClick={() => onChange(files.filter(({ digest }) => digest !== file.digest))}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <input
          id={id}
          type="file"
          multiple
          accept=".pdf,.png,.jpg,.jpeg,.webp,.txt,.csv"
          className="peer sr-only"
          aria-describedby={`${id}-help`}
          disabled={files.length >= MOST_FILES}
          onChange={(event) => void add(event)}
        />
        <label
          htmlFor={id}
          className={`${buttonClass()} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-disabled:cursor-not-allowed peer-disabled:opacity-55`}
        >
          {words.choose}
        </label>
      </div>
      <p id={`${id}-help`} className="m-0 text-sm text-soft">
        {words.help({ most: MOST_FILES, size: fileSize(FILE_BYTES) })}
      </p>
      <div aria-live="polite" className="empty:hidden">
        {faults.map((fault) => (
          <p key={fault} className="m-0 text-sm font-semibold text-brick">
            {fault}
          </p>
        ))}
      </div>
    </div>
  )
}
