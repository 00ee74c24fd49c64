import { useState } from 'react'
import { type Connector, useConfig, useConnect } from 'wagmi'
import { disconnect, getConnection } from 'wagmi/actions'
import { useEnv } from '../chain/settings.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Notice } from '../ui/Notice.tsx'
import { shell } from '../words/shell/words.ts'
import { loadAccountMenu } from './Account.tsx'
import { ExamplePeople } from './ExamplePeople.tsx'
import { CORNER } from './SignIn.tsx'
import { WalletList } from './WalletList.tsx'

const corner = () => document.getElementById(CORNER)

interface SignInDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function SignInDialog({ open, onOpenChange }: SignInDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={shell.signIn.title}
      lead={shell.signIn.readOnly}
      after={corner}
    >
      <Ways onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Wallets of this browser, and on the local chain the example people. */
function Ways({ onDone }: { onDone: () => void }) {
  const { settings, people } = useEnv()
  const config = useConfig()
  const connect = useConnect()
  const [asked, setAsked] = useState<string>()

  const choose = async (connector: Connector) => {
    setAsked(connector.name)
    await loadAccountMenu()
    if (getConnection(config).isConnected) await disconnect(config)
    connect.mutate({ connector }, { onSuccess: onDone })
  }

  return (
    <div className="flex flex-col gap-5">
      <div aria-live="polite" className="empty:hidden">
        {connect.isPending && asked !== undefined && (
          <Notice>{shell.signIn.asking({ wallet: asked })}</Notice>
        )}
      </div>
      {connect.isError && <Failed error={connect.error} />}
      {settings.local && people.length > 0 && (
        <ExamplePeople onChoose={(one) => void choose(one)} />
      )}
      <WalletList onChoose={(one) => void choose(one)} />
    </div>
  )
}
