import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { createPublicClient, custom, getAddress, numberToHex, padHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { isSponsored } from '../src/chain/sponsorships.ts'

const wallet = (number: number) => getAddress(padHex(numberToHex(number), { size: 20 }))
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

describe('a sponsor’s word from the postbox', () => {
  it('counts only for the application, the co-op and the person that were signed', async () => {
    const sponsor = privateKeyToAccount(generatePrivateKey())
    const signature = await sponsor.signTypedData(
      sponsorshipTypedData(7, coop.membership, {
        cooperative: coop.name,
        applicant: application.wallet,
        class: application.class,
        sponsor: sponsor.address,
        deadline: BigInt(application.deadline),
      }),
    )
    const word = { sponsor: sponsor.address, signature }
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
