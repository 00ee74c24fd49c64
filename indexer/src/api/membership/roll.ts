// SPDX-License-Identifier: AGPL-3.0-or-later
/** Members and applications of a co-op. */
import { db } from 'ponder:api'
import { application, type coop, member, roll } from 'ponder:schema'
import type { Application, Member } from '@phyle/sdk/chapters/membership/api'
import { and, eq, isNotNull, isNull, sql } from 'ponder'
import type { Hex } from 'viem'
import { coopRow } from '../cooperative/row.ts'
import { type Listed, merged } from '../page.ts'
import { address, at, orNull } from '../rows.ts'
import { countOf, newestIn, selected } from '../tables.ts'

type CoopRow = typeof coop.$inferSelect

export function memberOf(row: typeof member.$inferSelect, of: CoopRow): Member {
  const founder = row.joined === of.time && !row.bySponsors
  return {
    coop: address(of.address),
    id: row.id.toString(),
    wallet: address(row.wallet),
    class: row.class,
    joined: row.joined,
    left: row.left,
    noticed: row.noticed,
    previousClass: row.previousClass,
    classChanged: row.classChanged,
    admittedBy: row.bySponsors ? 'sponsors' : founder ? 'founding' : 'decision',
  }
}

interface MembersQuery {
  readonly class: bigint | undefined
  readonly left: boolean | undefined
  readonly noticed: boolean | undefined
}

/** How many a list of members has, as the roll was counted. */
async function rowsOf(membership: Hex, { class: group, left }: MembersQuery): Promise<number> {
  const [found] = await db
    .select({
      members: sql<number>`coalesce(sum(${roll.members}), 0)::int`,
      gone: sql<number>`coalesce(sum(${roll.gone}), 0)::int`,
    })
    .from(roll)
    .where(
      and(
        eq(roll.membership, membership),
        group === undefined ? undefined : eq(roll.class, Number(group)),
      ),
    )
  const { members, gone } = found ?? { members: 0, gone: 0 }
  return (left === true ? 0 : members) + (left === false ? 0 : gone)
}

export async function members(of: Hex, query: MembersQuery): Promise<Listed<Member>> {
  const row = await coopRow(of)
  const { class: group, left, noticed } = query
  const where = and(
    eq(member.membership, row.membership),
    group === undefined ? undefined : eq(member.class, Number(group)),
    left === undefined ? undefined : left ? isNotNull(member.left) : isNull(member.left),
    noticed === undefined
      ? undefined
      : noticed
        ? isNotNull(member.noticed)
        : isNull(member.noticed),
  )
  const byId = selected<typeof member.$inferSelect>(
    { columns: [[member.id, 'amount']], newestFirst: false },
    {
      rankOf: ({ id }) => [id],
      select: (one) => db.select().from(member).where(one),
      where,
      count: () => (noticed === undefined ? rowsOf(row.membership, query) : countOf(member, where)),
    },
  )
  return merged([byId], (some) => some.map((one) => memberOf(one, row)))
}

export function applicationOf(row: typeof application.$inferSelect, of: Hex): Application {
  return {
    coop: address(of),
    wallet: address(row.wallet),
    class: row.class,
    document: orNull(row.document),
    // Who sets no deadline gives the largest number there is.
    deadline: Number(row.deadline < 253_402_300_799n ? row.deadline : 253_402_300_799n),
    state: row.state as Application['state'],
    ...at(row),
  }
}

export async function applications(of: Hex): Promise<Listed<Application>> {
  const { membership, address: account } = await coopRow(of)
  return merged([newestIn(application, eq(application.membership, membership))], (some) =>
    some.map((row) => applicationOf(row, account)),
  )
}
