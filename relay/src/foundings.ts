// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps what a group wants to found, and collects the founders' signatures by link. */
import { iRegistrarAbi } from '@phyle/sdk/generated/abi'
import type { Founding, FoundingDraft, FoundingSignature } from '@phyle/sdk/relay-api'
import { type Hex, isAddressEqual } from 'viem'
import { ACCOUNT_GAS, type Assemblies } from './chain/assemblies.ts'
import type { Chain } from './chain/chain.ts'
import { isRefusal, refusalName } from './chain/errors.ts'
import type { Env } from './env.ts'
import { Refusal } from './refusal.ts'
import type { Database } from './store/database.ts'

export type Foundings = ReturnType<typeof openFoundings>

export function openFoundings(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly database: Database
  readonly env: Pick<Env, 'deployment'>
}) {
  const { chain, assemblies, database, env } = services
  const { client } = chain

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
    const [row] = await database.rows<{ draft: string }>(
      `SELECT draft FROM foundings WHERE hash = $1`,
      [hash.toLowerCase()],
    )
    if (row) return JSON.parse(row.draft)
    const why = 'There is no founding under this link.'
    throw new Refusal('notFound', why, 'Ask whoever sent it for the whole link.')
  }

  const signaturesOf = (hash: Hex) =>
    database.rows<FoundingSignature>(
      `SELECT founder, signature FROM founding_signatures WHERE hash = $1`,
      [hash.toLowerCase()],
    )

  const read = async (hash: Hex): Promise<Founding> => {
    const [draft, kept] = await Promise.all([draftOf(hash), signaturesOf(hash)])
    const at = { address: draft.registrar, abi: iRegistrarAbi } as const
    const [organs, consents] = await Promise.all([
      client.readContract({ ...at, functionName: 'organsOf', args: [hash, charterOf(draft)] }),
      Promise.all(
        draft.founders.map(({ wallet }) =>
          client.readContract({ ...at, functionName: 'hasConsented', args: [hash, wallet] }),
        ),
      ),
    ])
    const founded = await client.readContract({
      ...at,
      functionName: 'isFounded',
      args: [organs.cooperative],
    })
    const wallets = draft.founders.map(({ wallet }) => wallet)
    const signatures = wallets.flatMap((wallet) =>
      kept.filter(({ founder }) => isAddressEqual(founder, wallet)),
    )
    const consented = wallets.filter((_, i) => consents[i])
    const given = [...signatures.map(({ founder }) => founder), ...consented]
    return {
      hash,
      draft,
      signatures,
      consented,
      missing: wallets.filter((wallet) => !given.some((other) => isAddressEqual(other, wallet))),
      cooperative: organs.cooperative,
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
      const hash = await hashOf(draft).catch((error: unknown) => {
        if (!isRefusal(error)) throw error
        const why = `The Registrar refuses this charter: ${refusalName(error) || 'no reason given'}.`
        throw new Refusal('charterRefused', why, 'Correct the charter and make the draft again.')
      })
      await database.run({
        sql: `INSERT INTO foundings (hash, draft) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING`,
        values: [hash.toLowerCase(), JSON.stringify(draft)],
      })
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
      await database.run({
        sql: `INSERT INTO founding_signatures (hash, founder, signature) VALUES ($1, $2, $3)
              ON CONFLICT (hash, founder) DO UPDATE SET signature = excluded.signature`,
        values: [hash.toLowerCase(), founder, signature],
      })
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
