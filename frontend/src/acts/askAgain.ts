import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { simulateAssemblyAskAgain } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

const askAgain = async (tools: ActTools, proposal: Pick<ProposalDetail, 'assembly' | 'id'>) =>
  tools.transact(
    simulateAssemblyAskAgain(tools.config, {
      account: tools.account,
      address: proposal.assembly,
      args: [BigInt(proposal.id)],
    }),
  )

/** A member asks to vote again on what was voted down, before it has rested. */
export const useAskAgain = () => useAct(askAgain)
