import type {
  BallotReceipt,
  BallotStatus,
  Departure,
  KeptReason,
  SignedBallot,
  SignedReason,
} from '@phyle/sdk/chapters/assembly/api'
import type {
  Founding,
  FoundingDraft,
  FoundingSignature,
} from '@phyle/sdk/chapters/cooperative/api'
import { checkedDocument, documentPath } from '@phyle/sdk/documents'
import { reasonTypedData } from '@phyle/sdk/reason'
import type { DocumentType, StoredDocument } from '@phyle/sdk/relay-api'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type Address, type Hex, isAddressEqual, verifyTypedData } from 'viem'
import { usePublicClient } from 'wagmi'
import { ask, json, post, RelayDown } from './relayClient.ts'
import { useSettings } from './settings.tsx'

export const postBallot = (base: string, ballot: SignedBallot) =>
  json<BallotReceipt>(ask(base, '/ballots', post(ballot)))

/** What the relay has of one member in one vote: the ballot, and changes of it once it was counted. */
const readBallots = (base: string, assembly: Address, proposal: string, member: Address) =>
  json<readonly BallotStatus[]>(
    ask(base, `/ballots?${new URLSearchParams({ assembly, proposal, member })}`),
  )

/** The number of a change; 0 of a ballot, and of what an older version of the app kept without one. */
export const numberOf = ({ change }: Partial<Pick<BallotStatus, 'change'>>): bigint =>
  BigInt(change ?? 0)

/** What the relay has of one member's ballot in one vote: the last change, or the newest; null where it has none. */
export async function readBallot(
  base: string,
  assembly: Address,
  proposal: string,
  member: Address,
): Promise<BallotStatus | null> {
  const all = await readBallots(base, assembly, proposal, member)
  const newest = (a: BallotStatus, b: BallotStatus) =>
    Number(numberOf(b) - numberOf(a)) || b.received - a.received
  return all.toSorted(newest)[0] ?? null
}

/** Has what waits for a vote sent now; only where the relay offers it. */
export const sendNow = (base: string, vote: Departure) =>
  json<Departure>(ask(base, '/ballots/departures', post(vote)))

export const putDocument = (base: string, text: string, type: DocumentType) =>
  json<StoredDocument>(
    ask(base, '/documents', { method: 'PUT', headers: { 'content-type': type }, body: text }),
  )

export async function getDocument(base: string, digest: Hex): Promise<string> {
  const answer = await ask(base, documentPath(digest))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return new TextDecoder().decode(checkedDocument(bytes, digest))
}

export const postFounding = (base: string, draft: FoundingDraft) =>
  json<Founding>(ask(base, '/foundings', post(draft)))

export const getFounding = (base: string, hash: string) =>
  json<Founding>(ask(base, `/foundings/${hash}`))

export const postFounderSignature = (base: string, hash: string, signature: FoundingSignature) =>
  json<Founding>(ask(base, `/foundings/${hash}/signatures`, post(signature)))

export const postReason = (base: string, reason: SignedReason) =>
  json<KeptReason>(ask(base, '/reasons', post(reason)))

type Vote = Pick<SignedReason, 'assembly' | 'proposal'>

const askReasons = (base: string, { assembly, proposal }: Vote, rest: Record<string, Address>) =>
  json<readonly KeptReason[]>(
    ask(base, `/reasons?${new URLSearchParams({ assembly, proposal, ...rest })}`),
  )

/** What one member said beside their ballot; undefined where they said nothing. */
export const getReason = async (base: string, vote: Vote, member: Address) =>
  (await askReasons(base, vote, { member })).find((one) => isAddressEqual(one.member, member))

/** Reads no more than this of a vote: more reasons nobody reads. */
const MOST_REASONS = 1_000

async function getReasons(base: string, vote: Vote): Promise<readonly KeptReason[]> {
  const all: KeptReason[] = []
  let after: Address | undefined
  while (all.length < MOST_REASONS) {
    const page = await askReasons(base, vote, after ? { after } : {})
    all.push(...page)
    const last = page.at(-1)?.member
    // A postbox that does not go on is asked no more.
    if (!last || last === after) break
    after = last
  }
  return all
}

/** Reasons that the relay keeps beside ballots; only those that their member signed, for this vote. */
export function useKeptReasons(vote: Vote & Pick<SignedReason, 'resolution'>) {
  const { relayUrl, chainId } = useSettings()
  const client = usePublicClient()
  return useQuery({
    queryKey: ['reasons', vote.assembly, vote.proposal],
    enabled: client !== undefined,
    refetchInterval: 30_000,
    retry: 0,
    queryFn: async (): Promise<readonly KeptReason[]> => {
      if (!client) throw new Error('not enabled')
      const { assembly, proposal, resolution } = vote
      const kept = await getReasons(relayUrl, vote)
      const isGenuine = async (one: KeptReason) => {
        const signed = {
          ...reasonTypedData({ ...one, chainId, assembly, proposal, resolution }),
          address: one.member,
          signature: one.signature,
        }
        // Only an account with code has to be asked on the network.
        const isOfKey = await verifyTypedData(signed).catch(() => false)
        return isOfKey || client.verifyTypedData(signed)
      }
      // One that is none at all hides no other.
      const genuine = await Promise.all(kept.map((one) => isGenuine(one).catch(() => false)))
      return kept.filter((_, at) => genuine[at])
    },
  })
}

/** What the relay knows of one member's ballot in one vote: the newest first. */
export function useRelayedBallot(assembly: Address, proposal: string, member: Address | undefined) {
  const { relayUrl } = useSettings()
  return useQuery({
    queryKey: ['relayed', assembly, proposal, member],
    enabled: member !== undefined,
    refetchInterval: (query) => {
      const state = query.state.data?.state
      return state === 'waiting' || state === 'sent' ? 2_000 : 30_000
    },
    retry: 0,
    queryFn: () => member && readBallot(relayUrl, assembly, proposal, member),
  })
}

const documentQuery = (relayUrl: string, digest: Hex | null | undefined) => ({
  queryKey: ['document', digest],
  enabled: !!digest && !/^0x0*$/.test(digest),
  staleTime: Number.POSITIVE_INFINITY,
  retry: 1,
  queryFn: async (): Promise<string | null> => {
    if (!digest) return null
    return getDocument(relayUrl, digest).catch((error) => {
      if (error instanceof RelayDown) throw error
      return null
    })
  },
})

/** A document by its digest, checked on this device; null when the relay does not have it. */
export function useDocument(digest: Hex | null | undefined) {
  const { relayUrl } = useSettings()
  return useQuery(documentQuery(relayUrl, digest))
}

/** Several documents, in the order of their digests. */
export function useDocuments(digests: readonly Hex[]) {
  const { relayUrl } = useSettings()
  return useQueries({ queries: digests.map((digest) => documentQuery(relayUrl, digest)) })
}
