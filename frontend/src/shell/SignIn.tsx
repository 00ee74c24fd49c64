import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { type Connector, useConfig, useConnect } from 'wagmi'
import { disconnect, getConnection } from 'wagmi/actions'
import { refusalOf } from '../chain/refusal.ts'
import { useEnv } from '../chain/settings.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice, Refusal } from '../ui/Notice.tsx'
import { shell } from '../words/en/shell.ts'
import { ExamplePeople } from './ExamplePeople.tsx'
import { WalletList } from './WalletList.tsx'

const SignInContext = createContext<{ open: () => void }>({ open: () => {} })

export const useSignIn = () => use(SignInContext)

/** Where it is seen who is signed in: there a reader goes on after signing in. */
export const CORNER = 'account'
const corner = () => document.getElementById(CORNER)

export function SignInProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const value = useMemo(() => ({ open: () => setOpen(true) }), [])
  return (
    <SignInContext value={value}>
      {children}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={shell.signIn.title}
        lead={shell.signIn.readOnly}
        after={corner}
      >
        <Ways onDone={() => setOpen(false)} />
      </Dialog>
    </SignInContext>
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
    if (getConnection(config).isConnected) await disconnect(config)
    connect.mutate({ connector }, { onSuccess: onDone })
  }

  return (
    <div className="flex flex-col gap-5">
      <div aria-live="polite" className="empty:hidden">
        {connect.isPending && asked !== undefined && <Notice>{shell.signIn.asking(asked)}</Notice>}
      </div>
      {connect.isError && <Refusal refusal={refusalOf(connect.error)} />}
      {settings.local && people.length > 0 && (
        <ExamplePeople onChoose={(one) => void choose(one)} />
      )}
      <WalletList onChoose={(one) => void choose(one)} />
    </div>
  )
}
