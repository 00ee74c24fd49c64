import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from 'react'
import { withWords } from '../words/chapter.ts'

const SignInDialog = lazy(() =>
  withWords(import('./SignInDialog.tsx')).then(({ SignInDialog }) => ({ default: SignInDialog })),
)

const SignInContext = createContext<{ open: () => void }>({ open: () => {} })

export const useSignIn = () => use(SignInContext)

/** Where it is seen who is signed in: there a reader goes on after signing in. */
export const CORNER = 'account'

export function SignInProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const value = useMemo(
    () => ({
      open() {
        setWasOpened(true)
        setOpen(true)
      },
    }),
    [],
  )
  return (
    <SignInContext value={value}>
      {children}
      {wasOpened && (
        <Suspense>
          <SignInDialog open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </SignInContext>
  )
}
