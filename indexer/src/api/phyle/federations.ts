// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { application, coop, flow, phyle, phyleCoop, policy } from 'ponder:schema'
import type {
  FederationCoop,
  FederationDetail,
  FederationSummary,
} from '@phyle/sdk/chapters/phyle/api'
import { iCommonsFundAbi } from '@phyle/sdk/generated/abi'
import { and, desc, eq } from 'ponder'
import type { Hex } from 'viem'
import { factsOf, read } from '../chain.ts'
import { belongs, rollsOf } from '../cooperative/coops.ts'
import { epochsOf } from '../fund/epochs.ts'
import { flowOf, policyOf, poured, pourOf } from '../fund/pours.ts'
import { placeIn, type SQL } from '../keyset.ts'
import { byPlace, type Listed, merged, type Source } from '../page.ts'
import { address, amount, at } from '../rows.ts'
import { countOf, first, selected } from '../tables.ts'
import { phyleRow, unknown } from './row.ts'
import { standingOf } from './standing.ts'

type Row = typeof phyle.$inferSelect

/** As much as comes with a federation itself, of each list. */
const FIRST = 50

interface Home {
  readonly phyle: Row
  readonly root: Pick<typeof coop.$inferSelect, 'name' | 'membership'> | null
}

const HOME = { phyle, root: { name: coop.name, membership: coop.membership } }

/** Federations with their roots. */
const joined = (where: SQL | undefined) =>
  db.select(HOME).from(phyle).leftJoin(coop, eq(coop.address, phyle.root)).where(where)

const insideOf = (of: Hex) => and(eq(phyleCoop.phyle, of), belongs)

async function summaryOf({ phyle: row, root }: Home): Promise<FederationSummary> {
  const [coops, facts] = await Promise.all([
    countOf(phyleCoop, insideOf(row.address)),
    factsOf(row.cash),
  ])
  return {
    phyle: address(row.address),
    name: root?.name ?? '',
    root: address(row.root),
    founded: row.time,
    coops,
    heads: row.heads,
    token: address(row.cash),
    ...facts,
  }
}

export async function federations(): Promise<Listed<FederationSummary>> {
  const all = selected<Home>(placeIn(phyle), {
    rankOf: (row) => byPlace(row.phyle),
    select: joined,
    where: undefined,
  })
  return merged([all], (rows) => Promise.all(rows.map((row) => summaryOf(row))))
}

interface Inside {
  readonly place: typeof phyleCoop.$inferSelect
  readonly coop: Pick<typeof coop.$inferSelect, 'name' | 'purpose' | 'membership'>
}

/** The co-ops of a federation, those that entered last first. */
function insideSource(of: Hex): Source<Inside> {
  const where = insideOf(of)
  return selected<Inside>(
    {
      columns: [
        [phyleCoop.entered, 'integer'],
        [phyleCoop.coop, 'address'],
      ],
      newestFirst: true,
    },
    {
      rankOf: ({ place }) => [-place.entered, -BigInt(place.coop)],
      select: (one) =>
        db
          .select({
            place: phyleCoop,
            coop: { name: coop.name, purpose: coop.purpose, membership: coop.membership },
          })
          .from(phyleCoop)
          .innerJoin(coop, eq(coop.address, phyleCoop.coop))
          .where(one),
      where,
      count: () => countOf(phyleCoop, where),
    },
  )
}

async function tellInside(rows: readonly Inside[]): Promise<readonly FederationCoop[]> {
  const rolls = await rollsOf(rows.map((row) => row.coop.membership))
  return Promise.all(
    rows.map(
      async ({ place, coop: of }): Promise<FederationCoop> => ({
        coop: address(place.coop),
        name: of.name,
        purpose: of.purpose,
        members: rolls.get(of.membership) ?? 0,
        heads: place.seats,
        joined: place.entered,
        leaves: place.leaves,
        standing: await standingOf(place.phyle, place.coop),
      }),
    ),
  )
}

export async function federationCoops(of: Hex): Promise<Listed<FederationCoop>> {
  await phyleRow(of)
  return merged([insideSource(of)], tellInside)
}

/** Co-ops that applied at a roll and have no answer yet. */
async function applicationsTo(membership: Hex): Promise<FederationDetail['applications']> {
  const rows = await db
    .select({ application, name: coop.name })
    .from(application)
    .innerJoin(coop, eq(coop.address, application.wallet))
    .where(and(eq(application.membership, membership), eq(application.state, 'open')))
    .orderBy(desc(application.block), desc(application.log))
    .limit(FIRST)
  return rows.map(({ application: row, name }) => ({ coop: address(row.wallet), name, ...at(row) }))
}

export async function federationDetail(of: Hex, now: number): Promise<FederationDetail> {
  const [home] = await db
    .select({ ...HOME, flow, policy })
    .from(phyle)
    .leftJoin(coop, eq(coop.address, phyle.root))
    .leftJoin(flow, eq(flow.phyle, phyle.address))
    .leftJoin(policy, eq(policy.phyle, phyle.address))
    .where(eq(phyle.address, of))
  if (!home) throw unknown(of)
  const { phyle: row, root } = home
  const fund = { address: row.fund, abi: iCommonsFundAbi } as const
  const [summary, members, applications, newest, epochs, cash, reserve, rest] = await Promise.all([
    summaryOf(home),
    first(insideSource(row.address), FIRST).then(tellInside),
    root ? applicationsTo(root.membership) : [],
    first(poured(row.address), FIRST),
    epochsOf(row, now),
    read({ ...fund, functionName: 'tracked' }),
    read({ ...fund, functionName: 'reserve' }),
    read({ ...fund, functionName: 'undistributed' }),
  ])
  return {
    ...summary,
    contracts: {
      commonsFund: address(row.fund),
      commonsBonds: address(row.bonds),
      machines: address(row.machines),
      works: address(row.works),
      licences: address(row.licences),
      contributions: address(row.contributions),
    },
    members,
    applications,
    held: { cash: amount(cash), reserve: amount(reserve), undistributed: amount(rest) },
    flow: flowOf(home.flow),
    ...policyOf(home.policy),
    epochLength: row.epochLength,
    noticePeriod: row.noticePeriod,
    epochs,
    pours: newest.map(pourOf),
  }
}
