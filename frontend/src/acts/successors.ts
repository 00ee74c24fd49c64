import type { ChainCharter } from '@phyle/sdk/charter'
import type { Address } from 'viem'
import { simulateRegistrarSucceed } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

interface BuildInput {
  readonly registrar: Address
  readonly coop: Address
  readonly charter: ChainCharter
}

const build = async (tools: ActTools, { registrar, coop, charter }: BuildInput) =>
  tools.transact(
    simulateRegistrarSucceed(tools.config, {
      account: tools.account,
      address: registrar,
      args: [coop, charter],
    }),
  )

/** Anyone has the contracts built to which a co-op may move. */
export const useBuildSuccessors = () => useAct(build)
