// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps the names and pictures that people chose for themselves, until they erase them. */

import type {
  Belonging,
  KeptProfile,
  KeptProfiles,
  SignedErasure,
  SignedProfile,
} from '@phyle/sdk/chapters/membership/api'
import { documentDigest } from '@phyle/sdk/documents'
import { PICTURE_BYTES, PICTURE_SIDE, pictureOf } from '@phyle/sdk/file-kind'
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import {
  type Erasure,
  erasureDigest,
  NAME_BYTES,
  nameFault,
  type Profile,
  profileDigest,
} from '@phyle/sdk/profile'
import { type Address, type Hex, isAddressEqual, zeroHash } from 'viem'
import { ACCOUNT_GAS, type Assemblies } from '../assembly/assemblies.ts'
import type { Chain } from '../chain/chain.ts'
import type { Foundings } from '../cooperative/foundings.ts'
import { limitOf } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { mustBeOfNow } from '../timely.ts'
import type { ProfileStore } from './profileStore.ts'

/** A person may change their name this often at once, and then every so many seconds. */
const CHANGES = 6
const SECONDS_A_CHANGE = 60

export type Profiles = ReturnType<typeof openProfiles>

export function openProfiles(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly foundings: Foundings
  readonly store: ProfileStore
}) {
  const { chain, assemblies, foundings, store } = services
  const { client } = chain
  const changes = limitOf(CHANGES, 1 / SECONDS_A_CHANGE)

  const mustBelong = async (member: Address, belongs: Belonging): Promise<void> => {
    if ('founding' in belongs) {
      const { signatures, consented } = await foundings.read(belongs.founding)
      const given = [...consented, ...signatures.map(({ founder }) => founder)]
      if (given.some((founder) => isAddressEqual(founder, member))) return
    } else {
      const { membership } = await assemblies.assemblyOf(belongs.assembly)
      const at = { address: membership, abi: iMembershipAbi, args: [member] } as const
      const [isMember, [, , deadline]] = await Promise.all([
        client.readContract({ ...at, functionName: 'isMember' }),
        client.readContract({ ...at, functionName: 'applicationOf' }),
      ])
      if (isMember || deadline !== 0n) return
    }
    const why = 'Names are kept for members, for applicants and for founders who have signed.'
    throw new Refusal('notKnown', why, 'Apply to a co-op first, then choose your name.')
  }

  /** The signature, the time in it, and that there is nothing newer. */
  const mustHold = async (of: Erasure, digest: Hex, signature: Hex): Promise<void> => {
    if (of.chainId !== chain.chainId) {
      const why = `This relay serves chain ${chain.chainId}, the signature is for ${of.chainId}.`
      throw new Refusal('wrongChain', why, 'Switch the network in your wallet and sign again.')
    }
    const { time } = await chain.head('fresh')
    mustBeOfNow(of, time)
    const by = await assemblies.signedBy(of.member, digest, signature, ACCOUNT_GAS)
    if (by === null) {
      const why = 'The signature is not this wallet’s for these words.'
      throw new Refusal('notSigned', why, 'Sign again with the wallet that it is about.')
    }
    if (!changes.take(of.member.toLowerCase())) {
      const why = 'You changed your name very often in a short time.'
      throw new Refusal('tooMany', why, `Wait ${SECONDS_A_CHANGE} seconds.`)
    }
    const newest = await store.issuedOf(of.member)
    if (newest !== null && newest >= of.issued) {
      const why = 'There is something newer of this wallet here.'
      throw new Refusal('older', why, 'Reload the page: it shows what holds.')
    }
  }

  return {
    of: (members: readonly Address[]): Promise<KeptProfiles> => store.of(members),
    imageOf: (member: Address): Promise<Uint8Array | null> => store.imageOf(member),

    async put({ signature, image, belongs, ...profile }: SignedProfile): Promise<KeptProfile> {
      mustBeAName(profile)
      const bytes = image === null ? null : Uint8Array.from(Buffer.from(image, 'base64'))
      mustBeThePicture(profile, bytes)
      await mustHold(profile, profileDigest(profile), signature)
      await mustBelong(profile.member, belongs)
      await store.put(profile, signature, bytes)
      const [kept] = (await store.of([profile.member])).profiles
      if (!kept) throw new Refusal('older', 'It was erased meanwhile.', 'Reload the page.')
      return kept
    },

    /** The words and the bytes go; the wallet and the time stay, so that nothing older comes back. */
    async erase({ signature, ...erasure }: SignedErasure): Promise<Omit<Erasure, 'chainId'>> {
      await mustHold(erasure, erasureDigest(erasure), signature)
      await store.erase(erasure)
      return { member: erasure.member, issued: erasure.issued }
    },
  }
}

function mustBeAName({ name }: Profile): void {
  const problem = nameFault(name)
  if (!problem) return
  const why =
    problem.fault === 'long'
      ? `The name has ${problem.bytes} bytes, ${NAME_BYTES} are kept.`
      : 'The name has characters that nobody can see, or that mislead.'
  throw new Refusal('badName', why, 'Write it shorter and with plain letters.')
}

function mustBeThePicture({ picture }: Profile, bytes: Uint8Array | null): void {
  if (bytes === null && picture === zeroHash) return
  const now = `Send a PNG, JPEG or WebP that stands still, of ${PICTURE_SIDE} by ${PICTURE_SIDE} pixels and ${PICTURE_BYTES / 1024} kB at most.`
  if (bytes === null || documentDigest(bytes) !== picture.toLowerCase()) {
    throw new Refusal('badPicture', 'The picture is not the one that was signed.', now)
  }
  const found = bytes.length <= PICTURE_BYTES ? pictureOf(bytes) : null
  const fits =
    found !== null &&
    !found.moves &&
    [found.width, found.height].every((side) => side > 0 && side <= PICTURE_SIDE)
  if (!fits) throw new Refusal('badPicture', 'This picture is not kept.', now)
}
