import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { Address } from 'viem'
import type { Config } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import { inStretches } from './logs.ts'

/** What an assembly's logs say of one vote, oldest first. */
export async function readVoteLogs(
  config: Config,
  assembly: Address,
  proposal: bigint,
  firstBlock: bigint,
) {
  const logs = await inStretches(config, firstBlock, (fromBlock, toBlock) =>
    getContractEvents(config, {
      address: assembly,
      abi: iAssemblyAbi,
      fromBlock,
      toBlock,
      strict: true,
    }),
  )
  return logs.filter(({ args }) => 'proposalId' in args && args.proposalId === proposal)
}
