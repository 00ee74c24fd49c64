// SPDX-License-Identifier: AGPL-3.0-or-later
/** Points for contributions to works, and who may give them. */
import { db } from 'ponder:api'
import { attester, contribution, phyle } from 'ponder:schema'
import type { WorkDetail } from '@phyle/sdk/chapters/commons/api'
import type { Contribution } from '@phyle/sdk/chapters/licences/api'
import { iContributionsAbi } from '@phyle/sdk/generated/abi'
import { and, eq, gt } from 'ponder'
import type { Hex } from 'viem'
import { read } from '../chain.ts'
import { type Listed, merged } from '../page.ts'
import { address, amount, at } from '../rows.ts'
import { newestIn } from '../tables.ts'

export function contributionOf(row: typeof contribution.$inferSelect): Contribution {
  return {
    phyle: address(row.phyle),
    family: row.family.toString(),
    contributor: address(row.contributor),
    attester: address(row.attester),
    artefact: row.artefact,
    points: amount(row.points),
    matures: row.matures,
    counted: row.counted,
    link: row.link || null,
    ...at(row),
  }
}

export const given = (of: Hex, family: bigint) =>
  newestIn(
    contribution,
    and(
      eq(contribution.phyle, of),
      eq(contribution.family, family),
      eq(contribution.withdrawn, false),
    ),
  )

/** What was contributed to a family of works. */
export async function contributions(of: Hex, family: bigint): Promise<Listed<Contribution>> {
  return merged([given(of, family)], (rows) => rows.map(contributionOf))
}

/** What one person contributed. */
export async function contributionsOf(wallet: Hex): Promise<Listed<Contribution>> {
  const where = and(eq(contribution.contributor, wallet), eq(contribution.withdrawn, false))
  return merged([newestIn(contribution, where)], (rows) => rows.map(contributionOf))
}

/** Who may give points for a steward's works, and how many each has given this quarter. */
export async function delegatesOf(
  of: Hex,
  steward: Hex,
  { now, most }: { readonly now: number; readonly most: number },
): Promise<WorkDetail['delegates']> {
  const rows = await db
    .select({
      wallet: attester.wallet,
      quota: attester.quota,
      contributions: phyle.contributions,
    })
    .from(attester)
    .innerJoin(phyle, eq(phyle.address, attester.phyle))
    .where(and(eq(attester.phyle, of), eq(attester.coop, steward), gt(attester.until, now)))
    .limit(most)
  return Promise.all(
    rows.map(async ({ wallet, quota, contributions: where }) => {
      const at = { address: where, abi: iContributionsAbi } as const
      const [quarter, book] = await Promise.all([
        read({ ...at, functionName: 'quarter' }),
        read({ ...at, functionName: 'attesterOf', args: [steward, wallet] }),
      ])
      const used = book.quarter === quarter ? BigInt(book.used) : 0n
      return { wallet: address(wallet), quota: amount(quota), used: amount(used) }
    }),
  )
}
