// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  application,
  claim,
  closedEpoch,
  coop,
  licenceClaim,
  machine,
  member,
  memberClass,
  type phyle,
  pour,
  receipt,
  refund,
  seat,
  seriesEvent,
} from 'ponder:schema'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { iCommonsFundAbi, iLicencesAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import type { PersonMoney, PersonMovement, PersonSummary } from '@phyle/sdk/index-api'
import { and, desc, eq, gt, inArray, or, sql } from 'ponder'
import type { Hex } from 'viem'
import { held, tellHeld } from './bonds/held.ts'
import { balanceOf, read } from './chain.ts'
import { MOST_EPOCHS } from './fund/epochs.ts'
import { placeIn } from './keyset.ts'
import { applicationOf, memberOf } from './membership/roll.ts'
import { byPlace, firstOf, type Listed, merged, type Rank, type Source } from './page.ts'
import { phyleRow } from './phyle/row.ts'
import { address, amount, at, type Placed } from './rows.ts'
import { first, newestIn, selected } from './tables.ts'

/** Above what one person has; a page of its own is not needed. */
const MOST_MEMBERSHIPS = 200
const MOST_APPLICATIONS = 50

export async function person(wallet: Hex): Promise<PersonSummary> {
  const [memberships, applications, seats] = await Promise.all([
    db
      .select({ member, coop, className: memberClass.name })
      .from(member)
      .innerJoin(coop, eq(coop.membership, member.membership))
      .leftJoin(
        memberClass,
        and(eq(memberClass.coop, coop.address), eq(memberClass.index, member.class)),
      )
      .where(eq(member.wallet, wallet))
      .orderBy(desc(member.joined))
      .limit(MOST_MEMBERSHIPS),
    db
      .select({ application, coop })
      .from(application)
      .innerJoin(coop, eq(coop.membership, application.membership))
      .where(eq(application.wallet, wallet))
      .orderBy(desc(application.block), desc(application.log))
      .limit(MOST_APPLICATIONS),
    db
      .select()
      .from(seat)
      .where(eq(seat.wallet, wallet))
      .orderBy(desc(seat.from))
      .limit(MOST_MEMBERSHIPS),
  ])
  return {
    wallet: address(wallet),
    memberships: memberships.map(({ member: row, coop: of, className }) => ({
      ...memberOf(row, of),
      coopName: of.name,
      className: className ?? '',
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

/** So many movements come with the answer about money; the others have a route of their own. */
const FIRST_MOVEMENTS = 100

interface Told {
  readonly movement: PersonMovement
  readonly rank: Rank
}

interface Moved extends Placed {
  readonly log: number
  readonly amount: bigint
}

const OF_SERIES = { subscribed: 'out', withdrawn: 'in', refunded: 'in', taken: 'in' } as const
type OfSeries = keyof typeof OF_SERIES

interface About {
  readonly what: PersonMovement['what']
  readonly direction: PersonMovement['direction']
  readonly series?: bigint
  readonly family?: bigint
}

/** A source of rows as movements, in the words that `about` finds for each. */
const told = <Row extends Moved>(
  { read, count }: Source<Row>,
  about: (row: Row) => About,
): Source<Told> => ({
  rankOf: ({ rank }) => rank,
  count,
  read: async (stretch) =>
    (await read(stretch)).map((row) => {
      const { what, direction, series, family } = about(row)
      const movement = {
        what,
        direction,
        amount: amount(row.amount),
        series: series?.toString() ?? null,
        family: family?.toString() ?? null,
        ...at(row),
      }
      return { movement, rank: byPlace(row) }
    }),
})

/** What was poured by a wallet, with the bond offer of the machine that it was for. */
function poured(of: Hex, wallet: Hex): Source<Moved & { readonly series: bigint | null }> {
  const where = and(
    eq(pour.phyle, of),
    eq(pour.from, wallet),
    inArray(pour.source, [SOURCE.machine, SOURCE.gift]),
  )
  return selected(placeIn(pour), {
    rankOf: byPlace,
    select: (one) =>
      db
        .select({
          amount: pour.amount,
          block: pour.block,
          time: pour.time,
          tx: pour.tx,
          log: pour.log,
          series: machine.series,
        })
        .from(pour)
        .leftJoin(
          machine,
          and(
            eq(pour.source, SOURCE.machine),
            eq(machine.phyle, pour.phyle),
            eq(machine.id, pour.ref),
          ),
        )
        .where(one),
    where,
  })
}

function movedBy(of: Hex, wallet: Hex): readonly Source<Told>[] {
  const inSeries = newestIn(
    seriesEvent,
    and(
      eq(seriesEvent.phyle, of),
      eq(seriesEvent.who, wallet),
      inArray(seriesEvent.what, Object.keys(OF_SERIES)),
    ),
  )
  const paid = and(eq(receipt.phyle, of), eq(receipt.payer, wallet), gt(receipt.amount, 0n))
  const back = and(eq(refund.phyle, of), or(eq(refund.licensee, wallet), eq(refund.payer, wallet)))
  const claims = and(eq(claim.phyle, of), eq(claim.person, wallet))
  const shares = and(eq(licenceClaim.phyle, of), eq(licenceClaim.account, wallet))
  return [
    told(inSeries, ({ what, series }) => ({
      what: what as OfSeries,
      direction: OF_SERIES[what as OfSeries],
      series,
    })),
    told(newestIn(claim, claims), () => ({ what: 'equalShare', direction: 'in' })),
    told(newestIn(licenceClaim, shares), () => ({ what: 'licenceShare', direction: 'in' })),
    told(newestIn(receipt, paid), ({ family }) => ({
      what: 'licenceFee',
      direction: 'out',
      family,
    })),
    told(newestIn(refund, back), ({ family }) => ({ what: 'refunded', direction: 'in', family })),
    told(poured(of, wallet), ({ series }) =>
      series === null
        ? { what: 'gift', direction: 'out' }
        : { what: 'useFee', direction: 'out', series },
    ),
  ]
}

export async function movements(of: Hex, wallet: Hex): Promise<Listed<PersonMovement>> {
  return merged(movedBy(of, wallet), (some) => some.map(({ movement }) => movement))
}

async function equalShareOf(
  home: typeof phyle.$inferSelect,
  wallet: Hex,
): Promise<PersonMoney['equalShare']> {
  const [due, head, claims, closed] = await Promise.all([
    read({
      address: home.fund,
      abi: iCommonsFundAbi,
      functionName: 'due',
      args: [wallet],
    }),
    read({
      address: home.address,
      abi: iPhyleAbi,
      functionName: 'headAsSettled',
      args: [wallet],
    }),
    db
      .select({ amount: sql<string>`coalesce(sum(${claim.amount}), 0)::text` })
      .from(claim)
      .where(and(eq(claim.phyle, home.address), eq(claim.person, wallet))),
    db
      .select({ shared: closedEpoch.shared, perHead: closedEpoch.perHead })
      .from(closedEpoch)
      .where(eq(closedEpoch.phyle, home.address))
      .orderBy(desc(closedEpoch.epoch))
      .limit(MOST_EPOCHS),
  ])
  const known = head.since !== 0
  const earned = closed.filter(
    ({ shared }) => known && shared >= head.earnsFrom && shared <= head.earnsTo,
  )
  return {
    due: amount(due),
    claimed: claims[0]?.amount ?? '0',
    firstEpoch: known ? head.earnsFrom : null,
    epochs: earned.map(({ shared, perHead }) => ({
      number: shared,
      ends: home.start + (shared + 1) * home.epochLength,
      perHead: amount(perHead),
    })),
  }
}

/** As many positions as come with the money itself, the newest; the others by their own route. */
const FIRST_POSITIONS = 50

export async function personMoney(wallet: Hex, of: Hex, now: number): Promise<PersonMoney> {
  const home = await phyleRow(of)
  const [positions, cash, equalShare, licenceShare, newestMovements] = await Promise.all([
    first(held(of, wallet), FIRST_POSITIONS).then((rows) => tellHeld(of, rows, now)),
    balanceOf(home.cash, wallet),
    equalShareOf(home, wallet),
    read({
      address: home.licences,
      abi: iLicencesAbi,
      functionName: 'claimable',
      args: [wallet],
    }),
    firstOf(movedBy(of, wallet), FIRST_MOVEMENTS),
  ])
  return {
    wallet: address(wallet),
    phyle: address(of),
    cash: amount(cash),
    positions,
    equalShare,
    licenceShare: amount(licenceShare),
    movements: newestMovements.map(({ movement }) => movement),
  }
}
