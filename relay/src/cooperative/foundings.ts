// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps what a group wants to found, and collects the founders' signatures by link. */

import type {
  Founding,
  FoundingDraft,
  FoundingSignature,
} from '@phyle/sdk/chapters/cooperative/api'
import { iRegistrarAbi } from '@phyle/sdk/generated/abi'
import { type Hex, isAddressEqual } from 'viem'
import { ACCOUNT_GAS, type Assemblies } from '../assembly/assemblies.ts'
import type { Chain } from '../chain/chain.ts'
import { isRefusal, refusalName } from '../chain/errors.ts'
import { TOGETHER } from '../chain/many.ts'
import type { Env } from '../env.ts'
import { Refusal } from '../refusal.ts'
import { remembered } from '../remembered.ts'
import type { FoundingStore } from './foundingStore.ts'

/** Of signatures, in hexadecimal digits: a founding is one answer. */
const MOST_SIGNATURES = 120_000
const LONGEST_SECONDS = 366 * 86_400

export type Foundings = ReturnType<typeof openFoundings>

export function openFoundings(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly store: FoundingStore
  readonly env: Pick<Env, 'deployment'>
}) {
  const { chain, assemblies, store, env } = services
  const { client } = chain
  const asked = remembered<Awaited<ReturnType<typeof askChain>>>(1_000)

  const charterOf = ({ charter }: FoundingDraft) => {
    const [ordinary, consent, special, entrenched] = charter.rules
    const rules = [ordinary, consent, special, entrenched].map(BigInt)
    return { ...charter, rules: rules as unknown as readonly [bigint, bigint, bigint, bigint] }
  }

  const hashOf = ({ registrar, founders, nonce, deadline, ...draft }: FoundingDraft) =>
    client.readContract({
      address: registrar,
      abi: iRegistrarAbi,
      functionName: 'foundingHash',
      args: [
        charterOf({ registrar, founders, nonce, deadline, ...draft }),
        founders,
        BigInt(nonce),
        BigInt(deadline),
      ],
    })

  const draftOf = async (hash: Hex): Promise<FoundingDraft> => {
    const draft = await store.draft(hash)
    if (draft) return draft
    const why = 'There is no founding under this link, or nobody signed it within a day.'
    throw new Refusal('notFound', why, 'Ask whoever sent it for the whole link, or for a new one.')
  }

  /** All that the Registrar says of a founding, in a question or two however many found. */
  const askChain = async (hash: Hex, draft: FoundingDraft) => {
    const at = { address: draft.registrar, abi: iRegistrarAbi } as const
    const ofEach = (functionName: 'hasConsented' | 'hasWithdrawn') =>
      client.multicall({
        ...TOGETHER,
        contracts: draft.founders.map(
          ({ wallet }) => ({ ...at, functionName, args: [hash, wallet] }) as const,
        ),
      })
    const [organs, consents, withdrawals] = await Promise.all([
      client.readContract({ ...at, functionName: 'organsOf', args: [hash, charterOf(draft)] }),
      ofEach('hasConsented'),
      ofEach('hasWithdrawn'),
    ])
    const args = [organs.cooperative] as const
    const founded = await client.readContract({ ...at, functionName: 'isFounded', args })
    return { cooperative: organs.cooperative, consents, withdrawals, founded }
  }

  const read = async (hash: Hex): Promise<Founding> => {
    const draft = await draftOf(hash)
    const { block } = await chain.head('fresh')
    const [kept, { cooperative, consents, withdrawals, founded }] = await Promise.all([
      store.signatures(hash),
      // Within a block nothing changes, however often it is asked.
      asked(`${hash}/${block}`, () => askChain(hash, draft)),
    ])
    const wallets = draft.founders.map(({ wallet }) => wallet)
    const withdrawn = wallets.filter((_, i) => withdrawals[i])
    const signatures = wallets
      .filter((_, i) => !withdrawals[i])
      .flatMap((wallet) => kept.filter(({ founder }) => isAddressEqual(founder, wallet)))
    const consented = wallets.filter((_, i) => consents[i])
    const given = [...signatures.map(({ founder }) => founder), ...consented]
    if (given.length > 0) await store.keep(hash)
    return {
      hash,
      draft,
      signatures,
      consented,
      withdrawn,
      missing: wallets.filter((wallet) => !given.some((other) => isAddressEqual(other, wallet))),
      cooperative,
      founded,
    }
  }

  return {
    read,

    async open(draft: FoundingDraft): Promise<Founding> {
      if (draft.chainId !== chain.chainId) {
        const why = `This relay serves chain ${chain.chainId}.`
        throw new Refusal('wrongChain', why, 'Switch the network and make the draft again.')
      }
      const { registrars } = env.deployment
      if (!registrars.some((registrar) => isAddressEqual(registrar, draft.registrar))) {
        const why = 'The draft is for a Registrar that this relay does not know.'
        throw new Refusal('charterRefused', why, `Use the Registrar ${registrars[0]}.`)
      }
      const { time } = await chain.head('fresh')
      if (BigInt(draft.deadline) <= BigInt(time)) throw tooOld()
      if (BigInt(draft.deadline) > BigInt(time + LONGEST_SECONDS)) {
        const why = 'The founders get more than a year to sign.'
        throw new Refusal('charterRefused', why, 'Name an earlier date and make the draft again.')
      }
      await store.prune(time)
      const hash = await hashOf(draft).catch((error: unknown) => {
        if (!isRefusal(error)) throw error
        const why = `The Registrar refuses this charter: ${refusalName(error) || 'no reason given'}.`
        throw new Refusal('charterRefused', why, 'Correct the charter and make the draft again.')
      })
      await store.put(hash, draft)
      return read(hash)
    },

    async sign(hash: Hex, { founder, signature }: FoundingSignature): Promise<Founding> {
      const draft = await draftOf(hash)
      if (!draft.founders.some(({ wallet }) => isAddressEqual(wallet, founder))) {
        const why = 'This wallet is not one of the founders of the draft.'
        throw new Refusal('notAFounder', why, 'Sign with the wallet that the draft names.')
      }
      const { time } = await chain.head('fresh')
      if (BigInt(draft.deadline) <= BigInt(time)) throw tooOld()
      const by = await assemblies.signedBy(founder, hash, signature, ACCOUNT_GAS)
      if (by === null) {
        const why = 'The signature is not this founder’s for this draft.'
        throw new Refusal('notSigned', why, 'Open the link again and sign what it shows.')
      }
      const { withdrawn } = await read(hash)
      if (withdrawn.some((one) => isAddressEqual(one, founder))) {
        const why = 'This founder took their word back on the chain.'
        throw new Refusal('takenBack', why, 'Give it again on the page of the founding.')
      }
      const kept = await store.signatures(hash)
      const others = kept.filter((one) => !isAddressEqual(one.founder, founder))
      const length = others.reduce((sum, one) => sum + one.signature.length, signature.length)
      if (length > MOST_SIGNATURES) {
        const why = 'The signatures of this founding are too long together.'
        throw new Refusal('tooLarge', why, 'Call `consent` of the Registrar from this account.')
      }
      await store.sign(hash, { founder, signature })
      await store.keep(hash)
      return read(hash)
    },
  }
}

const tooOld = () =>
  new Refusal(
    'expired',
    'The time for signing this founding is over.',
    'Make the draft again with a later date, and let everybody sign it anew.',
  )
