import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { ProposalDetail } from '@phyle/sdk/index-api'
import { type ActTools, useAct } from './act.ts'

const askAgain = async (tools: ActTools, proposal: Pick<ProposalDetail, 'assembly' | 'id'>) =>
  tools.transact({
    address: proposal.assembly,
    abi: iAssemblyAbi,
    functionName: 'askAgain',
    args: [BigInt(proposal.id)],
  })

/** A member asks to vote again on what was voted down, before it has rested. */
export const useAskAgain = () => useAct(askAgain)
