import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { simulateAssemblyCancel, simulateAssemblyExecute } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

type Content = Pick<ProposalDetail, 'assembly' | 'actions' | 'descriptionHash'>

const contentOf = (proposal: Content) =>
  [
    proposal.actions.map((action) => action.target),
    proposal.actions.map((action) => BigInt(action.value)),
    proposal.actions.map((action) => action.data),
    proposal.descriptionHash,
  ] as const

const carryOut = async (tools: ActTools, proposal: Content) =>
  tools.transact(
    simulateAssemblyExecute(tools.config, {
      account: tools.account,
      address: proposal.assembly,
      args: contentOf(proposal),
    }),
  )

const takeBack = async (tools: ActTools, proposal: Content) =>
  tools.transact(
    simulateAssemblyCancel(tools.config, {
      account: tools.account,
      address: proposal.assembly,
      args: contentOf(proposal),
    }),
  )

/** Anyone has a carried decision carried out, when it has waited its time. */
export const useCarryOut = () => useAct(carryOut)

/** Its proposer takes a proposal back, before voting opens. */
export const useTakeBack = () => useAct(takeBack)
