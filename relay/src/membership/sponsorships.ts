// SPDX-License-Identifier: AGPL-3.0-or-later
/** Gathers the signatures of those who sponsor an applicant, until the roll has taken them. */

import type { SignedSponsorship, Sponsorships } from '@phyle/sdk/chapters/membership/api'
import { ADMISSION } from '@phyle/sdk/chapters/statutes/enums'
import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { iMembershipAbi, iStatutesAbi } from '@phyle/sdk/generated/abi'
import { type Address, hashTypedData } from 'viem'
import { ACCOUNT_GAS, type Assemblies } from '../assembly/assemblies.ts'
import type { Chain } from '../chain/chain.ts'
import { limitOf } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import type { Filed, SponsorshipStore } from './sponsorshipStore.ts'

/** More than any co-op asks for; who comes later is not needed. */
const MOST_SPONSORS = 50

/** A member may sign this often at once, and then every so many seconds. */
const WORDS = 20
const SECONDS_A_WORD = 30

export type SponsorshipDesk = ReturnType<typeof openSponsorships>

export function openSponsorships(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly store: SponsorshipStore
}) {
  const { chain, assemblies, store } = services
  const { client } = chain
  const words = limitOf(WORDS, 1 / SECONDS_A_WORD)

  /** The application as the roll has it now; null where there is none that holds. */
  const filedOf = async (membership: Address, applicant: Address): Promise<Filed | null> => {
    const [[place, , deadline], { time }] = await Promise.all([
      client.readContract({
        address: membership,
        abi: iMembershipAbi,
        functionName: 'applicationOf',
        args: [applicant],
      }),
      chain.head('fresh'),
    ])
    if (deadline < BigInt(time)) return null
    return { membership, applicant, class: place, deadline: Number(deadline) }
  }

  /** The class in which a wallet is on the roll now; null where it is not. */
  const classOf = async (membership: Address, wallet: Address): Promise<number | null> => {
    const member = await client.readContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'memberOf',
      args: [wallet],
    })
    return member.id === 0 || member.left !== 0 ? null : member.class
  }

  const hasTakenBack = (
    { membership, applicant, class: place, deadline }: Filed,
    sponsor: Address,
  ) =>
    client.readContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'hasWithdrawnSponsorship',
      args: [sponsor, applicant, place, BigInt(deadline)],
    })

  const policyOf = async (membership: Address) => {
    const statutes = await client.readContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'statutes',
    })
    const at = { address: statutes, abi: iStatutesAbi } as const
    const [[policy, needed], name] = await Promise.all([
      client.readContract({ ...at, functionName: 'admission' }),
      client.readContract({ ...at, functionName: 'name' }),
    ])
    return { bySponsors: policy === ADMISSION.BY_SPONSORS, needed, name }
  }

  const read = async (assembly: Address, applicant: Address): Promise<Sponsorships> => {
    const { membership } = await assemblies.assemblyOf(assembly)
    const [filed, belongs] = await Promise.all([
      filedOf(membership, applicant),
      classOf(membership, applicant),
    ])
    // Only what the roll says clears them: a node that is behind has nothing to say.
    if (filed || belongs !== null) await store.clear({ membership, applicant }, filed)
    if (!filed) return { applicant, sponsorships: [] }
    const kept = await store.of(filed)
    const counts = await Promise.all(
      kept.map(async ({ sponsor }) => {
        const [place, back] = await Promise.all([
          classOf(membership, sponsor),
          hasTakenBack(filed, sponsor),
        ])
        // A class keeps its own gate.
        return place === filed.class && !back
      }),
    )
    return { applicant, sponsorships: kept.filter((_, at) => counts[at]) }
  }

  return {
    read,

    async put({ signature, ...given }: SignedSponsorship): Promise<Sponsorships> {
      if (given.chainId !== chain.chainId) {
        const why = `This relay serves chain ${chain.chainId}.`
        throw new Refusal('wrongChain', why, 'Switch the network in your wallet and sign again.')
      }
      const { membership } = await assemblies.assemblyOf(given.assembly)
      const [filed, { bySponsors, name }, belongs] = await Promise.all([
        filedOf(membership, given.applicant),
        policyOf(membership),
        classOf(membership, given.sponsor),
      ])
      if (
        !bySponsors ||
        !filed ||
        filed.class !== given.class ||
        filed.deadline !== given.deadline
      ) {
        const why = 'There is no such open application that sponsors can admit.'
        throw new Refusal('notFound', why, 'Open the page of the co-op: it shows who asks to join.')
      }
      if (belongs === null) {
        const why = 'Only members can sponsor somebody.'
        throw new Refusal('notOnTheRoll', why, 'Sign with the wallet that is on the list.')
      }
      // G11, MEM-6
      if (belongs !== filed.class) {
        const why = 'Only members of the class that is entered can sponsor somebody for it.'
        throw new Refusal('otherClass', why, 'Ask a member of that class.')
      }
      if (await hasTakenBack(filed, given.sponsor)) {
        const why = 'This member took back their word for this application.'
        throw new Refusal('takenBack', why, 'Somebody else can sponsor it, or they apply again.')
      }
      const typed = sponsorshipTypedData(chain.chainId, membership, {
        cooperative: name,
        applicant: given.applicant,
        class: given.class,
        sponsor: given.sponsor,
        deadline: BigInt(given.deadline),
      })
      const digest = hashTypedData(typed)
      if ((await assemblies.signedBy(given.sponsor, digest, signature, ACCOUNT_GAS)) === null) {
        const why = 'The signature is not this member’s for this applicant.'
        throw new Refusal('notSigned', why, 'Open the page again and sign anew.')
      }
      if (!words.take(given.sponsor.toLowerCase())) {
        const why = 'You signed very often in a short time.'
        throw new Refusal('tooMany', why, `Wait ${SECONDS_A_WORD} seconds.`)
      }
      const kept = await store.of(filed)
      if (kept.length >= MOST_SPONSORS) {
        throw new Refusal('full', 'There are sponsors enough.', 'Admit the applicant now.')
      }
      const { time } = await chain.head()
      await store.forgetBefore(time)
      await store.put(filed, { sponsor: given.sponsor, signature })
      return read(given.assembly, given.applicant)
    },
  }
}
