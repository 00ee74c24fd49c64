import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { Address } from 'viem'
import type { Config } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import { inStretches } from './logs.ts'

/** What an assembly's logs say of one vote, oldest first; to the head of the chain, or to a block. */
export async function readVoteLogs(
  config: Config,
  assembly: Address,
  proposal: bigint,
  firstBlock: bigint,
  lastBlock?: bigint,
) {
  const ask = (fromBlock: bigint, toBlock: bigint) =>
    getContractEvents(config, {
      address: assembly,
      abi: iAssemblyAbi,
      fromBlock,
      toBlock,
      strict: true,
    })
  const logs = await inStretches(config, firstBlock, ask, lastBlock)
  return logs.filter(({ args }) => 'proposalId' in args && args.proposalId === proposal)
}
