import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type {
  Abi,
  Account,
  Address,
  Chain,
  ContractFunctionArgs,
  ContractFunctionName,
  Hex,
  PublicClient,
  TransactionReceipt,
  Transport,
  WalletClient,
} from 'viem'
import { useConfig } from 'wagmi'
import { getConnection, getPublicClient, getWalletClient, switchChain } from 'wagmi/actions'
import { chainName } from '../chain/config.ts'
import { type Refusal, Refused, refusalOf } from '../chain/refusal.ts'
import { useSettings } from '../chain/settings.tsx'
import type { Settings } from '../env.ts'
import { refusals } from '../words/en/shell.ts'

/** Where an act stands. A person sees each of these in words. */
export type ActState<Result> =
  | { readonly step: 'idle' | 'preparing' | 'signing' | 'sending' | 'confirming' }
  | { readonly step: 'done'; readonly result: Result }
  | { readonly step: 'refused'; readonly refusal: Refusal }

export interface Call<A extends Abi, F extends ContractFunctionName<A, 'nonpayable' | 'payable'>> {
  readonly address: Address
  readonly abi: A
  readonly functionName: F
  readonly args: ContractFunctionArgs<A, 'nonpayable' | 'payable', F>
  readonly value?: bigint
}

export interface ActTools {
  readonly settings: Settings
  readonly account: Address
  readonly client: PublicClient
  readonly wallet: WalletClient<Transport, Chain, Account>
  at(step: 'preparing' | 'signing' | 'sending' | 'confirming'): void
  /** Simulates the call, asks the wallet, sends it and waits until it is recorded. */
  transact<const A extends Abi, F extends ContractFunctionName<A, 'nonpayable' | 'payable'>>(
    call: Call<A, F>,
  ): Promise<TransactionReceipt>
}

export interface Act<Input, Result> {
  readonly state: ActState<Result>
  readonly busy: boolean
  run(input: Input): Promise<Result | undefined>
  reset(): void
}

/**
 * The frame of everything a signed-in person may do: it finds the wallet, offers the right chain,
 * keeps the step, turns every failure into words, and has the pages read again what has changed.
 */
export function useAct<Input, Result>(
  perform: (tools: ActTools, input: Input) => Promise<Result>,
): Act<Input, Result> {
  const config = useConfig()
  const settings = useSettings()
  const queries = useQueryClient()
  const [state, setState] = useState<ActState<Result>>({ step: 'idle' })
  const running = useRef(false)
  const latest = useRef(perform)
  latest.current = perform

  const run = useCallback(
    async (input: Input): Promise<Result | undefined> => {
      if (running.current) return undefined
      running.current = true
      setState({ step: 'preparing' })
      try {
        const { address, chainId } = getConnection(config)
        if (!address) throw new Refused(refusals.signedOut)
        if (chainId !== settings.chainId) {
          await switchChain(config, { chainId: settings.chainId }).catch(() => {
            throw new Refused(refusals.wrongChain(chainName(settings)))
          })
        }
        const client = getPublicClient(config) as PublicClient | undefined
        const wallet = await getWalletClient(config)
        if (!client) throw new Refused(refusals.network)
        const at: ActTools['at'] = (step) => setState({ step })

        const transact: ActTools['transact'] = async (call) => {
          at('preparing')
          // The generic call is checked where it is written; viem's own type cannot follow it here.
          const { request } = await client.simulateContract({ ...call, account: address } as never)
          at('signing')
          const hash: Hex = await wallet.writeContract({
            ...(request as object),
            account: wallet.account,
          } as never)
          at('confirming')
          const receipt = await client.waitForTransactionReceipt({ hash })
          if (receipt.status !== 'success')
            throw new Refused({ ...refusals.reverted, details: hash })
          return receipt
        }

        const result = await latest.current(
          { settings, account: address, client, wallet, at, transact },
          input,
        )
        setState({ step: 'done', result })
        void queries.invalidateQueries()
        return result
      } catch (error) {
        setState({ step: 'refused', refusal: refusalOf(error, settings) })
        return undefined
      } finally {
        running.current = false
      }
    },
    [config, settings, queries],
  )

  const reset = useCallback(() => setState({ step: 'idle' }), [])
  const busy = !['idle', 'done', 'refused'].includes(state.step)
  return { state, busy, run, reset }
}
