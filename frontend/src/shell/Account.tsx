import { lazy, Suspense } from 'react'
import { useMe } from '../chain/me.ts'
import { Button } from '../ui/Button.tsx'
import { shell } from '../words/en/shell.ts'
import { CORNER, useSignIn } from './SignIn.tsx'

const AccountMenu = lazy(() =>
  import('./AccountMenu.tsx').then(({ AccountMenu }) => ({ default: AccountMenu })),
)

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
      <AccountMenu address={address} />
    </Suspense>
  )
}
