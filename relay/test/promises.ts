// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the stores promise, whichever database they are in. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'node:test'
import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import type { FoundingDraft } from '@phyle/sdk/chapters/cooperative/api'
import { type Address, getAddress, type Hex, type Log, numberToHex } from 'viem'
import {
  type Ballot,
  openBallots,
  type Sort,
  toCounted,
  toSent,
  toSentAgain,
  toSettled,
  toSkipped,
  toWaiting,
  toWaitingOn,
  toWaitingSince,
} from '../src/assembly/ballotStore.ts'
import { openFileStore } from '../src/assembly/fileStore.ts'
import { openReasonStore } from '../src/assembly/reasonStore.ts'
import { openFoundingStore } from '../src/cooperative/foundingStore.ts'
import { openProfileStore } from '../src/membership/profileStore.ts'
import { openSponsorshipStore } from '../src/membership/sponsorshipStore.ts'
import type { Refusal } from '../src/refusal.ts'
import { type Database, Stale } from '../src/store/database.ts'
import { openDocuments } from '../src/store/documents.ts'
import { openLogStore } from '../src/store/logs.ts'
import { openRoom } from '../src/store/room.ts'
import { openSpending } from '../src/store/spending.ts'
import { openTransactions } from '../src/store/transactions.ts'

const addressOf = (number: number): Address => getAddress(numberToHex(number, { size: 20 }))
const hashOf = (number: number): Hex => numberToHex(number, { size: 32 })
const isFull = (error: unknown) => (error as Refusal).body.error === 'full'

const ballotOf = (id: number, changes: Partial<Ballot> = {}): Ballot => ({
  ...{ id: hashOf(id), assembly: addressOf(1), proposal: '1', member: addressOf(id) },
  ...{ memberId: id, choice: 'for', state: 'waiting', because: null, received: 1, tx: null },
  ...{
    signature: '0x11',
    reason: null,
    change: null,
    account: false,
    queued: id,
    ends: 2_000_000_000,
    takenBack: false,
  },
  ...changes,
})

