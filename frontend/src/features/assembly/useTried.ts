import type { Action } from '@phyle/sdk/actions'
import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { explain, explainData } from '@phyle/sdk/errors/explain'
import { useQuery } from '@tanstack/react-query'
import { BaseError, ContractFunctionRevertedError, isHex } from 'viem'
import { useConfig } from 'wagmi'
import { useNameOf } from '../../chain/names.ts'
import { inWords, sayingIn } from '../../chain/refusal.ts'
import type { Refusal } from '../../chain/refused.ts'
import { useSettings } from '../../chain/settings.tsx'
import { simulateCooperativeExecute } from '../../generated/contracts.ts'
import { type Currency, money, shortAddress } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'

const words = propose.tried

/** Sets of classes, as bits: as if every class carried it, and none voted against it. */
const ALL_CLASSES = 0xff
const NO_CLASS = 0

interface Said {
  readonly nameOf: (address: string) => string | undefined
  readonly currency: Currency
}

/** Why the account could not carry something out, without the frame around it. */
export function failureOf(error: unknown, { nameOf, currency }: Said): Refusal {
  const saying = {
    ...sayingIn({ currency }),
    nameOf: (address: string) => nameOf(address) ?? shortAddress(address),
  }
  const outer = explain(error, saying)
  const { reason } = outer.args
  const inner = isHex(reason) && reason !== '0x' ? explainData(reason, saying) : outer
  const { name, args } = inner
  const { why, now } = inWords(inner)
  const { balance, needed, outflow, most } = args
  if (
    name === 'ERC20InsufficientBalance' &&
    typeof balance === 'bigint' &&
    typeof needed === 'bigint'
  ) {
    return {
      why: words.short({ have: money(balance, currency), needed: money(needed, currency) }),
      now: words.shortNow,
    }
  }
  // The contract's own words leave the amount bare: it cannot know of which currency it is.
  if (name === 'OverAThird' && typeof outflow === 'bigint' && typeof most === 'bigint') {
    return {
      why: words.third({ outflow: money(outflow, currency), most: money(most, currency) }),
      now,
    }
  }
  return { why, now: name === null ? '' : now }
}

/** What asks for the words of the proposal that carries it out can only be tried once it is put. */
function asksForItself(error: unknown): boolean {
  const { name, cause } = explain(error)
  return (cause?.name ?? name) === 'GovernorNonexistentProposal'
}

/**
 * Tries the actions as the assembly would have them carried out now, all of them in their order;
 * says why that fails, or nothing. It decides nothing: time and money may still change it.
 */
export function useTried(
  coop: Pick<CoopSummary, 'coop' | 'assembly'> | undefined,
  actions: readonly Action[],
  kind: Kind,
): Refusal | null {
  const config = useConfig()
  const nameOf = useNameOf()
  const { currency } = useSettings()
  const tried = useQuery({
    queryKey: ['tried', coop?.coop, kind, actions.map((one) => Object.values(one).join())],
    enabled: coop !== undefined && actions.length > 0,
    retry: false,
    refetchInterval: 15_000,
    queryFn: async () => {
      if (!coop) throw new Error('not enabled')
      try {
        await simulateCooperativeExecute(config, {
          account: coop.assembly,
          address: coop.coop,
          args: [
            0n,
            KINDS.indexOf(kind),
            ALL_CLASSES,
            NO_CLASS,
            actions.map(({ target }) => target),
            actions.map(({ value }) => value),
            actions.map(({ data }) => data),
          ],
        })
        return null
      } catch (error) {
        const reverted =
          error instanceof BaseError &&
          error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null
        // A network that does not answer says nothing about the proposal.
        return reverted && !asksForItself(error) ? error : null
      }
    },
  })
  return tried.data ? failureOf(tried.data, { nameOf, currency }) : null
}
