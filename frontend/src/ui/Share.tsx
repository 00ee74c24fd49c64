import { useState } from 'react'
import { find } from '../words/find/words.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './Copy.tsx'
import { Dialog } from './Dialog.tsx'
import { linkTo } from './linkTo.ts'
import { Qr } from './Qr.tsx'

const words = find.share

interface ShareProps {
  title: string
  /** Begins with a slash; holds an address, so that it leads to one thing only. */
  path: string
  /** Likewise, with names that can be read. */
  readable?: string | undefined
}

/** Gives a page to somebody else: a link, a code for a phone, an app, or paper. */
export function Share({ title, path, readable }: ShareProps) {
  const [open, setOpen] = useState(false)
  const sure = linkTo(path)
  const short = readable === undefined ? sure : linkTo(readable)
  const canSend = typeof navigator.share === 'function'
  return (
    <div className="print:hidden">
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={words.title} lead={words.lead}>
        <div className="flex flex-col items-start gap-3">
          <Qr text={short} label={words.code} />
          <p className="m-0 text-sm break-all">{short}</p>
          <CopyButton look="main" text={short} done={words.copied}>
            {words.copy}
          </CopyButton>
          {short !== sure && (
            <>
              <CopyButton text={sure} done={words.copied}>
                {words.copySure}
              </CopyButton>
              <p className="m-0 text-sm text-soft">{words.sureHelp}</p>
            </>
          )}
          {canSend && (
            // Closing the sheet of the phone is no failure.
            <Button onClick={() => void navigator.share({ title, url: short }).catch(() => {})}>
              {words.send}
            </Button>
          )}
          <Button
            onClick={() => {
              setOpen(false)
              setTimeout(() => window.print())
            }}
          >
            {words.print}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
