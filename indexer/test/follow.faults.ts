// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The index beside a chain that takes back what it had: the chain goes back to a snapshot, and on with
 * other blocks in the place of those that there were.
 */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { CHOICES, type Choice } from '@phyle/sdk/language'
import type { PrivateKeyAccount } from 'viem'
import type { Ground, Vote } from '../../relay/test/kit.ts'
import { groundFor, Index } from './house.ts'

const house = new AsyncDisposableStack()
let ground: Ground
let index: Index

before(async () => {
  ground = await groundFor(4)
  house.defer(() => ground.close())
  index = house.use(await Index.of(ground))
})

after(() => house.disposeAsync())

/** In a block of its own. */
async function cast(vote: Vote, voter: PrivateKeyAccount, choice: Choice): Promise<void> {
  await ground.client.setBalance({ address: voter.address, value: 10n ** 18n })
  const hash = await ground.client.writeContract({
    address: vote.paper.assembly,
    abi: iAssemblyAbi,
    functionName: 'castVote',
    args: [vote.id, CHOICES.indexOf(choice)],
    account: voter,
  })
  await ground.client.waitForTransactionReceipt({ hash })
}

/** One by one: of blocks that are made together the local chain tells no parents. */
async function mine(blocks: number): Promise<void> {
  for (let i = 0; i < blocks; i += 1) await ground.client.mine({ blocks: 1 })
}

/** What the index says of a vote, against what the contract says. */
async function agree(vote: Vote): Promise<readonly string[]> {
  await index.caughtUp()
  const path = `/api/proposals/${vote.paper.assembly}/${vote.id}`
  const { data } = await index.told('/api/proposals/:assembly/:id', path)
  const sum = (of: Choice) => data.classes.reduce((all, one) => all + one[of], 0)
  const tally = { for: sum('for'), against: sum('against'), abstain: sum('abstain') }
  assert.deepEqual({ ...tally, object: sum('object') }, await vote.tally())
  assert.equal(data.voted, data.ballots.length)
  return data.ballots.map(({ voter, choice }) => `${voter} ${choice}`)
}

it('gets up again after it was killed while it made its database, and reads the history', async () => {
  await index.start()
  await index.begun()
  await index.kill()
  await index.start()
  await index.caughtUp()
  const { data } = await index.told('/api/coops', '/api/coops')
  assert.deepEqual(
    data.map(({ coop, members }) => [coop, members]),
    [[ground.coop.cooperative, 4]],
  )
})

it('goes on where it was after it was killed later', async () => {
  const vote = await ground.openVote()
  const [voter] = ground.members
  assert.ok(voter)
  await cast(vote, voter, 'for')
  assert.deepEqual(await agree(vote), [`${voter.address} for`])
  await index.kill()
  await index.start()
  assert.deepEqual(await agree(vote), [`${voter.address} for`])
})

for (const depth of [1, 2, 7, 30, 64]) {
  it(`follows a chain that takes back ${depth} ${depth === 1 ? 'block' : 'blocks'}`, async () => {
    const vote = await ground.openVote()
    const [first, second, third] = ground.members
    assert.ok(first && second && third)
    await cast(vote, first, 'for')
    const snapshot = await ground.client.snapshot()
    await cast(vote, second, 'for')
    if (depth > 1) await cast(vote, first, 'against')
    await mine(depth - 2)
    assert.equal((await agree(vote)).length, 2)

    await ground.client.revert({ id: snapshot })
    await cast(vote, third, 'against')
    await mine(depth)
    assert.deepEqual(await agree(vote), [`${first.address} for`, `${third.address} against`])
  })
}
