// SPDX-License-Identifier: AGPL-3.0-or-later
import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { expect } from 'chai'
import type { Address, Hex } from 'viem'
import { euro } from '../../scripts/seed/amounts.ts'
import type { ExampleCoop, Person, Vote } from '../../scripts/seed/coop.ts'
import { recount, type VoteLog } from '../../sdk/src/recount.ts'
import {
  ruleFromChain,
  tallyFromChain,
  unpackClasses,
  unpackCounts,
  unpackRule,
} from '../../sdk/src/rule.ts'
import { type Stage, stageWith } from './world.ts'

const TITLE = 'Pay Moulins Dubois 18 400 euro for the mill room'

describe('Story 1: a co-op decides to pay a supplier', () => {
  let stage: Stage
  let louve: ExampleCoop
  let supplier: Person
  let vote: Vote

  before(async () => {
    stage = await stageWith('la-louve')
    louve = stage.world.coop('la-louve')
    supplier = await stage.world.person('Moulins Dubois', 0n)
  })
  after(() => stage.end())

  it('a member puts it to the vote', async () => {
    const { world } = stage
    const data = louve.account.interface.encodeFunctionData('pay', [
      await world.cash.getAddress(),
      supplier.wallet.address,
      euro(18_400),
      GROUND.INVOICE,
      world.documents.text('Quote 2026-88: mill room\n'),
      0n,
    ])
    vote = await louve.propose(louve.member(0), `# ${TITLE}`, [{ target: louve.address, data }])
    expect(vote.opened.kind).to.equal('ORDINARY')
  })

  it('members sign readable ballots, and somebody carries them in one batch', async () => {
    await vote.toOpen()
    await vote.cast((_, index) => {
      if (index < 3) return 'for'
      if (index === 3) return 'against'
      return index < 7 ? 'for' : null
    })
    const [stewards, workers] = await louve.assembly.talliesOf(vote.opened.id)
    expect(stewards?.votesFor).to.equal(3n)
    expect(stewards?.votesAgainst).to.equal(1n)
    expect(workers?.votesFor).to.equal(3n)
  })

  it('one of them changes their mind, by a vote of their own', async () => {
    await vote.castWithReason(louve.member(3), 'for', 'The second quote is dearer.')
    const [stewards] = await louve.assembly.talliesOf(vote.opened.id)
    expect(stewards?.votesFor).to.equal(4n)
    expect(stewards?.votesAgainst).to.equal(0n)
  })

  it('anybody recounts it from the logs, and finds the official count', async () => {
    const { id } = vote.opened
    const count = await recountOf(stage, louve, vote)
    expect(count.faults).to.deep.equal([])
    expect(count.checked).to.equal(7)
    expect(count.outcome.passed).to.equal(true)
    const official = await louve.assembly.talliesOf(id)
    const named = official.map((tally, place) =>
      tallyFromChain(numbersOf(tally), louve.charter.classes[place]?.name ?? ''),
    )
    expect(count.classes).to.deep.equal(named)
  })

  it('after the waiting time anybody carries it out, and the supplier is paid', async () => {
    const { cash } = stage.world
    await vote.carryOut()
    expect(await cash.balanceOf(supplier.wallet.address)).to.equal(euro(18_400))
    expect(await cash.balanceOf(louve.address)).to.equal(euro(64_000 - 18_400))
  })
})

/** What the page does for a reader: every signature and membership, from the chain's logs alone. */
async function recountOf(
  { world }: Stage,
  { assembly, roll, charter, members }: ExampleCoop,
  vote: Vote,
) {
  const { id } = vote.opened
  const [opened] = await assembly.queryFilter(assembly.filters.VoteOpened(id))
  const batches = await assembly.queryFilter(assembly.filters.BallotsCounted(id))
  const own = await assembly.queryFilter(assembly.filters.VoteCast())
  if (!opened) throw new Error('the vote was not opened as expected')
  const count = charter.classes.length
  const rule = unpackRule(opened.args.ruleWord)
  if (!rule) throw new Error('the vote has no rule')
  const logs: VoteLog[] = [
    ...batches.map(({ args }) => ({
      event: 'BallotsCounted' as const,
      records: args.records as Hex,
      tail: [],
    })),
    ...own.map(({ args }) => ({
      event: 'VoteCast' as const,
      voter: args.voter as Address,
      support: Number(args.support),
    })),
  ]
  const wallets = members.map(({ wallet }) => wallet.address)
  const words = await roll.wordsOf(wallets)
  const counts = unpackCounts(opened.args.counts, count)
  const { language, name } = charter
  return recount({
    paper: {
      chainId: world.chain.chainId,
      assembly: (await assembly.getAddress()) as Address,
      cooperative: name,
      resolution: opened.args.resolution,
      language,
      proposal: id,
      motion: (await assembly.proposalOf(id)).motion as Hex,
    },
    rule: ruleFromChain(
      rule,
      charter.classes.map((one) => one.name),
    ),
    classes: unpackClasses(opened.args.classWord, count).map((terms, place) => ({
      name: charter.classes[place]?.name ?? '',
      share: terms.share,
      user: terms.user,
      members: counts[place] ?? 0,
    })),
    snapshot: Number(opened.args.snapshot),
    words: new Map(wallets.map((wallet, place) => [wallet.toLowerCase(), words[place] ?? 0n])),
    logs,
    checkAccount: async () => false,
  })
}

type TallyOnChain = Awaited<ReturnType<ExampleCoop['assembly']['talliesOf']>>[number]

/** The bindings give every number as bigint. */
function numbersOf(tally: TallyOnChain) {
  return {
    shareBps: Number(tally.shareBps),
    user: tally.user,
    members: Number(tally.members),
    votesFor: Number(tally.votesFor),
    votesAgainst: Number(tally.votesAgainst),
    abstentions: Number(tally.abstentions),
    objections: Number(tally.objections),
  }
}
