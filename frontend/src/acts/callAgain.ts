import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { simulateAssemblyCallAgain } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'
import { openedIn } from './propose.ts'

type Content = Pick<ProposalDetail, 'assembly' | 'actions' | 'description'>

async function callAgain(tools: ActTools, proposal: Content): Promise<{ id: bigint }> {
  const receipt = await tools.transact(
    simulateAssemblyCallAgain(tools.config, {
      account: tools.account,
      address: proposal.assembly,
      args: [
        proposal.actions.map(({ target }) => target),
        proposal.actions.map(({ value }) => BigInt(value)),
        proposal.actions.map(({ data }) => data),
        proposal.description,
      ],
    }),
  )
  return { id: openedIn(receipt) }
}

/** A member calls a second vote on what was lost to silence. */
export const useCallAgain = () => useAct(callAgain)
