import { type Connector, useConnectors } from 'wagmi'
import { Button, buttonClass } from '../ui/Button.tsx'
import { shell } from '../words/shell/words.ts'
import { type OfferedWallet, offered, phoneWallets } from './wallets.ts'

const isPhone = () => /Android|iPhone|iPad|iPod|Mobile/i.test(navigator.userAgent)

/** The wallets of this browser; on a phone without one, the way into a wallet's own browser. */
export function WalletList({ onChoose }: { onChoose: (connector: Connector) => void }) {
  const all = useConnectors()
  const wallets = offered(all, 'ethereum' in window)
  return (
    <section className="flex flex-col gap-2.5">
      <h3>{shell.signIn.wallet}</h3>
      {wallets.map(({ connector, name }: OfferedWallet<Connector>) => (
        <Button key={connector.uid} className="justify-start" onClick={() => onChoose(connector)}>
          {connector.icon !== undefined && (
            <img src={connector.icon.trim()} alt="" width={24} height={24} />
          )}
          {name}
        </Button>
      ))}
      {wallets.length === 0 && (
        <p className="m-0 text-sm text-soft">
          {isPhone() ? shell.signIn.noWalletPhone : shell.signIn.noWallet}
        </p>
      )}
      {wallets.length === 0 && isPhone() && (
        <>
          <p className="m-0 text-sm text-soft">{shell.signIn.openIn}</p>
          <div className="flex flex-wrap gap-2">
            {phoneWallets(location.href).map(({ name, href }) => (
              <a key={name} href={href} className={buttonClass()}>
                {name}
              </a>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
