import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { Application, Sponsorship } from '@phyle/sdk/chapters/membership/api'
import { documentDigest } from '@phyle/sdk/documents'
import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { type Address, zeroHash } from 'viem'
import { putDocument } from '../chain/relay.ts'
import { RelayDown } from '../chain/relayClient.ts'
import { postSponsorship } from '../chain/sponsorships.ts'
import {
  simulateMembershipAdmitBySponsors,
  simulateMembershipApplyFor,
  simulateMembershipNoteSilence,
  simulateMembershipResign,
  simulateMembershipSpeakUp,
  simulateMembershipStrikeOff,
  simulateMembershipWithdrawApplication,
  simulateMembershipWithdrawSponsorship,
} from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

const DAY = 86_400n

interface ApplyInput {
  readonly membership: Address
  readonly class: number
  readonly about: string
}

async function apply(tools: ActTools, input: ApplyInput) {
  const about = input.about.trim()
  if (about !== '') await putDocument(tools.settings.relayUrl, about, 'text/plain')
  const { timestamp } = await tools.client.getBlock()
  return tools.transact(
    simulateMembershipApplyFor(tools.config, {
      account: tools.account,
      address: input.membership,
      args: [input.class, about === '' ? zeroHash : documentDigest(about), timestamp + 90n * DAY],
    }),
  )
}

interface WithdrawInput {
  readonly membership: Address
  /** In seconds: what ends by then is taken back. */
  readonly deadline: number
}

const withdraw = async (tools: ActTools, { membership, deadline }: WithdrawInput) =>
  tools.transact(
    simulateMembershipWithdrawApplication(tools.config, {
      account: tools.account,
      address: membership,
      args: [BigInt(deadline)],
    }),
  )

const resign = async (tools: ActTools, membership: Address) =>
  tools.transact(
    simulateMembershipResign(tools.config, { account: tools.account, address: membership }),
  )

const speakUp = async (tools: ActTools, membership: Address) =>
  tools.transact(
    simulateMembershipSpeakUp(tools.config, { account: tools.account, address: membership }),
  )

interface AboutMember {
  readonly membership: Address
  readonly wallet: Address
}

const noteSilence = async (tools: ActTools, { membership, wallet }: AboutMember) =>
  tools.transact(
    simulateMembershipNoteSilence(tools.config, {
      account: tools.account,
      address: membership,
      args: [wallet],
    }),
  )

const strikeOff = async (tools: ActTools, { membership, wallet }: AboutMember) =>
  tools.transact(
    simulateMembershipStrikeOff(tools.config, {
      account: tools.account,
      address: membership,
      args: [wallet],
    }),
  )

const unsponsor = async (tools: ActTools, { coop, application }: SponsorInput) =>
  tools.transact(
    simulateMembershipWithdrawSponsorship(tools.config, {
      account: tools.account,
      address: coop.membership,
      args: [application.wallet, application.class, BigInt(application.deadline)],
    }),
  )

interface SponsorInput {
  readonly coop: Pick<CoopSummary, 'name' | 'membership' | 'assembly'>
  readonly application: Pick<Application, 'wallet' | 'class' | 'deadline'>
}

/** A member's word, and whether the postbox has it: else it has to be handed on by hand. */
interface Given {
  readonly word: Sponsorship
  readonly atPostbox: boolean
}

async function sponsor(tools: ActTools, { coop, application }: SponsorInput): Promise<Given> {
  tools.at('signing')
  const typed = sponsorshipTypedData(tools.settings.chainId, coop.membership, {
    cooperative: coop.name,
    applicant: application.wallet,
    class: application.class,
    sponsor: tools.account,
    deadline: BigInt(application.deadline),
  })
  const word = { sponsor: tools.account, signature: await tools.wallet.signTypedData(typed) }
  tools.at('sending')
  const posted = postSponsorship(tools.settings.relayUrl, {
    ...word,
    chainId: tools.settings.chainId,
    assembly: coop.assembly,
    applicant: application.wallet,
    class: application.class,
    deadline: application.deadline,
  })
  const atPostbox = await posted.then(
    () => true,
    (error: unknown) => {
      // A postbox that answers and refuses has a reason that the member must know.
      if (error instanceof RelayDown) return false
      throw error
    },
  )
  return { word, atPostbox }
}

interface AdmitInput {
  readonly membership: Address
  readonly application: Pick<Application, 'wallet' | 'class' | 'deadline' | 'document'>
  readonly sponsorships: readonly Sponsorship[]
}

async function admit(tools: ActTools, { membership, application, sponsorships }: AdmitInput) {
  const sorted = sponsorships.toSorted((a, b) => (BigInt(a.sponsor) < BigInt(b.sponsor) ? -1 : 1))
  return tools.transact(
    simulateMembershipAdmitBySponsors(tools.config, {
      account: tools.account,
      address: membership,
      args: [
        {
          wallet: application.wallet,
          class: application.class,
          document: application.document ?? zeroHash,
          deadline: BigInt(application.deadline),
          signature: '0x',
        },
        sorted.map((one) => one.sponsor),
        sorted.map((one) => one.signature),
      ],
    }),
  )
}

/** Somebody applies for membership with their own transaction. */
export const useApply = () => useAct(apply)
/** Who applied takes it back, with all that they signed until then. */
export const useWithdrawApplication = () => useAct(withdraw)
/** A member leaves, with nobody's consent. */
export const useResign = () => useAct(resign)
/** A member says that they are there, which ends a notice of silence. */
export const useSpeakUp = () => useAct(speakUp)
/** Anyone gives notice of silence to a member. */
export const useNoteSilence = () => useAct(noteSilence)
/** Anyone strikes off a member who did not answer a notice. */
export const useStrikeOff = () => useAct(strikeOff)
/** A member vouches for an applicant by signature. */
export const useSponsor = () => useAct(sponsor)
/** A sponsor takes back what they signed, until the roll has taken it. */
export const useUnsponsor = () => useAct(unsponsor)
/** Anyone brings the sponsors' signatures to the roll. */
export const useAdmitBySponsors = () => useAct(admit)
