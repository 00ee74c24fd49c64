import type { Belonging } from '@phyle/sdk/chapters/membership/api'
import { documentDigest } from '@phyle/sdk/documents'
import { erasureTypedData, type Profile, profileTypedData } from '@phyle/sdk/profile'
import { type Address, zeroHash } from 'viem'
import { base64Of } from '../chain/pictures.ts'
import { getProfiles, postErasure, postProfile, tellProfile } from '../chain/profiles.ts'
import { type ActTools, useAct } from './act.ts'

interface ProfileInput {
  readonly name: string
  readonly image: Uint8Array | null
  readonly belongs: Belonging
}

/** Later than whatever was signed before, within the same second as well. */
async function issuedNow({ settings, client, account }: ActTools): Promise<number> {
  const [{ timestamp }, { profiles, erased }] = await Promise.all([
    client.getBlock(),
    getProfiles(settings.relayUrl, [account]),
  ])
  const before = [...profiles, ...erased].map(({ issued }) => issued + 1)
  return Math.max(Number(timestamp), ...before)
}

async function choose(tools: ActTools, { name, image, belongs }: ProfileInput) {
  const { settings, account, wallet } = tools
  const profile: Profile = {
    chainId: settings.chainId,
    member: account,
    name,
    picture: image ? documentDigest(image) : zeroHash,
    issued: await issuedNow(tools),
  }
  tools.at('signing')
  const signature = await wallet.signTypedData(profileTypedData(profile))
  tools.at('sending')
  const kept = await postProfile(settings.relayUrl, {
    ...profile,
    image: image ? base64Of(image) : null,
    signature,
    belongs,
  })
  tellProfile(account, kept)
  return kept
}

async function erase(tools: ActTools, member: Address) {
  const { settings, wallet } = tools
  const erasure = {
    chainId: settings.chainId,
    member,
    issued: await issuedNow(tools),
  }
  tools.at('signing')
  const signature = await wallet.signTypedData(erasureTypedData(erasure))
  tools.at('sending')
  await postErasure(settings.relayUrl, { ...erasure, signature })
  tellProfile(member, null)
  return erasure
}

/** Somebody signs what others are to call them. */
export const useChooseName = () => useAct(choose)
/** Takes the name and the picture away again, for good. */
export const useEraseProfile = () => useAct(erase)
