// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ballotDigest, choiceOf, motionOf, type Paper } from '@phyle/sdk/ballot'
import { languageCode } from '@phyle/sdk/language'
import { type Address, keccak256, numberToHex, stringToHex } from 'viem'
import { openDigests } from './digests.ts'

const paper: Paper = {
  chainId: 100,
  assembly: numberToHex(1, { size: 20 }),
  cooperative: 'La Louve',
  resolution: '#7 courante: Louer la salle',
  language: 'fr',
  proposal: 7n,
  motion: motionOf([], 'Louer la salle'),
}
const members = Array.from({ length: 20 }, (_, at) => numberToHex(at + 2, { size: 20 }))

/** A chain with one vote, of a co-op that is called `name` today. */
function chainWhere(name: string) {
  const asked: string[] = []
  const answers: Record<string, (args: readonly unknown[]) => unknown> = {
    ballotDigest: ([, code, member]) =>
      ballotDigest(paper, member as Address, choiceOf(code as number) ?? 'for'),
    proposalOf: () => ({
      resolutionHash: keccak256(stringToHex(paper.resolution)),
      motion: paper.motion,
    }),
    statutes: () => numberToHex(9, { size: 20 }),
    name: () => name,
    language: () => languageCode('fr'),
  }
  const client = {
    readContract: async (call: { functionName: string; args?: readonly unknown[] }) => {
      asked.push(call.functionName)
      return answers[call.functionName]?.(call.args ?? [])
    },
  }
  const chain = { client, chainId: 100 } as unknown as Parameters<typeof openDigests>[0]
  return { digestOf: openDigests(chain).digestOf, asked }
}

const all = (digestOf: ReturnType<typeof openDigests>['digestOf']) =>
  Promise.all(members.map((member) => digestOf(paper.assembly, 7n, member, 'for')))
const right = members.map((member) => ballotDigest(paper, member, 'for'))

it('asks the contract for one ballot of each choice, and works the others out', async () => {
  const { digestOf, asked } = chainWhere('La Louve')
  assert.deepEqual(await all(digestOf), right)
  assert.equal(asked.filter((name) => name === 'ballotDigest').length, 1)
  await digestOf(paper.assembly, 7n, members[0] as Address, 'against')
  assert.equal(asked.filter((name) => name === 'ballotDigest').length, 2)
})

it('asks the contract for every ballot where the co-op has another name since', async () => {
  const { digestOf, asked } = chainWhere('La Nouvelle Louve')
  assert.deepEqual(await all(digestOf), right)
  assert.equal(asked.filter((name) => name === 'ballotDigest').length, members.length + 1)
})
