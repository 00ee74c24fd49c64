import { type ReactNode, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { shell } from '../words/shell/words.ts'
import { Button } from './Button.tsx'
import { inputClass } from './Field.tsx'

const REFUSED_FOR_MS = 30_000

/** Whether the clipboard took it; browsers refuse without a secure page, a permission or focus. */
async function isTaken(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** For menus, which close: what the clipboard refused is shown in the message, to be copied by hand. */
export async function copy(text: string, done: string = shell.copied): Promise<void> {
  if (await isTaken(text)) toast(done)
  else {
    toast(shell.notCopied, {
      duration: REFUSED_FOR_MS,
      description: <span className="select-all break-all">{text}</span>,
    })
  }
}

interface CopyButtonProps {
  text: string
  /** What is said when it was copied. */
  done?: string
  look?: 'main' | 'quiet' | 'link'
  className?: string
  children: ReactNode
}

/** Copies a text. Where the browser refuses, it shows the text, selected, and says so. */
export function CopyButton({
  text,
  done = shell.copied,
  look,
  className,
  children,
}: CopyButtonProps) {
  const [refused, setRefused] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = refused === text

  useEffect(() => {
    if (!shown) return
    field.current?.focus()
    field.current?.select()
  }, [shown])

  const onClick = async () => {
    if (await isTaken(text)) {
      setRefused(undefined)
      toast(done)
      return
    }
    setRefused(text)
    field.current?.select()
  }

  return (
    <>
      <Button look={look} className={className} onClick={() => void onClick()}>
        {children}
      </Button>
      {shown && (
        <label className="flex w-full flex-col gap-1.5">
          <span role="alert" className="text-sm font-semibold text-brick">
            {shell.notCopied}
          </span>
          <textarea
            ref={field}
            readOnly
            rows={2}
            className={`${inputClass} text-sm`}
            value={text}
          />
        </label>
      )}
    </>
  )
}
