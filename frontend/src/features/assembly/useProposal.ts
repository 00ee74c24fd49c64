import type { Answer } from '@phyle/sdk/answer'
import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { firstBlock } from '@phyle/sdk/deployments'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  getAddress,
  isAddress,
} from 'viem'
import { useConfig, useConnection } from 'wagmi'
import { IndexError, useIndex } from '../../chain/indexClient.ts'
import { Refused } from '../../chain/refused.ts'
import { useEnv } from '../../chain/settings.tsx'
import { refusals } from '../../words/refusals/words.ts'
import { proposalFromChain } from './chainProposal.ts'
import type { ReadableCoop } from './readActions.ts'

interface Found {
  readonly query: UseQueryResult<Answer<ProposalDetail>>
  readonly coop: ReadableCoop | undefined
  /** Read from the chain, because the index did not have it. */
  readonly alone: boolean
  /** Neither the index nor the chain has it, and both answered. */
  readonly missing: boolean
}

const isUnknown = (error: Error | null) => error instanceof IndexError && error.status === 404

/** There is no such contract, it is no assembly, or it has no such number; a silent network says none of these. */
const isNowhere = (error: Error | null) =>
  (error instanceof Refused && error.refusal === refusals.missing) ||
  (error instanceof BaseError &&
    error.walk(
      (cause) =>
        cause instanceof ContractFunctionZeroDataError ||
        cause instanceof ContractFunctionRevertedError,
    ) !== null)

/** A proposal from the index, or from the chain alone when the index cannot give it. */
export function useProposal(assembly: string, id: string): Found {
  const { address } = useConnection()
  const { deployments } = useEnv()
  const config = useConfig()
  const valid = isAddress(assembly, { strict: false }) && /^\d{1,20}$/.test(id)
  const at = valid ? getAddress(assembly) : assembly
  const indexed = useIndex(
    '/api/proposals/:assembly/:id',
    { assembly: at, id },
    address ? { member: address } : undefined,
  )
  const proposal = indexed.data?.data
  const detail = useIndex('/api/coops/:coop', proposal ? { coop: proposal.coop } : null)
  // While it is asked again after a failure, a query without an answer does not count as failed.
  const missing = indexed.data === undefined && indexed.errorUpdateCount > 0
  const chain = useQuery({
    queryKey: ['chain-proposal', at, id, address],
    enabled: missing && valid && deployments !== null,
    refetchInterval: 6_000,
    retry: 0,
    queryFn: () => {
      if (!deployments) throw new Error('not enabled')
      const from = BigInt(firstBlock(deployments))
      return proposalFromChain(config, getAddress(at), BigInt(id), address, from)
    },
  })
  if (!missing || !valid)
    return { query: indexed, coop: detail.data?.data, alone: false, missing: !valid }
  return {
    query: { ...chain, data: chain.data?.answer } as UseQueryResult<Answer<ProposalDetail>>,
    coop: chain.data?.coop,
    // The index has not read a proposal that was made a moment ago.
    alone: indexed.errorUpdateCount > 2,
    missing: isUnknown(indexed.error) && isNowhere(chain.error),
  }
}
