import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { shell } from '../words/shell/words.ts'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead?: ReactNode
  /** What has the focus after it; without it, what had the focus before. */
  after?: () => HTMLElement | null
  children: ReactNode
}

/** A press in a dialog that lies above this one is not one beside it. */
const isElsewhere = ({ reason, event }: Base.Root.ChangeEventDetails) =>
  (reason === 'outside-press' || reason === 'focus-out') &&
  event.target instanceof Element &&
  event.target.closest('[role="dialog"]') !== null

export function Dialog({ open, onOpenChange, title, lead, after, children }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (next || !isElsewhere(details)) onOpenChange(next)
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-black/45" />
        <Base.Popup
          finalFocus={after}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col gap-4 overflow-y-auto rounded-t-[18px] border border-line bg-paper p-5 shadow-xl sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(34rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-[18px] sm:p-7"
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="m-0 text-[1.47rem]">{title}</Base.Title>
            <Base.Close
              aria-label={shell.close}
              className="-mt-1 -mr-2 inline-grid size-11 shrink-0 place-items-center rounded-full text-2xl text-soft hover:bg-wash"
            >
              <span aria-hidden="true">×</span>
            </Base.Close>
          </div>
          {lead !== undefined && (
            <Base.Description className="m-0 text-soft">{lead}</Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
