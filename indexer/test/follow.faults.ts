// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The index beside a chain that takes back what it had: the chain goes back to a snapshot, and on with
 * other blocks in the place of those that there were. On the embedded database and on Postgres.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { CHOICES, type Choice } from '@phyle/sdk/chapters/assembly/enums'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { PrivateKeyAccount } from 'viem'
import type { Ground, Vote } from '../../relay/test/kit.ts'
import { hasPostgres, openCluster, WHY_NOT } from '../../relay/test/postgres.ts'
import { Wire } from '../../relay/test/wire.ts'
import { groundFor, type Home, Index, inFolder, inPostgres } from './house.ts'

describe('on the embedded database', () => {
  follows(async () => inFolder(), 'by itself')
})

describe('on Postgres', { skip: !hasPostgres && WHY_NOT }, () => {
  follows(async (house) => {
    const cluster = await openCluster()
    house.defer(() => cluster.stop())
    return inPostgres(cluster)
  }, 'when it is told')
})

/** @param anew how it begins anew where the chain went back further than it can follow */
function follows(
  homeIn: (house: AsyncDisposableStack) => Promise<Home>,
  anew: 'by itself' | 'when it is told',
): void {
  const house = new AsyncDisposableStack()
  let ground: Ground
  let index: Index
  let wire: Wire

  before(async () => {
    ground = await groundFor(4)
    house.defer(() => ground.close())
    wire = new Wire(ground.url)
    const url = await wire.open()
    house.defer(() => wire.close())
    const { client, deploymentsFile } = ground
    const home = house.use(await homeIn(house))
    index = house.use(Index.in(home, { url, client, deploymentsFile }))
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

  it('has the right books after it was killed in the middle of catching up', async () => {
    const vote = await ground.openVote()
    await index.caughtUp()
    await index.kill()
    for (const voter of ground.members) {
      await cast(vote, voter, 'against')
      await mine(20)
      await cast(vote, voter, 'for')
    }
    wire.silentAfter = 'eth_getLogs'
    await index.start()
    await index.until('it read what it had missed', async () => wire.mode === 'silent')
    await index.kill()
    wire.mode = 'through'
    await index.start()
    assert.deepEqual(
      (await agree(vote)).toSorted(),
      ground.members.map(({ address }) => `${address} for`).toSorted(),
    )
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
      if (anew === 'when it is told' && (await index.endsOrCatchesUp()) === 'ended') {
        assert.match(index.said, /Start it with another --schema/)
        await index.start(`phyle_${depth}`)
      }
      assert.deepEqual(await agree(vote), [`${first.address} for`, `${third.address} against`])
    })
  }
}
