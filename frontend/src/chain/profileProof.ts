import type { KeptProfile } from '@phyle/sdk/chapters/membership/api'
import { nameFault, profileTypedData } from '@phyle/sdk/profile'
import { type Client, isAddressEqual, recoverTypedDataAddress } from 'viem'
import { verifyTypedData } from 'viem/actions'

/** Whether a wallet signed the name and the picture: by its key, or by the code of its account. */
export async function isSigned(
  client: Client,
  chainId: number,
  { twins: _twins, signature, ...profile }: KeptProfile,
): Promise<boolean> {
  if (nameFault(profile.name) !== null) return false
  const typed = profileTypedData({ ...profile, chainId })
  const signer = await recoverTypedDataAddress({ ...typed, signature }).catch(() => null)
  if (signer && isAddressEqual(signer, profile.member)) return true
  return verifyTypedData(client, { ...typed, address: profile.member, signature }).catch(
    () => false,
  )
}
