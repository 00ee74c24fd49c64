import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type {
  Account,
  Address,
  Chain,
  PublicClient,
  TransactionReceipt,
  Transport,
  WalletClient,
} from 'viem'
import { type Config, useConfig, useWriteContract } from 'wagmi'
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

/** What a generated `simulate…` answers: the call as it can be sent. */
type Simulation = Promise<{ readonly request: object }>

export interface ActTools {
  readonly settings: Settings
  readonly account: Address
  /** For the generated reads and simulations. */
  readonly config: Config
  readonly client: PublicClient
  readonly wallet: WalletClient<Transport, Chain, Account>
  at(step: 'preparing' | 'signing' | 'sending' | 'confirming'): void
  /** Asks the wallet for a call that was simulated, sends it and waits until it is recorded. */
  transact(simulation: Simulation): Promise<TransactionReceipt>
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
  const { mutateAsync: write } = useWriteContract()
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

        const transact: ActTools['transact'] = async (simulation) => {
          at('preparing')
          const { request } = await simulation
          at('signing')
          // The call is checked where it is simulated; wagmi's own type cannot follow it here.
          const hash = await write({ ...request, chainId: settings.chainId } as never)
          at('confirming')
          const receipt = await client.waitForTransactionReceipt({ hash })
          if (receipt.status !== 'success')
            throw new Refused({ ...refusals.reverted, details: hash })
          return receipt
        }

        const result = await latest.current(
          { settings, account: address, config, client, wallet, at, transact },
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
    [config, settings, queries, write],
  )

  const reset = useCallback(() => setState({ step: 'idle' }), [])
  const busy = !['idle', 'done', 'refused'].includes(state.step)
  return { state, busy, run, reset }
}
