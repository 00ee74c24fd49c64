// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Votes, as assemblies tell them. A co-op can adopt an assembly of any code, and one that lies must not
 * keep the index from telling of all others: what no assembly of ours could tell is passed over.
 */
import { type Context, ponder } from 'ponder:registry'
import {
  ask,
  ballot,
  coop,
  latestMember,
  member,
  memberClass,
  proposal,
  tally,
} from 'ponder:schema'
import { choiceCode, choiceOf, countsAs, RECORD_BYTES, unpackRecords } from '@phyle/sdk/ballot'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { TailBallot } from '@phyle/sdk/recount'
import { classAt, unpackRule } from '@phyle/sdk/rule'
import { fold } from '@phyle/sdk/search'
import { titleFault, titleOf } from '@phyle/sdk/title'
import {
  getAbiItem,
  type Hex,
  hexToString,
  keccak256,
  size,
  stringToHex,
  toBytes,
  toFunctionSelector,
  zeroAddress,
  zeroHash,
} from 'viem'
import { coopIn, coopOf } from '../cooperative/home.ts'
import { placeOf } from '../place.ts'
import { noVotes, recast, type Terms, tallied } from './tally.ts'

type Db = Context['db']

/** Times are kept in 32 bits. */
const LAST_TIME = 2 ** 31 - 1
type Place = ReturnType<typeof placeOf>

const CAST_BY_SIGNATURE = (['castVoteBySig', 'castVoteWithReasonAndParamsBySig'] as const).map(
  (name) => toFunctionSelector(getAbiItem({ abi: iAssemblyAbi, name })),
)

/** Two events tell of a new proposal; each fills in what the other leaves out. */
const UNTOLD = {
  coop: zeroAddress as Hex,
  proposer: zeroAddress as Hex,
  title: '',
  description: '',
  actions: 0,
  targets: [] as Hex[],
  values: [] as bigint[],
  calldatas: [] as Hex[],
  words: '',
  motion: zeroHash as Hex,
  kind: 0,
  cooperative: '',
  resolution: '',
  language: 'en',
  ruleWord: 0n,
  classWord: 0n,
  counts: 0n,
  classNames: [] as string[],
  snapshot: 0,
  voteStart: 0,
  voteEnd: 0,
  eta: 0,
  expiry: 0,
}

/** The same actions are the same motion under any words, a resolution without actions is its words. */
const motionOf = (
  targets: readonly Hex[],
  values: readonly bigint[],
  calldatas: readonly Hex[],
  description: string,
): Hex =>
  keccak256(toBytes(targets.length === 0 ? description : [targets, values, calldatas].join(';')))

ponder.on('Assembly:ProposalCreated', async ({ event, context: { db } }) => {
  // What is put in an assembly that the co-op has left is put to nobody.
  if (!(await coopIn(db, event.log.address))) return
  const { proposalId: id, proposer, description, targets, values, calldatas } = event.args
  const title = titleOf(description)
  if (titleFault(title)) return
  if (values.length !== targets.length || calldatas.length !== targets.length) return
  const told = {
    proposer,
    title,
    description,
    actions: targets.length,
    targets: [...targets],
    values: [...values],
    calldatas: [...calldatas],
    words: fold(`${title} #${id}`),
    motion: motionOf(targets, values, calldatas, description),
  }
  await db
    .insert(proposal)
    .values({ ...UNTOLD, assembly: event.log.address, id, ...told, ...placeOf(event) })
    .onConflictDoUpdate(told)
})

ponder.on('Assembly:VoteOpened', async ({ event, context: { db } }) => {
  const assembly = event.log.address
  const { proposalId: id, kind, resolution, ruleWord, classWord, counts } = event.args
  const { snapshot, voteStart, voteEnd } = event.args
  const address = await coopIn(db, assembly)
  const of = address && (await db.find(coop, { address }))
  if (!of) return
  const classNames: string[] = []
  for (let index = 0; ; index += 1) {
    const row = await db.find(memberClass, { coop: of.address, index })
    if (!row) break
    classNames.push(row.name)
  }
  const periods = unpackRule(ruleWord)
  const key = { assembly, proposal: id }
  if (await db.find(tally, key)) return
  const eta = voteEnd + (periods?.timelock ?? 0)
  const told = {
    coop: of.address,
    kind,
    cooperative: of.name,
    resolution,
    language: of.language,
    ruleWord,
    classWord,
    counts,
    classNames,
    snapshot,
    voteStart,
    voteEnd,
    eta,
    expiry: eta + (periods?.gracePeriod ?? 0),
  }
  const counted = countedFirst({ assembly, id, ...told })
  if (!counted || KINDS[kind] === undefined) return
  if (snapshot > voteStart || voteStart > voteEnd || told.expiry > LAST_TIME) return
  await db
    .insert(proposal)
    .values({ ...UNTOLD, assembly, id, ...told, ...placeOf(event) })
    .onConflictDoUpdate(told)
  await db.insert(tally).values({ ...key, ...counted })
})

