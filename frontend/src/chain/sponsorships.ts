import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type {
  Application,
  SignedSponsorship,
  Sponsorship,
  Sponsorships,
} from '@phyle/sdk/chapters/membership/api'
import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { type Address, isAddressEqual, type PublicClient, recoverTypedDataAddress } from 'viem'
import { usePublicClient } from 'wagmi'
import { ask, json, post } from './relayClient.ts'
import { useSettings } from './settings.tsx'

export const postSponsorship = (base: string, given: SignedSponsorship) =>
  json<Sponsorships>(ask(base, '/sponsorships', post(given)))

type Coop = Pick<CoopSummary, 'name' | 'membership' | 'assembly'>
type Applied = Pick<Application, 'wallet' | 'class' | 'deadline'>

/** Whether a sponsor signed for this application, by their key or by the code of their account. */
export async function isSponsored(
  client: PublicClient,
  chainId: number,
  coop: Pick<Coop, 'name' | 'membership'>,
  { wallet, class: group, deadline }: Applied,
  { sponsor, signature }: Sponsorship,
): Promise<boolean> {
  const typed = sponsorshipTypedData(chainId, coop.membership, {
    cooperative: coop.name,
    applicant: wallet,
    class: group,
    sponsor,
    deadline: BigInt(deadline),
  })
  const signer = await recoverTypedDataAddress({ ...typed, signature }).catch(() => null)
  if (signer && isAddressEqual(signer, sponsor)) return true
  return client.verifyTypedData({ ...typed, address: sponsor, signature }).catch(() => false)
}

/**
 * The words that count, each sponsor's once: signed by them for this application, and of somebody who
 * is on the roll in the class that is entered. Anybody can put any words into a link.
 *
 * @rule MEM-6
 */
export async function wordsThatCount(
  client: PublicClient,
  chainId: number,
  coop: Pick<Coop, 'name' | 'membership'>,
  application: Applied,
  given: readonly Sponsorship[],
): Promise<readonly Sponsorship[]> {
  const counts = await Promise.all(
    given.map(
      async (one) =>
        (await isSponsored(client, chainId, coop, application, one)) &&
        (await belongsTo(client, coop.membership, one.sponsor, application.class)) &&
        !(await tookBack(client, coop.membership, one.sponsor, application)),
    ),
  )
  return onceEach(given.filter((_, at) => counts[at]))
}

/** Whether a sponsor took back what they signed for an application. */
const tookBack = (
  client: PublicClient,
  membership: Address,
  sponsor: Address,
  { wallet, class: group, deadline }: Applied,
): Promise<boolean> =>
  client.readContract({
    address: membership,
    abi: iMembershipAbi,
    functionName: 'hasWithdrawnSponsorship',
    args: [sponsor, wallet, group, BigInt(deadline)],
  })

async function belongsTo(
  client: PublicClient,
  membership: Address,
  wallet: Address,
  group: number,
): Promise<boolean> {
  const member = await client.readContract({
    address: membership,
    abi: iMembershipAbi,
    functionName: 'memberOf',
    args: [wallet],
  })
  return member.id !== 0 && member.left === 0 && member.class === group
}

interface Gathered {
  /** Each sponsor once, with a signature that was checked here. */
  readonly words: readonly Sponsorship[]
  /** Whether the postbox told its part. */
  readonly answers: boolean
}

const NO_WORDS: readonly Sponsorship[] = []

/** The sponsors' words for an application: those at the postbox, and those that came in a link. */
export function useSponsorships(
  coop: Coop,
  application: Applied | undefined,
  byLink: readonly Sponsorship[] = NO_WORDS,
) {
  const { relayUrl, chainId, local } = useSettings()
  const client = usePublicClient()
  return useQuery({
    queryKey: [
      'sponsorships',
      coop.assembly,
      application?.wallet,
      application?.deadline,
      byLink.map(({ signature }) => signature).join(),
    ],
    enabled: client !== undefined && application !== undefined,
    refetchInterval: local ? 3_000 : 15_000,
    queryFn: async (): Promise<Gathered> => {
      if (!client || !application) throw new Error('not enabled')
      const query = new URLSearchParams({
        assembly: coop.assembly,
        applicant: application.wallet,
      })
      const posted = await json<Sponsorships>(ask(relayUrl, `/sponsorships?${query}`)).then(
        ({ sponsorships }) => sponsorships,
        () => null,
      )
      const given = [...(posted ?? []), ...byLink]
      const words = await wordsThatCount(client, chainId, coop, application, given)
      return { words, answers: posted !== null }
    },
  })
}

const onceEach = (all: readonly Sponsorship[]): readonly Sponsorship[] =>
  all.filter(
    ({ sponsor }, at) => all.findIndex((other) => isAddressEqual(other.sponsor, sponsor)) === at,
  )
