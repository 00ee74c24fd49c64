import type { Address } from 'viem'
import { simulateCooperativeHandOn } from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

const handOn = async (tools: ActTools, { coop, token }: { coop: Address; token: Address }) =>
  tools.transact(
    simulateCooperativeHandOn(tools.config, {
      account: tools.account,
      address: coop,
      args: [token],
    }),
  )

/** Anyone sends on what is left of an asset where nobody has been a member for 180 days. */
export const useHandOn = () => useAct(handOn)