ponder.on('Assembly:CalledAgain', async ({ event, context: { db } }) => {
  const assembly = event.log.address
  if (!(await coopIn(db, assembly))) return
  const { proposalId: id, first: secondOf } = event.args
  await db
    .insert(proposal)
    .values({ ...UNTOLD, assembly, id, secondOf, ...placeOf(event) })
    .onConflictDoUpdate({ secondOf })
})

/** The count before any ballot; null where its rule is none. */
function countedFirst(terms: Terms) {
  try {
    return tallied(terms, noVotes(terms.classNames.length))
  } catch {
    return null
  }
}

ponder.on('Assembly:ProposalExecuted', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const key = { assembly: event.log.address, id: event.args.proposalId }
  if (!(await db.find(proposal, key))) return
  const { block, time, tx } = placeOf(event)
  await db.update(proposal, key).set({ executedBlock: block, executedTime: time, executedTx: tx })
})

ponder.on('Assembly:ProposalCanceled', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const key = { assembly: event.log.address, id: event.args.proposalId }
  if (!(await db.find(proposal, key))) return
  const { block, time, tx } = placeOf(event)
  await db
    .update(proposal, key)
    .set({ cancelledBlock: block, cancelledTime: time, cancelledTx: tx })
})

ponder.on('Assembly:AskedAgain', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const { proposalId, member: by } = event.args
  await db
    .insert(ask)
    .values({ assembly: event.log.address, proposal: proposalId, member: by, ...placeOf(event) })
    .onConflictDoNothing()
})

interface Cast {
  readonly voter: Hex
  readonly choice: number
  readonly how: 'carried' | 'direct'
  readonly reason: string | null
  readonly signature: Hex | null
  readonly change: bigint | null
}

/** Enters ballots that the contract counted, each in the class that its voter had at the snapshot. */
async function enter(
  db: Db,
  assembly: Hex,
  id: bigint,
  casts: readonly Cast[],
  place: Place,
): Promise<void> {
  const vote = await db.find(proposal, { assembly, id })
  const key = { assembly, proposal: id }
  const counted = await db.find(tally, key)
  if (!vote || !counted) return
  let votes: readonly number[] = counted.votes
  for (const cast of casts) {
    const { voter } = cast
    const at = await memberAt(db, vote.coop, voter, vote.snapshot)
    if (!at || at.class >= vote.classNames.length || choiceOf(cast.choice) === undefined) continue
    const row = { ...cast, ...at, ...place }
    votes = recast(votes, await db.find(ballot, { ...key, voter }), row)
    await db
      .insert(ballot)
      .values({ ...key, ...row })
      .onConflictDoUpdate(row)
  }
  await db.update(tally, key).set(tallied(vote, votes))
}

async function memberAt(db: Db, of: Hex, wallet: Hex, time: number) {
  const found = await db.find(coop, { address: of })
  if (!found) return null
  const { membership } = found
  let id = (await db.find(latestMember, { membership, wallet }))?.id
  while (id !== undefined && id !== null) {
    const row = await db.find(member, { membership, id })
    if (!row) return null
    const at = classAt(
      {
        id: Number(row.id),
        class: row.class,
        joined: row.joined,
        left: row.left ?? 0,
        classBefore: row.previousClass ?? row.class,
        classChanged: row.classChanged ?? 0,
      },
      time,
    )
    if (at !== null) return { memberId: row.id, class: at }
    id = row.previousId ?? undefined
  }
  return null
}

/** What a ballot counted as, with its signature where that can be checked from what is kept here; none for no choice. */
function carriedOf(given: TailBallot): readonly Cast[] {
  const { wallet: voter, signature, reason: bytes, change = null } = given
  const reason = bytes === '0x' ? null : hexToString(bytes)
  const cast = choiceOf(given.choice)
  if (cast === undefined) return []
  const choice = countsAs(cast, bytes)
  const isWhole = reason === null ? choice === cast : stringToHex(reason) === bytes
  const proof = { signature: isWhole ? signature : null, change }
  return [{ voter, choice: choiceCode(choice), how: 'carried', reason, ...proof }]
}

ponder.on('Assembly:BallotsCounted', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const { proposalId, records, tail } = event.args
  if (size(records) % RECORD_BYTES !== 0) return
  const place = placeOf(event)
  const carried = [
    ...unpackRecords(records).map((record) => ({ ...record, reason: '0x' as const })),
    ...tail,
  ].flatMap(carriedOf)
  await enter(db, event.log.address, proposalId, carried, place)
})

ponder.on('Assembly:BallotsChanged', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const { proposalId, ballots } = event.args
  const changed = ballots.flatMap((one) => carriedOf({ ...one, reason: '0x' }))
  await enter(db, event.log.address, proposalId, changed, placeOf(event))
})

ponder.on('Assembly:VoteCast', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const { voter, proposalId, support: choice, reason } = event.args
  const selector = event.transaction.input.slice(0, 10)
  const bySignature = CAST_BY_SIGNATURE.some((known) => known === selector)
  const how = bySignature ? 'carried' : 'direct'
  const proof = { signature: null, change: null }
  const cast = { voter, choice, how, reason: reason || null, ...proof } as const
  await enter(db, event.log.address, proposalId, [cast], placeOf(event))
})
