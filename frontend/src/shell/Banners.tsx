import type { ReactNode } from 'react'
import { useConnection, useSwitchChain } from 'wagmi'
import { useChainNow } from '../chain/clock.tsx'
import { chainName } from '../chain/config.ts'
import { useKeptHere } from '../chain/offline.ts'
import { useServices } from '../chain/services.ts'
import { useSettings } from '../chain/settings.tsx'
import { Button } from '../ui/Button.tsx'
import { shell } from '../words/shell/words.ts'
import { serviceWords } from './serviceWords.ts'

function Banner({ children }: { children: ReactNode }) {
  return (
    <div className="mt-4 flex items-center gap-4 rounded-xl bg-ochre-wash px-[18px] py-3 text-[0.94rem]">
      <span aria-hidden="true" className="font-bold text-ochre">
        !
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
    </div>
  )
}

export function Banners() {
  const settings = useSettings()
  const services = useServices()
  const kept = useKeptHere()
  const now = useChainNow()
  const said = serviceWords(services, now)
  const { chainId, isConnected } = useConnection()
  const switcher = useSwitchChain()
  const name = chainName(settings)
  const wrong = isConnected && chainId !== settings.chainId && services.network !== 'down'

  return (
    <div role="status">
      {wrong && (
        <Banner>
          <p className="m-0 grow">{shell.banners.wrongChain({ name })}</p>
          <Button
            disabled={switcher.isPending}
            onClick={() => switcher.mutate({ chainId: settings.chainId })}
          >
            {shell.banners.switch({ name })}
          </Button>
          {switcher.isError && (
            <p className="m-0 basis-full">{shell.banners.notSwitched({ name })}</p>
          )}
        </Banner>
      )}
      {said !== null && <Banner>{said}</Banner>}
      {kept.isApp && kept.from === null && services.network === 'up' && (
        <Banner>
          <p className="m-0 grow">{shell.banners.older}</p>
          <Button onClick={() => location.reload()}>{shell.banners.reload}</Button>
        </Banner>
      )}
    </div>
  )
}
