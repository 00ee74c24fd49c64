import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** A dialog with what it usually holds. */
export function OpenDialog() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open the dialog</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Take your vote back?"
        lead="It still waits in the postbox, so nothing was counted."
      >
        <Button look="main" onClick={() => setOpen(false)}>
          Take it back
        </Button>
      </Dialog>
    </>
  )
}
