import { lazy, Suspense, useState } from 'react'
import type { Address } from 'viem'
import { useMe } from '../chain/me.ts'
import { Button } from '../ui/Button.tsx'
import { withWords } from '../words/chapter.ts'
import { shell } from '../words/shell/words.ts'
import type { AccountMenu } from './AccountMenu.tsx'
import { CORNER, useSignIn } from './SignIn.tsx'

let loaded: typeof AccountMenu | undefined

/** Loads what is shown to who is signed in, before they are: the focus goes there at once. */
export async function loadAccountMenu() {
  const { AccountMenu } = await withWords(import('./AccountMenu.tsx'))
  loaded = AccountMenu
  return { default: AccountMenu }
}

const LazyMenu = lazy(loadAccountMenu)

/** Who is signed in, in the corner of every page. */
export function Account() {
  const { address } = useMe()
  const signIn = useSignIn()
  if (!address) {
    return (
      <Button id={CORNER} className="whitespace-nowrap" onClick={signIn.open}>
        {shell.signIn.button}
      </Button>
    )
  }
  return (
    <Suspense fallback={<span className="min-h-11" />}>
      <Loaded address={address} />
    </Suspense>
  )
}

function Loaded({ address }: { address: Address }) {
  const [Menu] = useState(() => loaded ?? LazyMenu)
  return <Menu address={address} />
}
