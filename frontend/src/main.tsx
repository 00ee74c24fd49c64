import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { WagmiProvider } from 'wagmi'
import { wagmiConfig } from './chain/config.ts'
import { keepForOffline } from './chain/offline.ts'
import { EnvProvider } from './chain/settings.tsx'
import { type Env, readEnv } from './env.ts'
import { router } from './routes.tsx'
import { bringLetters } from './shell/letters.ts'
import { SignInProvider } from './shell/SignIn.tsx'
import { applyTheme } from './shell/Theme.tsx'
import { NoSettings } from './shell/Trouble.tsx'
import { withWords, wordsCame } from './words/chapter.ts'
import { markPage } from './words/language.ts'

const PracticeWallet = lazy(() =>
  withWords(import('./shell/PracticeWallet.tsx')).then(({ PracticeWallet }) => ({
    default: PracticeWallet,
  })),
)

/** Whoever plays them signs with keys that everybody knows: on a local chain alone. */
async function examplesIn({ settings, people }: Env) {
  if (!settings.local) return []
  // All can still be read where the code of a wallet does not arrive.
  const code = await import('./chain/examplePerson.ts').catch(() => null)
  return code === null ? [] : code.examplePeople(people)
}

const element = document.getElementById('root')
if (!element) throw new Error('the page has no root')
const page = createRoot(element)

applyTheme()
markPage()
bringLetters()
try {
  // The first page stays until the app has something to put there.
  const [env] = await Promise.all([readEnv(), router.load(), wordsCame()])
  const config = wagmiConfig(env.settings, await examplesIn(env))
  const queries = new QueryClient({
    defaultOptions: {
      // Whether the device is online is what the services tell, not what the browser thinks.
      queries: { staleTime: 1_000, retry: 1, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  page.render(
    <StrictMode>
      <EnvProvider env={env}>
        <WagmiProvider config={config}>
          <QueryClientProvider client={queries}>
            <SignInProvider>
              <RouterProvider router={router} />
              {env.settings.local && (
                <Suspense>
                  <PracticeWallet />
                </Suspense>
              )}
            </SignInProvider>
          </QueryClientProvider>
        </WagmiProvider>
      </EnvProvider>
    </StrictMode>,
  )
  void keepForOffline(env.settings.indexerUrl)
} catch (error) {
  page.render(<NoSettings error={error} />)
}
