import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { type Connector, useConfig, useConnect, useConnectors } from 'wagmi'
import { disconnect, getConnection } from 'wagmi/actions'
import { refusalOf } from '../chain/refusal.ts'
import { useEnv } from '../chain/settings.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field, inputClass } from '../ui/Field.tsx'
import { Notice, Refusal } from '../ui/Notice.tsx'
import { Face } from '../ui/Person.tsx'
import { shell } from '../words/en/shell.ts'

const SignInContext = createContext<{ open: () => void }>({ open: () => {} })

export const useSignIn = () => use(SignInContext)

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
      >
        <Ways onDone={() => setOpen(false)} />
      </Dialog>
    </SignInContext>
  )
}

/** Wallets that announced themselves, and on the local chain the example people. */
function Ways({ onDone }: { onDone: () => void }) {
  const { settings, people } = useEnv()
  const config = useConfig()
  const connectors = useConnectors()
  const connect = useConnect()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string>()
  const wallets = connectors.filter((connector) => connector.type !== 'examplePerson')
  const persons = connectors.filter((connector) => connector.type === 'examplePerson')
  const found = people.flatMap((person) => {
    const connector = persons.find((one) => one.id === `example:${person.address}`)
    const hay = [person.name, ...person.roles].join(' ').toLocaleLowerCase()
    return connector && hay.includes(text.trim().toLocaleLowerCase()) ? [{ person, connector }] : []
  })

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
      {settings.local && persons.length > 0 && (
        <section className="flex flex-col gap-2.5">
          <h3>{shell.signIn.example}</h3>
          <p className="m-0 text-sm text-soft">{shell.signIn.exampleHelp}</p>
          {persons.length > 8 && (
            <Field label={shell.signIn.find}>
              <input
                type="search"
                className={inputClass}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </Field>
          )}
          {found.length === 0 && <p className="m-0">{shell.signIn.nobody(text)}</p>}
          <ul className="m-0 flex list-none flex-col gap-1.5 p-0">
            {found.map(({ person, connector }) => (
              <li key={person.address}>
                <button
                  type="button"
                  onClick={() => void choose(connector)}
                  className="flex w-full items-center gap-3 rounded-xl border border-line bg-card px-3 py-2.5 text-left hover:bg-wash"
                >
                  <Face address={person.address} name={person.name} />
                  <span className="min-w-0">
                    <b className="block">{person.name}</b>
                    <span className="text-sm text-soft">{person.roles.join(' · ')}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex flex-col gap-2.5">
        <h3>{shell.signIn.wallet}</h3>
        {wallets.map((connector) => (
          <Button
            key={connector.uid}
            className="justify-start"
            onClick={() => void choose(connector)}
          >
            {connector.icon !== undefined && (
              <img src={connector.icon.trim()} alt="" width={24} height={24} />
            )}
            {connector.name}
          </Button>
        ))}
        {wallets.length === 0 && <p className="m-0 text-sm text-soft">{shell.signIn.noWallet}</p>}
      </section>
    </div>
  )
}
