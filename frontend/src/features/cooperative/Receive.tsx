import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import { getAddress } from 'viem'
import { chainName } from '../../chain/config.ts'
import { useSettings } from '../../chain/settings.tsx'
import { CopyButton } from '../../ui/Copy.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { shell } from '../../words/shell/words.ts'

const words = cooperative.receive

/** Where money for a co-op is sent: its account, as text and as a code for wallets (ERC-681). */
export function Receive({ coop }: { coop: Pick<CoopSummary, 'coop' | 'name'> }) {
  const settings = useSettings()
  const address = getAddress(coop.coop)
  return (
    <div className="flex flex-wrap items-start gap-5">
      <Qr
        text={`ethereum:${address}@${settings.chainId}`}
        label={words.code({ coop: coop.name })}
      />
      <div className="flex min-w-0 flex-1 basis-60 flex-col items-start gap-3">
        <p className="m-0">{words.what({ coop: coop.name })}</p>
        <p className="m-0 font-mono text-[0.86rem] break-all">{address}</p>
        <CopyButton text={address}>{shell.copy({ what: shell.address })}</CopyButton>
        <p className="m-0 text-sm text-soft">
          {words.only({ symbol: settings.currency.symbol, chain: chainName(settings) })}
        </p>
      </div>
    </div>
  )
}
