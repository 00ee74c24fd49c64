import { shell } from '../words/shell/words.ts'

interface Known {
  readonly id: string
  readonly type: string
  readonly name: string
}

export interface OfferedWallet<C> {
  readonly connector: C
  readonly name: string
}

/** wagmi's own id for `window.ethereum`, whatever wallet that is. */
const ANY = 'injected'

/**
 * The wallets to offer: those that announced themselves. Browsers inside a wallet's app often only
 * put `window.ethereum` there: where nothing was announced, that is offered.
 */
export function offered<C extends Known>(
  connectors: readonly C[],
  isInjected: boolean,
): readonly OfferedWallet<C>[] {
  const wallets = connectors.filter(({ type }) => type !== 'examplePerson')
  const announced = wallets.filter(({ id }) => id !== ANY)
  if (announced.length > 0 || !isInjected) {
    return announced.map((connector) => ({ connector, name: connector.name }))
  }
  return wallets.map((connector) => ({ connector, name: shell.signIn.thisBrowser }))
}

/** Links that open a page in the browser of a wallet, as each wallet documents them. */
export function phoneWallets(page: string): readonly { name: string; href: string }[] {
  const bare = page.replace(/^https?:\/\//, '')
  const whole = encodeURIComponent(page)
  return [
    { name: 'MetaMask', href: `https://link.metamask.io/dapp/${bare}` },
    { name: 'Base', href: `https://go.cb-w.com/dapp?cb_url=${whole}` },
    {
      name: 'Trust Wallet',
      href: `https://link.trustwallet.com/open_url?coin_id=60&url=${whole}`,
    },
  ]
}
