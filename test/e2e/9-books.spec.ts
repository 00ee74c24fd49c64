// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * After all stories: what the index answers is what the contracts say, at the same block. The chain
 * stands still meanwhile, so that both are asked about the same moment.
 */

import { createTestClient, http, zeroHash } from 'viem'
import { CHOICES, PROPOSAL_STATES } from '../../sdk/src/chapters/assembly/enums.ts'
import type { SeriesState } from '../../sdk/src/chapters/bonds/api.ts'
import { STATUS } from '../../sdk/src/chapters/bonds/enums.ts'
import { SOURCE } from '../../sdk/src/chapters/fund/enums.ts'
import { REASONS } from '../../sdk/src/chapters/phyle/enums.ts'
import { KINDS, LOCKS } from '../../sdk/src/chapters/statutes/enums.ts'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iLicencesAbi,
  iMachinesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iStatutesAbi,
  iWorksAbi,
} from '../../sdk/src/generated/abi.ts'
import { groundCode } from '../../sdk/src/licence.ts'
import { ruleFromChain, tallyFromChain, unpackCounts } from '../../sdk/src/rule.ts'
import { cashOf, client, everybody, house, RPC_URL } from './kit/chain.ts'
import { caughtUp, told } from './kit/overview.ts'
import { expect, test } from './kit/story.ts'

const SECONDS_BETWEEN_BLOCKS = 2

/** The cooling-off is a part of `STATUS.open`. */
const STATUS_OF: Readonly<Record<SeriesState, number>> = { ...STATUS, closing: STATUS.open }

const clock = createTestClient({ mode: 'hardhat', transport: http(RPC_URL) })
const sum = (amounts: readonly string[]) => amounts.reduce((all, one) => all + BigInt(one), 0n)
const reading = client.readContract

test.beforeAll(async () => {
  await clock.setIntervalMining({ interval: 0 })
  await caughtUp()
})

test.afterAll(async () => {
  await clock.setIntervalMining({ interval: SECONDS_BETWEEN_BLOCKS })
})

test('Members by class, shares and rules are those of each co-op’s roll and statutes', async () => {
  for (const { coop, membership, statutes } of (await told('/api/coops')).data) {
    const roll = { address: membership, abi: iMembershipAbi } as const
    const laws = { address: statutes, abi: iStatutesAbi } as const
    const { data } = await told('/api/coops/:coop', `/api/coops/${coop}`)
    const names = data.classes.map(({ name }) => name)
    const [counts, total, lastId, classes, name, lock] = await Promise.all([
      reading({ ...roll, functionName: 'counts' }),
      reading({ ...roll, functionName: 'total' }),
      reading({ ...roll, functionName: 'lastId' }),
      reading({ ...laws, functionName: 'classes' }),
      reading({ ...laws, functionName: 'name' }),
      reading({ ...laws, functionName: 'lock' }),
    ])
    expect(data.name).toBe(name)
    expect(LOCKS[lock]).toBe(data.lock)
    expect(data.classes.map(({ members }) => members)).toEqual(unpackCounts(counts, names.length))
    expect(data.classes.map(({ share }) => share)).toEqual(classes.map(({ shareBps }) => shareBps))
    expect(BigInt(data.members)).toBe(total)
    for (const [code, kind] of KINDS.entries()) {
      const rule = data.rules[kind]
      if (!rule) continue
      const kept = await reading({ ...laws, functionName: 'ruleOf', args: [code] })
      expect(rule).toEqual(ruleFromChain(kept, names))
    }

    const members = (await told('/api/coops/:coop/members', `/api/coops/${coop}/members`)).data
    expect(BigInt(members.length)).toBe(lastId)
    for (const member of members) {
      const now = await reading({ ...roll, functionName: 'memberOf', args: [member.wallet] })
      const kept =
        BigInt(now.id) === BigInt(member.id)
          ? now
          : await reading({ ...roll, functionName: 'formerMember', args: [BigInt(member.id)] })
      expect(member).toMatchObject({
        class: kept.class,
        joined: kept.joined,
        left: kept.left === 0 ? null : kept.left,
      })
    }
  }
})

test('The rule, the count and the state of each decision are those of its assembly', async () => {
  const all = (await told('/api/proposals')).data
  for (const { assembly } of (await told('/api/coops')).data) {
    const count = await reading({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'proposalCount',
    })
    expect(BigInt(all.filter((one) => one.assembly === assembly).length)).toBe(count)
  }
  for (const { assembly, id } of all) {
    const { data } = await told('/api/proposals/:assembly/:id', `/api/proposals/${assembly}/${id}`)
    const at = { address: assembly, abi: iAssemblyAbi } as const
    const args = [BigInt(id)] as const
    const [tallies, rule, state, [, passed]] = await Promise.all([
      reading({ ...at, functionName: 'talliesOf', args }),
      reading({ ...at, functionName: 'ruleOfProposal', args }),
      reading({ ...at, functionName: 'state', args }),
      reading({ ...at, functionName: 'resultOf', args }),
    ])
    const names = data.classes.map(({ name }) => name)
    expect(data.classes).toEqual(
      tallies.map((tally, place) => tallyFromChain(tally, names[place] ?? '')),
    )
    expect(data.rule).toEqual(ruleFromChain(rule, names))
    expect(data.state, data.title).toBe(PROPOSAL_STATES[state])
    expect(data.passing, data.title).toBe(passed)
    for (const { voter, choice } of data.ballots) {
      const [, cast] = await reading({
        ...at,
        functionName: 'ballotOf',
        args: [BigInt(id), voter],
      })
      expect(CHOICES[cast]).toBe(choice)
    }
  }
})

