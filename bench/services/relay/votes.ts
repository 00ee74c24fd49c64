// SPDX-License-Identifier: AGPL-3.0-or-later
/** The votes that a relay is measured with: whose they are, and who may vote in them. */
import { ballotDigest, motionOf, type Paper, resolutionOf } from '@phyle/sdk/ballot'
import type { SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import { type Address, getAddress, type Hex, keccak256, numberToHex, stringToHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'

export const CHAIN = 100
export const COOPERATIVE = 'Millers of Gnosis'
export const REGISTRAR = addressOf('registrar')
export const ASSEMBLY = addressOf('assembly')
/** Below what a batch takes, so that the relay has nothing to send while it is measured. */
export const MEMBERS = 400

export function addressOf(name: string): Address {
  return getAddress(`0x${keccak256(stringToHex(name)).slice(-40)}`)
}

export const paperOf = (proposal: bigint): Paper => ({
  chainId: CHAIN,
  assembly: ASSEMBLY,
  cooperative: COOPERATIVE,
  resolution: resolutionOf(proposal, 'ORDINARY', 'en', `Decision ${proposal}`),
  language: 'en',
  proposal,
  motion: motionOf([], `Decision ${proposal}`),
})

const keyOf = (member: number): PrivateKeyAccount =>
  privateKeyToAccount(keccak256(numberToHex(member, { size: 32 })))

/** One of each member for each of so many proposals, those of one proposal after another. */
export async function ballotsFor(first: number, proposals: number): Promise<SignedBallot[]> {
  const members = Array.from({ length: MEMBERS }, (_, member) => keyOf(member + 1))
  const ballots: SignedBallot[] = []
  for (let proposal = first; proposal < first + proposals; proposal += 1) {
    const paper = paperOf(BigInt(proposal))
    for (const member of members) {
      const hash: Hex = ballotDigest(paper, member.address, 'for')
      ballots.push({
        chainId: CHAIN,
        assembly: ASSEMBLY,
        proposal: `${proposal}`,
        member: member.address,
        choice: 'for',
        signature: await member.sign({ hash }),
      })
    }
  }
  return ballots
}