/** @param open a new and empty database */
export function promises(open: () => Promise<Database>): void {
  let database: Database
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())
  const room = (kind: string, entries: number, bytes: number) =>
    openRoom(database, kind, { entries, bytes })

  it('a ballot is either changed or sent', async () => {
    const ballots = openBallots(database)
    const first = ballotOf(1)
    await ballots.put(first, undefined)
    await assert.rejects(ballots.put(first, undefined), Stale, 'it waits already')
    const other = ballotOf(2, { member: first.member })
    await assert.rejects(ballots.put(other, undefined), Stale, 'one of a member is open')
    await ballots.put(other, first)
    await assert.rejects(database.run(toSent(first.id, 7, hashOf(7))), Stale)
    await database.run(toSent(other.id, 7, hashOf(7)))
    await assert.rejects(ballots.put(first, other), Stale)
    assert.deepEqual(
      (await ballots.ofMember(first.assembly, '1', first.member)).map(({ state }) => state),
      ['replaced', 'sent'],
    )
    await database.run(toWaiting(7))
    const oldest = await ballots.oldest(first.assembly, '1', 'ballots')
    assert.equal(oldest?.oldest, 2)
    const [group] = await ballots.groups()
    assert.equal(group?.count, 1)
  })

  it('what was said of ballots from a block is taken back with it, or stays', async () => {
    const ballots = openBallots(database)
    const seen = { block: 7, hash: hashOf(70) }
    for (const id of [1, 2, 3, 4]) await ballots.put(ballotOf(id), undefined)
    await database.run(
      toCounted(hashOf(1), null, seen),
      toSkipped(hashOf(2), { code: 'closed' }, seen),
      toSkipped(hashOf(3), { code: 'closed' }, { block: 6, hash: hashOf(60) }),
    )
    // The second member said something else after that.
    const later = ballotOf(5, { member: addressOf(2), queued: 9 })
    await ballots.put(later, undefined)
    await database.run(toSkipped(later.id, { code: 'closed' }, seen))
    assert.deepEqual(
      (await ballots.places()).map(({ block }) => block).toSorted(),
      [6, 7],
      'a block each',
    )
    await database.run(toWaitingSince(seen.hash), toSettled(hashOf(60)))
    const told = await Promise.all([1, 2, 3, 4, 5].map((id) => ballots.byId(hashOf(id))))
    assert.deepEqual(
      told.map((ballot) => [ballot?.state, ballot?.takenBack]),
      [
        ['waiting', true],
        ['replaced', false],
        ['skipped', false],
        ['waiting', false],
        ['waiting', false],
      ],
    )
    assert.deepEqual(await ballots.places(), [])
  })

  it('ASM-12 a change that waits on does so no longer once its member signed another', async () => {
    const ballots = openBallots(database)
    const first = ballotOf(1, { change: '1' })
    await ballots.put(first, undefined)
    await database.run(toSent(first.id, 7, hashOf(7)))
    await database.run(toWaitingOn(first.id))
    assert.equal((await ballots.byId(first.id))?.state, 'waiting')
    const next = ballotOf(2, { change: '2', member: first.member })
    await ballots.put(next, first)
    await database.run(toWaitingOn(first.id))
    assert.deepEqual(
      (await ballots.ofMember(first.assembly, '1', first.member)).map(({ state }) => state),
      ['replaced', 'waiting'],
    )
  })

  it('a counted ballot is sent again with its transaction, unless its member said more', async () => {
    const ballots = openBallots(database)
    for (const id of [1, 2]) await ballots.put(ballotOf(id), undefined)
    await database.run(toSent(hashOf(1), 7, hashOf(7)), toSent(hashOf(2), 7, hashOf(7)))
    await database.run(toCounted(hashOf(1), hashOf(7), null), toCounted(hashOf(2), hashOf(7), null))
    await ballots.put(ballotOf(3, { member: addressOf(2) }), undefined)
    await database.run(toSentAgain(7, hashOf(8)))
    const told = await Promise.all([1, 2, 3].map((id) => ballots.byId(hashOf(id))))
    assert.deepEqual(
      told.map((ballot) => [ballot?.state, ballot?.takenBack]),
      [
        ['sent', true],
        ['replaced', true],
        ['waiting', false],
      ],
    )
  })

  it('what one sender has taken to carry no other takes, until it has had its time', async (t) => {
    const ballots = openBallots(database)
    for (let id = 1; id <= 6; id += 1) await ballots.put(ballotOf(id), undefined)
    const group = { assembly: addressOf(1), proposal: '1', sort: 'ballots' } as const
    const claim = async (by: number, most: number) =>
      (await ballots.claim(group, addressOf(by), most)).map(({ memberId }) => memberId)
    const [one, two] = await Promise.all([claim(1, 3), claim(2, 3)])
    assert.deepEqual([...one, ...two].toSorted(), [1, 2, 3, 4, 5, 6])
    assert.deepEqual(await claim(1, 9), one, 'its own it may take again')
    assert.deepEqual(await claim(3, 9), [])
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 })
    assert.deepEqual(await claim(3, 9), [1, 2, 3, 4, 5, 6])
  })

  it('ASM-12 a change waits beside the ballot that it changes, one of each a member', async () => {
    const ballots = openBallots(database)
    const [first, change] = [ballotOf(1), ballotOf(2, { member: addressOf(1), change: '1' })]
    await ballots.put(first, undefined)
    await ballots.put(change, undefined)
    const late = ballotOf(3, { member: addressOf(1), change: '2' })
    await assert.rejects(() => ballots.put(late, undefined), Stale)
    await ballots.put(late, change)
    const opened = async (sort: Sort) =>
      (await ballots.open(addressOf(1), '1', addressOf(1), sort))?.change
    assert.deepEqual([await opened('ballots'), await opened('changes')], [null, '2'])
    const groups = await ballots.groups()
    assert.deepEqual(
      groups.map(({ sort, count }) => [sort, count]),
      [
        ['ballots', 1],
        ['changes', 1],
      ],
    )
    await database.run(toSent(first.id, 7, hashOf(8)), toSent(late.id, 8, hashOf(9)))
    // The block with the ballot went away: it waits again, and so does its change.
    await database.run(toWaiting(7), toWaiting(8))
    assert.deepEqual([await opened('ballots'), await opened('changes')], [null, '2'])
  })

  it('ASM-12 of a member who changes their mind without end the newest hundred are told', async () => {
    const ballots = openBallots(database)
    const changeOf = (id: number) => ballotOf(id, { member: addressOf(1), change: `${id}` })
    await ballots.put(changeOf(1), undefined)
    for (let id = 2; id <= 103; id += 1) await ballots.put(changeOf(id), changeOf(id - 1))
    const told = await ballots.ofMember(addressOf(1), '1', addressOf(1))
    assert.deepEqual([told.length, told[0]?.change, told.at(-1)?.change], [100, '4', '103'])
  })

  it('pages of a vote come in the order of members', async () => {
    const ballots = openBallots(database)
    for (const id of [3, 1, 2]) await ballots.put(ballotOf(id), undefined)
    const page = await ballots.ofVote(addressOf(1), '1', 2)
    assert.deepEqual(
      page.map(({ memberId }) => memberId),
      [1, 2],
    )
    const rest = await ballots.ofVote(addressOf(1), '1', 2, page[1]?.id)
    assert.deepEqual(
      rest.map(({ memberId }) => memberId),
      [3],
    )
  })

  it('transactions, their forms and what they cost come back as they were written', async () => {
    const sender = addressOf(5)
    const transactions = openTransactions(database, sender)
    const spending = openSpending(database, sender)
    const tx = { id: 1, nonce: 4, purpose: 'chore x', target: addressOf(6), data: '0x' as Hex }
    const form = { hash: hashOf(1), tx: 1, raw: '0x01' as Hex, made: 9, block: 70n }
    const fees = { maxFee: 10n ** 12n, tip: 7n }
    await transactions.change(
      transactions.insert({ ...tx, gas: 100 }),
      transactions.insertAttempt({ ...form, ...fees }),
    )
    assert.deepEqual({ ...(await transactions.attempts(1))[0] }, { ...form, ...fees })
    assert.equal(await transactions.reserved(), 100n * fees.maxFee)
    assert.equal(await transactions.reserved(1), 0n)
    assert.deepEqual(await transactions.last(), { id: 1, nonce: 4 })
    await assert.rejects(transactions.change(transactions.insert({ ...tx, gas: 1 })), Stale)
    const now = 1_800_000_000_000
    await transactions.change(
      transactions.mined(1, hashOf(1), 71, hashOf(71)),
      spending.spent(1, 1_500_000_001n, now),
    )
    assert.equal(await spending.on(now), 2_000_000_000n)
    assert.equal(await spending.on(now + 86_400_000), 0n)
    await transactions.change(spending.unspent(1))
    assert.equal(await spending.on(now), 0n)
  })

  it('documents, files and pictures have a total, and give room back', async () => {
    const documents = openDocuments(database, room('documents', 2, 20))
    const first = await documents.put('text/plain', Buffer.from('To mill grain.'))
    await documents.put('text/plain', Buffer.from('To mill grain.'))
    await assert.rejects(documents.put('text/plain', Buffer.from('To bake.')), isFull)
    const kept = await documents.get(first.sha256)
    assert.equal(Buffer.from(kept?.content ?? []).toString(), 'To mill grain.')

    const files = openFileStore(database, room('files', 1, 1_000))
    const file = { sha256: hashOf(1), type: 'image/png' as const, bytes: 3 }
    await files.put(file, new Uint8Array([1, 2, 3]))
    await files.put(file, new Uint8Array([1, 2, 3]))
    await assert.rejects(files.put({ ...file, sha256: hashOf(2) }, new Uint8Array(3)), isFull)
    assert.deepEqual(
      (await files.about([hashOf(1), hashOf(2)])).map((one) => ({ ...one })),
      [file],
    )
    assert.deepEqual([...((await files.get(hashOf(1)))?.content ?? [])], [1, 2, 3])

    const profiles = openProfileStore(database, room('profiles', 2, 100))
    const profile = { chainId: 1, member: addressOf(3), name: 'Ada', picture: hashOf(0), issued: 1 }
    await profiles.put(profile, '0x11', new Uint8Array(90))
    await profiles.put({ ...profile, member: addressOf(4), issued: 1 }, '0x11', null)
    const found = await profiles.of([addressOf(3), addressOf(4)])
    assert.deepEqual(
      found.profiles.map(({ twins }) => twins),
      [1, 1],
    )
    await profiles.erase({ chainId: 1, member: addressOf(3), issued: 2 })
    await profiles.put(profile, '0x11', new Uint8Array(9))
    assert.equal(await profiles.imageOf(addressOf(3)), null, 'nothing older comes back')
    await profiles.put({ ...profile, member: addressOf(4), issued: 2 }, '0x11', new Uint8Array(99))
  })

  it('of reasons that come in at once the newest stays, whoever writes first', async () => {
    const store = openReasonStore(database)
    const reasonAt = (issued: number): KeptReason => ({
      ...{ chainId: 1, assembly: addressOf(1), proposal: '1', resolution: '#1', choice: 'object' },
      ...{ member: addressOf(2), reason: `said at ${issued}`, issued, received: 1 },
      signature: '0x11',
    })
    const times = [3, 9, 1, 8, 10, 2, 7, 4, 6, 5]
    const written = await Promise.allSettled(times.map((at) => store.put(reasonAt(at))))
    for (const one of written) assert.ok(one.status === 'fulfilled' || one.reason instanceof Stale)
    const kept = await store.ofMember(reasonAt(0), addressOf(2))
    assert.deepEqual(kept, [reasonAt(10)])
    await assert.rejects(store.put(reasonAt(10)), Stale, 'the same once more')
    await assert.rejects(store.put(reasonAt(9)), Stale, 'an older one')
    await store.put({ ...reasonAt(1), proposal: '2' })
    assert.deepEqual(await store.ofVote(reasonAt(0), 9, undefined), [reasonAt(10)])
  })

  it('of names that come in at once the newest stays, and so does an erasure', async () => {
    const profiles = openProfileStore(database, room('profiles', 9, 1_000))
    const nameAt = (issued: number) => ({
      ...{ chainId: 1, member: addressOf(3), name: `Ada ${issued}`, picture: hashOf(0), issued },
    })
    await profiles.put(nameAt(1), '0x11', null)
    await Promise.all([4, 7, 2, 6].map((at) => profiles.put(nameAt(at), '0x11', null)))
    assert.equal((await profiles.of([addressOf(3)])).profiles[0]?.name, 'Ada 7')
    await Promise.all([
      profiles.put(nameAt(8), '0x11', null),
      profiles.erase({ chainId: 1, member: addressOf(3), issued: 9 }),
    ])
    assert.deepEqual((await profiles.of([addressOf(3)])).erased, [
      { member: addressOf(3), issued: 9 },
    ])
  })

  it('sponsors gather for one application, and go with it', async () => {
    const store = openSponsorshipStore(database)
    const filed = { membership: addressOf(1), applicant: addressOf(2), class: 0, deadline: 50 }
    await store.put(filed, { sponsor: addressOf(3), signature: '0x11' })
    await store.put(filed, { sponsor: addressOf(3), signature: '0x12' })
    assert.deepEqual(
      (await store.of(filed)).map(({ signature }) => signature),
      ['0x12'],
    )
    await store.clear(filed, filed)
    assert.equal((await store.of(filed)).length, 1)
    await store.forgetBefore(51)
    assert.equal((await store.of(filed)).length, 0)
  })

  it('drafts that nobody signed are let go', async () => {
    let now = 1_800_000_000_000
    const store = openFoundingStore(database, room('foundings', 5, 9_000), () => now)
    const draft = { deadline: '1800500000' } as FoundingDraft
    for (const number of [1, 2]) await store.put(hashOf(number), draft)
    await store.sign(hashOf(2), { founder: addressOf(1), signature: '0x11' })
    await store.keep(hashOf(2))
    now += 90_000_000
    await store.prune(now / 1_000)
    assert.equal(await store.draft(hashOf(1)), null)
    assert.deepEqual(await store.draft(hashOf(2)), draft)
  })

  it('logs come back in their order, and those of blocks that changed are replaced', async () => {
    const store = openLogStore(database)
    const logOf = (blockNumber: bigint, logIndex: number, data: Hex) =>
      ({
        address: addressOf(9),
        topics: [hashOf(1)],
        data,
        blockNumber,
        logIndex,
      }) as unknown as Log
    await store.open('these')
    await store.replace([logOf(7n, 1, '0x02'), logOf(7n, 0, '0x01')], 1n, 10n)
    await store.replace([logOf(8n, 0, '0x03')], 8n, 20n)
    const { logs, upTo } = await store.open('these')
    assert.deepEqual(
      logs.map(({ data }) => data),
      ['0x01', '0x02', '0x03'],
    )
    assert.equal(upTo, 20n)
    await store.replace([], 8n, 21n)
    assert.equal((await store.open('these')).logs.length, 2)
  })

  it('can be written, says its probe', () => database.probe())
}
