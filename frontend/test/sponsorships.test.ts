import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { createPublicClient, custom, type PublicClient } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { isSponsored, wordsThatCount } from '../src/chain/sponsorships.ts'
import { address as wallet } from './kit/house.ts'

const client = createPublicClient({
  transport: custom(
    {
      request: async () => {
        throw new Error('no answer')
      },
    },
    { retryCount: 0 },
  ),
})
const coop = { name: 'The Mill', membership: wallet(1) }
const application = { wallet: wallet(2), class: 1, deadline: 500 }

const wordOf = async (sponsor: PrivateKeyAccount) => ({
  sponsor: sponsor.address,
  signature: await sponsor.signTypedData(
    sponsorshipTypedData(7, coop.membership, {
      cooperative: coop.name,
      applicant: application.wallet,
      class: application.class,
      sponsor: sponsor.address,
      deadline: BigInt(application.deadline),
    }),
  ),
})

interface Asked {
  readonly args: readonly [string]
  readonly functionName: string
}

describe('a sponsor’s word', () => {
  it('counts once, of a member of that class alone, and whatever else is said in their name', async () => {
    const key = () => privateKeyToAccount(generatePrivateKey())
    const [ada, other, gone, back, stranger] = [key(), key(), key(), key(), key()]
    const members: Record<string, { id: number; class: number; left: number }> = {
      [ada.address]: { id: 1, class: 1, left: 0 },
      [other.address]: { id: 2, class: 0, left: 0 },
      [gone.address]: { id: 3, class: 1, left: 400 },
      [back.address]: { id: 4, class: 1, left: 0 },
    }
    const nobody = { id: 0, class: 0, left: 0 }
    const roll = {
      ...client,
      readContract: async ({ args, functionName }: Asked) =>
        functionName === 'memberOf' ? (members[args[0]] ?? nobody) : args[0] === back.address,
    } as unknown as PublicClient
    const [word, foreign] = [await wordOf(ada), await wordOf(stranger)]
    const forged = { ...word, signature: foreign.signature }
    const counted = (...given: (typeof word)[]) => wordsThatCount(roll, 7, coop, application, given)
    expect(await counted(forged, word, word)).toEqual([word])
    expect(
      await counted(foreign, await wordOf(other), await wordOf(gone), await wordOf(back)),
    ).toEqual([])
  })
  it('counts only for the application, the co-op and the person that were signed', async () => {
    const sponsor = privateKeyToAccount(generatePrivateKey())
    const word = await wordOf(sponsor)
    expect(await isSponsored(client, 7, coop, application, word)).toBe(true)
    const others = [
      isSponsored(client, 8, coop, application, word),
      isSponsored(client, 7, { ...coop, membership: wallet(9) }, application, word),
      isSponsored(client, 7, coop, { ...application, wallet: wallet(3) }, word),
      isSponsored(client, 7, coop, { ...application, class: 0 }, word),
      isSponsored(client, 7, coop, { ...application, deadline: 501 }, word),
      isSponsored(client, 7, coop, application, { ...word, sponsor: wallet(4) }),
    ]
    expect(await Promise.all(others)).toEqual(others.map(() => false))
  })
})