test('What was lent, paid and is due of each bond is what the bonds and the fund say', async () => {
  const { phyle, bonds, fund } = await house()
  const all = (await told('/api/series')).data
  const at = { address: bonds, abi: iCommonsBondsAbi } as const
  expect(BigInt(all.length)).toBe(await reading({ ...at, functionName: 'seriesCount' }))
  for (const { id } of all) {
    const { data } = await told('/api/series/:phyle/:id', `/api/series/${phyle}/${id}`)
    const series = BigInt(id)
    const [kept, status, ledger] = await Promise.all([
      reading({ ...at, functionName: 'seriesOf', args: [series] }),
      reading({ ...at, functionName: 'statusOf', args: [series] }),
      reading({
        address: fund,
        abi: iCommonsFundAbi,
        functionName: 'ledgerOf',
        args: [series],
      }),
    ])
    const bought = ledger.machineId !== 0n
    expect(data).toMatchObject({
      pledgedUnits: `${kept.units}`,
      coop: kept.coop,
      endorsed: kept.endorsed,
      closes: kept.closesAt,
      price: `${kept.terms.price}`,
      machine: bought ? `${ledger.machineId}` : null,
      paid: `${ledger.paid}`,
      ...(bought && { raised: `${ledger.raised}`, capDue: `${ledger.capDue}` }),
    })
    expect(STATUS_OF[data.state], data.title).toBe(status)
    const held = sum(data.positions.map(({ units }) => units))
    // Who took a refund of an offer that failed holds nothing of it any more.
    if (data.state === 'failed') expect(held).toBeLessThanOrEqual(BigInt(kept.units))
    else expect(held).toBe(BigInt(kept.units))
    expect(sum(data.payments.map(({ amount }) => amount))).toBe(ledger.paid)
    for (const { holder, units, taken, due } of data.positions) {
      const [held, got, owed] = await Promise.all([
        reading({ ...at, functionName: 'balanceOf', args: [holder, series] }),
        reading({ ...at, functionName: 'takenOf', args: [series, holder] }),
        reading({ ...at, functionName: 'dueOf', args: [series, holder] }),
      ])
      expect([units, taken, due]).toEqual([`${held}`, `${got}`, `${owed}`])
    }
  }
})

test('Machines and their use fees are those of the register and of what was poured', async () => {
  const { machines, fund, block } = await house()
  const at = { address: machines, abi: iMachinesAbi } as const
  const all = (await told('/api/machines')).data
  expect(BigInt(all.length)).toBe(await reading({ ...at, functionName: 'count' }))
  const poured = await client.getContractEvents({
    address: fund,
    abi: iCommonsFundAbi,
    eventName: 'Poured',
    args: { source: SOURCE.machine },
    fromBlock: BigInt(block),
    strict: true,
  })
  for (const machine of all) {
    const id = BigInt(machine.id)
    const kept = await reading({ ...at, functionName: 'machineOf', args: [id] })
    const fees = poured.filter(({ args }) => args.ref === id).map(({ args }) => `${args.amount}`)
    expect(machine).toMatchObject({
      user: kept.coop,
      series: `${kept.seriesId}`,
      document: kept.document,
      price: `${kept.price}`,
      rent: `${kept.rent}`,
      rentPeriod: kept.rentPeriod,
      bought: { time: kept.boughtAt },
      income: `${sum(fees)}`,
    })
  }
})

