import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type Account,
  type Address,
  BaseError,
  type Chain,
  type Hex,
  type PublicClient,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
} from 'viem'
import { getNodeError } from 'viem/utils'
import { type Config, useConfig } from 'wagmi'
import { getConnection, getPublicClient, getWalletClient, switchChain } from 'wagmi/actions'
import { chainName } from '../chain/config.ts'
import { refusalOf } from '../chain/refusal.ts'
import { type Refusal, Refused } from '../chain/refused.ts'
import { useSettings } from '../chain/settings.tsx'
import type { Settings } from '../env.ts'
import { refusals } from '../words/refusals/words.ts'
import { lookAgain } from './follow.ts'
import { intents } from './intents.ts'
import { type Call, release, send, Unhappy } from './send.ts'

/**
 * Where an act stands. A person sees each of these in words.
 *
 * Up to `signing` nothing was sent. After it, only `refused` means so; `failed` and `replaced` are
 * what became of something that was sent.
 */
export type ActState<Result> =
  | { readonly step: 'idle' | 'preparing' | 'signing' | 'sending' }
  | { readonly step: 'confirming'; readonly hash?: Hex }
  /** It may have been sent; the wallet or the network does not say. */
  | { readonly step: 'unknown'; readonly hash: Hex | null }
  /** The network has no trace of it. */
  | {
      readonly step: 'unseen'
      readonly hash: Hex | null
      /** Why the wallet did not send it, where it gave a reason. */
      readonly said: string | null
      lookAgain(): void
      giveUp(): void
    }
  | { readonly step: 'done'; readonly result: Result }
  | { readonly step: 'refused' | 'failed' | 'replaced'; readonly refusal: Refusal }

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

const OVER = ['idle', 'done', 'refused', 'failed', 'replaced']

const wrongChain = (settings: Settings): Refusal => {
  const { why, now } = refusals.wrongChain
  return { why, now: now({ name: chainName(settings) }) }
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
  /** The acts that were sent from here; they are told here for as long as this is on the page. */
  const told = useRef<Set<string> | null>(new Set())
  useEffect(() => {
    const here = new Set<string>()
    told.current = here
    return () => {
      told.current = null
      intents.hide(here)
    }
  }, [])

  const run = useCallback(
    async (input: Input): Promise<Result | undefined> => {
      if (running.current) return undefined
      running.current = true
      setState({ step: 'preparing' })
      /** How many calls of this act were recorded. */
      let recorded = 0
      try {
        const { address, chainId } = getConnection(config)
        if (!address) throw new Refused(refusals.signedOut)
        if (chainId !== settings.chainId) {
          await switchChain(config, { chainId: settings.chainId }).catch(() => {
            throw new Refused(wrongChain(settings))
          })
        }
        const client = getPublicClient(config) as PublicClient | undefined
        const wallet = await getWalletClient(config)
        if (!client) throw new Refused(refusals.beforeSending)
        const at: ActTools['at'] = (step) => setState({ step })

        const transact: ActTools['transact'] = async (simulation) => {
          at('preparing')
          // The call is checked where it is simulated; wagmi's own type cannot follow it here.
          const call = (await simulation).request as Call
          if ((await wallet.getChainId()) !== settings.chainId) {
            throw new Refused(wrongChain(settings))
          }
          const watch = { id: '', said: null as string | null }
          const show = () => {
            const intent = intents.get(watch.id)
            if (intent) setState((before) => shownAs(intent, watch.said) ?? before)
          }
          const unsubscribe = intents.subscribe(show)
          const sending = {
            client,
            wallet,
            account: address,
            chainId: settings.chainId,
            begun(id: string) {
              watch.id = id
              if (told.current) {
                told.current.add(id)
                intents.show(id)
              }
              at('signing')
            },
            said(error: unknown) {
              watch.said = saidBy(error, settings)
            },
          }
          try {
            const receipt = await send(sending, call)
            recorded += 1
            return receipt
          } finally {
            unsubscribe()
            if (told.current?.has(watch.id)) intents.remove(watch.id)
          }
        }

        const result = await latest.current(
          { settings, account: address, config, client, wallet, at, transact },
          input,
        )
        setState({ step: 'done', result })
        return result
      } catch (error) {
        const step = error instanceof Unhappy ? error.step : 'refused'
        const when = recorded > 0 ? 'between' : 'before'
        setState({ step, refusal: refusalOf(error, settings, when, getConnection(config).address) })
        return undefined
      } finally {
        running.current = false
        // No page that is opened next shows figures of before.
        if (recorded > 0) queries.removeQueries({ type: 'inactive' })
        void queries.invalidateQueries()
      }
    },
    [config, settings, queries],
  )

  const reset = useCallback(() => {
    if (!running.current) setState({ step: 'idle' })
  }, [])
  return { state, busy: !OVER.includes(state.step), run, reset }
}

/** Why a wallet did not send: in our words where we know them, else in its own. */
function saidBy(error: unknown, settings: Settings): string {
  const known = error instanceof BaseError ? getNodeError(error, {}) : error
  const { why, now } = refusalOf(known, settings, 'sending')
  if (why !== refusals.unknown.why) return `${why} ${now}`
  return error instanceof BaseError ? error.details || error.shortMessage : String(error)
}

/** How the page shows what was sent from it; null where an end follows at once. */
function shownAs(
  { id, state, hash }: NonNullable<ReturnType<typeof intents.get>>,
  said: string | null,
): ActState<never> | null {
  switch (state) {
    case 'asked':
      return { step: 'signing' }
    case 'sent':
      return { step: 'confirming', ...(hash !== null && { hash }) }
    case 'unknown':
      return { step: 'unknown', hash }
    case 'unseen':
      return {
        step: 'unseen',
        hash,
        said,
        lookAgain: () => lookAgain(id),
        giveUp: () => release(id),
      }
    default:
      return null
  }
}
