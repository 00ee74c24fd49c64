// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  application,
  claim,
  closedEpoch,
  contribution,
  coop,
  licenceClaim,
  machine,
  member,
  memberClass,
  phyle,
  position,
  pour,
  receipt,
  refund,
  seat,
  seriesEvent,
} from 'ponder:schema'
import { iCommonsFundAbi, iLicencesAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import type {
  Contribution,
  PersonMoney,
  PersonMovement,
  PersonSummary,
  SeriesSummary,
} from '@phyle/sdk/index-api'
import { and, desc, eq, gt, inArray, or } from 'ponder'
import type { Hex } from 'viem'
import { positionsOf, seriesByIds } from './bonds.ts'
import { balanceOf, client } from './chain.ts'
import { applicationOf, memberOf } from './coops.ts'
import { byPlace, type Listed, listed } from './page.ts'
import { address, amount, at, NotFound, sum } from './rows.ts'
import { contributionOf } from './works.ts'

export async function person(wallet: Hex): Promise<PersonSummary> {
  const [memberships, classes, applications, seats] = await Promise.all([
    db
      .select({ member, coop })
      .from(member)
      .innerJoin(coop, eq(coop.membership, member.membership))
      .where(eq(member.wallet, wallet))
      .orderBy(desc(member.joined)),
    db.select().from(memberClass),
    db
      .select({ application, coop })
      .from(application)
      .innerJoin(coop, eq(coop.membership, application.membership))
      .where(eq(application.wallet, wallet))
      .orderBy(desc(application.block)),
    db.select().from(seat).where(eq(seat.wallet, wallet)).orderBy(desc(seat.from)),
  ])
  return {
    wallet: address(wallet),
    memberships: memberships.map(({ member: row, coop: of }) => ({
      ...memberOf(row, of),
      coopName: of.name,
      className:
        classes.find((one) => one.coop === of.address && one.index === row.class)?.name ?? '',
    })),
    applications: applications.map(({ application: row, coop: of }) => ({
      ...applicationOf(row, of.address),
      coopName: of.name,
    })),
    seats: seats.map((row) => ({
      phyle: address(row.phyle),
      coop: address(row.coop),
      memberId: row.memberId.toString(),
      from: row.from,
      until: row.until,
      earnsFromEpoch: row.earnsFrom,
    })),
  }
}

/** How many movements come with the money itself; the others by their own route. */
const FIRST_MOVEMENTS = 100

/** `Source` of the contracts. */
const [MACHINE, GIFT] = [0, 3]

interface Told extends PersonMovement {
  readonly log: number
}

const OF_SERIES = { subscribed: 'out', withdrawn: 'in', refunded: 'in', taken: 'in' } as const

export async function movements(of: Hex, wallet: Hex): Promise<Listed<PersonMovement>> {
  const [events, claims, shares, fees, refunds, pours] = await Promise.all([
    db
      .select()
      .from(seriesEvent)
      .where(and(eq(seriesEvent.phyle, of), eq(seriesEvent.who, wallet))),
    db
      .select()
      .from(claim)
      .where(and(eq(claim.phyle, of), eq(claim.person, wallet))),
    db
      .select()
      .from(licenceClaim)
      .where(and(eq(licenceClaim.phyle, of), eq(licenceClaim.account, wallet))),
    db
      .select()
      .from(receipt)
      .where(and(eq(receipt.phyle, of), eq(receipt.payer, wallet), gt(receipt.amount, 0n))),
    db
      .select()
      .from(refund)
      .where(and(eq(refund.phyle, of), or(eq(refund.licensee, wallet), eq(refund.payer, wallet)))),
    db
      .select({ pour, series: machine.series })
      .from(pour)
      .leftJoin(machine, and(eq(machine.phyle, pour.phyle), eq(machine.id, pour.ref)))
      .where(and(eq(pour.phyle, of), eq(pour.from, wallet), inArray(pour.source, [MACHINE, GIFT]))),
  ])
  const told = (
    row: Parameters<typeof at>[0] & { readonly log: number; readonly amount: bigint },
    what: PersonMovement['what'],
    direction: PersonMovement['direction'],
    about: { readonly series?: bigint; readonly family?: bigint },
  ): Told => ({
    what,
    direction,
    amount: amount(row.amount),
    series: about.series?.toString() ?? null,
    family: about.family?.toString() ?? null,
    ...at(row),
    log: row.log,
  })
  const inSeries = events.flatMap((row) =>
    row.what in OF_SERIES
      ? [
          told(
            row,
            row.what as keyof typeof OF_SERIES,
            OF_SERIES[row.what as keyof typeof OF_SERIES],
            { series: row.series },
          ),
        ]
      : [],
  )
  const all = [
    ...inSeries,
    ...claims.map((row) => told(row, 'equalShare', 'in', {})),
    ...shares.map((row) => told(row, 'licenceShare', 'in', {})),
    ...fees.map((row) => told(row, 'licenceFee', 'out', { family: row.family })),
    ...pours.map(({ pour: row, series }) =>
      row.source === MACHINE && series !== null
        ? told(row, 'useFee', 'out', { series })
        : told(row, 'gift', 'out', {}),
    ),
    ...refunds.map((row) => told(row, 'refunded', 'in', { family: row.family })),
  ]
  return listed(all, byPlace, (some) => some.map(({ log: _, ...movement }) => movement))
}

async function equalShareOf(
  home: typeof phyle.$inferSelect,
  wallet: Hex,
): Promise<PersonMoney['equalShare']> {
  const [due, head, claims, closed] = await Promise.all([
    client.readContract({
      address: home.fund,
      abi: iCommonsFundAbi,
      functionName: 'due',
      args: [wallet],
    }),
    client.readContract({
      address: home.address,
      abi: iPhyleAbi,
      functionName: 'headAsSettled',
      args: [wallet],
    }),
    db
      .select({ amount: claim.amount })
      .from(claim)
      .where(and(eq(claim.phyle, home.address), eq(claim.person, wallet))),
    db
      .select()
      .from(closedEpoch)
      .where(eq(closedEpoch.phyle, home.address))
      .orderBy(desc(closedEpoch.epoch)),
  ])
  const known = head.since !== 0
  const earned = closed.filter(
    ({ shared }) => known && shared >= head.earnsFrom && shared <= head.earnsTo,
  )
  return {
    due: amount(due),
    claimed: amount(sum(claims.map((one) => one.amount))),
    firstEpoch: known ? head.earnsFrom : null,
    epochs: earned.map(({ shared, perHead }) => ({
      number: shared,
      ends: home.start + (shared + 1) * home.epochLength,
      perHead: amount(perHead),
    })),
  }
}

export async function personMoney(wallet: Hex, of: Hex, now: number): Promise<PersonMoney> {
  const [home] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!home) throw new NotFound(`There is no federation ${of}.`)
  const [rows, cash, equalShare, licenceShare, { data: newestMovements }] = await Promise.all([
    db
      .select()
      .from(position)
      .where(and(eq(position.phyle, of), eq(position.holder, wallet)))
      .orderBy(desc(position.series)),
    balanceOf(home.cash, wallet),
    equalShareOf(home, wallet),
    client.readContract({
      address: home.licences,
      abi: iLicencesAbi,
      functionName: 'claimable',
      args: [wallet],
    }),
    movements(of, wallet).then((list) => list.page({ after: undefined, limit: FIRST_MOVEMENTS })),
  ])
  const [positions, series] = await Promise.all([
    positionsOf(rows),
    seriesByIds(of, new Set(rows.map((one) => one.series)), now),
  ])
  return {
    wallet: address(wallet),
    phyle: address(of),
    cash: amount(cash),
    positions: positions.map((one) => ({
      ...one,
      // A position is made by a pledge, a pledge by a series.
      seriesSummary: series.get(BigInt(one.series)) as SeriesSummary,
    })),
    equalShare,
    licenceShare: amount(licenceShare),
    movements: newestMovements,
  }
}

export async function contributionsOf(wallet: Hex): Promise<Listed<Contribution>> {
  const rows = await db
    .select()
    .from(contribution)
    .where(and(eq(contribution.contributor, wallet), eq(contribution.withdrawn, false)))
  return listed(rows, byPlace, (some) => some.map(contributionOf))
}