test('The common fund, its months, heads and claims are as the contracts keep them', async () => {
  const { phyle, fund, block } = await house()
  const at = { address: fund, abi: iCommonsFundAbi } as const
  const { data } = await told('/api/federations/:phyle', `/api/federations/${phyle}`)
  const [tracked, reserve, undistributed, closed, heads, claims] = await Promise.all([
    reading({ ...at, functionName: 'tracked' }),
    reading({ ...at, functionName: 'reserve' }),
    reading({ ...at, functionName: 'undistributed' }),
    reading({ ...at, functionName: 'closedEpochs' }),
    reading({ address: phyle, abi: iPhyleAbi, functionName: 'heads' }),
    client.getContractEvents({
      ...at,
      eventName: 'Claimed',
      fromBlock: BigInt(block),
      strict: true,
    }),
  ])
  expect(data.held).toEqual({
    cash: `${tracked}`,
    reserve: `${reserve}`,
    undistributed: `${undistributed}`,
  })
  expect(data.flow.claimed).toBe(`${sum(claims.map(({ args }) => `${args.amount}`))}`)
  const { inMachines, inLicences, inLevies, inGifts, toBonds, toReserve, toHeads } = data.flow
  expect(sum([inMachines, inLicences, inLevies, inGifts])).toBe(sum([toBonds, toReserve, toHeads]))
  expect(BigInt(data.heads)).toBe(heads)
  const past = data.epochs.filter((epoch) => epoch.closed)
  expect(Math.max(...past.map(({ number }) => number))).toBe(Number(closed) - 1)
  const index = await reading({ ...at, functionName: 'indexAt', args: [closed - 1n] })
  expect(sum(past.map(({ perHead }) => perHead))).toBe(index)
  const head = { address: phyle, abi: iPhyleAbi } as const
  for (const { address } of await everybody()) {
    const wallet = address as `0x${string}`
    const money = await told(
      '/api/people/:wallet/money',
      `/api/people/${wallet}/money?phyle=${phyle}`,
    )
    const [due, settled] = await Promise.all([
      reading({ ...at, functionName: 'due', args: [wallet] }),
      reading({ ...head, functionName: 'headAsSettled', args: [wallet] }),
    ])
    const { equalShare, cash } = money.data
    expect(cash).toBe(`${await cashOf(wallet)}`)
    expect(equalShare.due).toBe(`${due}`)
    // What was earned month by month was collected or waits.
    expect(sum(equalShare.epochs.map(({ perHead }) => perHead))).toBe(
      due + BigInt(equalShare.claimed),
    )
    expect(equalShare.firstEpoch).toBe(settled.since === 0 ? null : settled.earnsFrom)
  }
})

test('The open co-op check of each co-op is what the federation’s register answers', async () => {
  const { phyle } = await house()
  const at = { address: phyle, abi: iPhyleAbi } as const
  const { data } = await told('/api/federations/:phyle', `/api/federations/${phyle}`)
  for (const { coop, name, standing, joined } of data.members) {
    const [answers, good, [entered]] = await Promise.all([
      reading({ ...at, functionName: 'standing', args: [coop] }),
      reading({ ...at, functionName: 'inGoodStanding', args: [coop] }),
      reading({ ...at, functionName: 'coopOf', args: [coop] }),
    ])
    expect(standing.good, name).toBe(good)
    expect(joined).toBe(entered)
    expect(standing.answers.map(({ yes, reason, until }) => ({ yes, reason, until }))).toEqual(
      answers.map(({ ok, reason, until }) => ({
        yes: ok,
        reason: reason === 0 ? null : REASONS[reason],
        until: until || null,
      })),
    )
  }
})

test('Works, terms, permissions and receipts are those of the registers', async () => {
  const { phyle, works, licences } = await house()
  const register = { address: works, abi: iWorksAbi } as const
  const desk = { address: licences, abi: iLicencesAbi } as const
  const all = (await told('/api/works')).data
  expect(BigInt(all.length)).toBe(await reading({ ...register, functionName: 'count' }))
  for (const { id } of all) {
    const { data } = await told('/api/works/:phyle/:id', `/api/works/${phyle}/${id}`)
    const work = await reading({ ...register, functionName: 'workOf', args: [BigInt(id)] })
    expect(data).toMatchObject({
      steward: work.steward,
      family: `${work.family}`,
      digest: work.digest,
      parents: work.parents.map(String),
      registered: { time: work.registered },
    })
    for (const { version, hash } of data.terms) {
      const args = [work.family, BigInt(version)] as const
      expect(hash).toBe(await reading({ ...register, functionName: 'termsHash', args }))
    }
  }
  const grants = (await told('/api/grants')).data
  expect(grants.length).toBeGreaterThan(0)
  for (const grant of grants) {
    const args = [BigInt(grant.family), grant.licensee] as const
    const [kept, fingerprint] = await Promise.all([
      reading({ ...desk, functionName: 'grantOf', args }),
      reading({ ...desk, functionName: 'newestReceipt', args }),
    ])
    const refunds = grant.receipts.filter((one) => one.refunded).length
    expect(BigInt(grant.receipts.length + refunds)).toBe(kept.receipts)
    expect(grant.to).toBe(kept.to)
    const [newest] = grant.receipts
    expect(grant).toMatchObject({ from: kept.from, tier: kept.tier, terms: Number(kept.terms) })
    if (!newest?.refunded) expect(newest?.fingerprint).toBe(fingerprint)
    expect(groundCode(grant.ground)).toBe(kept.ground)
    for (const one of grant.receipts) {
      const entry = {
        ...one,
        number: BigInt(one.number),
        work: BigInt(one.work),
        terms: BigInt(one.terms),
        ground: groundCode(one.ground),
        amount: BigInt(one.amount),
        purchaseOrder: one.purchaseOrder ?? zeroHash,
        statement: one.statement ?? zeroHash,
        previous: one.previous ?? zeroHash,
      }
      const own = await reading({
        ...desk,
        functionName: 'receiptHash',
        args: [grant.licensee, BigInt(grant.family), entry],
      })
      expect(one.fingerprint).toBe(own)
    }
  }
})
