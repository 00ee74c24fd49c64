// SPDX-License-Identifier: AGPL-3.0-or-later
/** Members change votes that were carried and counted: the index tells what stands, and what proves it. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { choiceCode, packRecords } from '@phyle/sdk/ballot'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Ground } from '../../relay/test/kit.ts'
import { followed, type Index } from './house.ts'

const house = new AsyncDisposableStack()
let ground: Ground
let index: Index

before(async () => {
  ;({ ground, index } = await followed(house, 3))
})

after(() => house.disposeAsync())

it('ASM-12 tells the change that stands with its number and signature, and none after a direct vote', async () => {
  const vote = await ground.openVote('Buy flour together')
  const [ada, bo, chi] = ground.members as [PrivateKeyAccount, PrivateKeyAccount, PrivateKeyAccount]
  const at = { address: vote.paper.assembly, abi: iAssemblyAbi } as const
  const done = async (hash: `0x${string}`) => {
    assert.equal((await ground.client.waitForTransactionReceipt({ hash })).status, 'success')
  }
  const ballots = await Promise.all([ada, bo, chi].map((one) => vote.ballot(one, 'for')))
  const records = packRecords(ballots.map(({ member, ...one }) => ({ ...one, wallet: member })))
  await done(
    await ground.client.writeContract({
      ...at,
      functionName: 'castBallots',
      args: [vote.id, records, []],
    }),
  )
  const signed = [
    await vote.change(ada, 'against', 1n),
    await vote.change(bo, 'abstain', 2n),
    await vote.change(chi, 'object', 7n),
    await vote.change(ada, 'abstain', 5n),
  ]
  const changes = signed.map(({ member, choice, change, signature }) => ({
    wallet: member,
    choice: choiceCode(choice),
    change: BigInt(change ?? 0),
    signature,
  }))
  await done(
    await ground.client.writeContract({
      ...at,
      functionName: 'castChanges',
      args: [vote.id, changes],
    }),
  )
  await ground.client.setBalance({ address: bo.address, value: 10n ** 18n })
  await done(
    await ground.client.writeContract({
      ...at,
      functionName: 'castVote',
      args: [vote.id, choiceCode('for')],
      account: bo,
    }),
  )

  await index.caughtUp()
  const path = `/api/proposals/${at.address}/${vote.id}` as const
  const { data } = await index.told('/api/proposals/:assembly/:id', path)
  const [only] = data.classes
  assert.deepEqual([only?.for, only?.against, only?.abstain, data.voted], [1, 1, 1, 3])
  const byVoter = new Map(data.ballots.map((one) => [one.voter, one]))
  const standing = [ada, bo, chi].map(({ address }) => byVoter.get(address))
  assert.deepEqual(
    standing.map((one) => [one?.how, one?.choice, one?.change]),
    [
      ['carried', 'abstain', '5'],
      ['direct', 'for', null],
      ['carried', 'against', '7'],
    ],
  )
  const kept = await index.told('/api/proposals/:assembly/:id/ballots', `${path}/ballots`)
  assert.deepEqual(
    kept.data.ballots.map(({ change, signature }) => [change, signature]),
    [
      ['5', signed[3]?.signature],
      [null, null],
      // It says object, and counts as against: what was signed is not what is told.
      ['7', null],
    ],
  )
})
