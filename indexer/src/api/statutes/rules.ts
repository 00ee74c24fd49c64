// SPDX-License-Identifier: AGPL-3.0-or-later
/** Classes, rules and kinds of decision, as the statutes have them now. */
import { db } from 'ponder:api'
import { type coop, kindOfAct, memberClass, roll, rule } from 'ponder:schema'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { KindOfAct, MemberClass } from '@phyle/sdk/chapters/statutes/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { COOPERATOR_FLAG, ruleFromChain, USER_FLAG, unpackRule } from '@phyle/sdk/rule'
import { and, asc, eq } from 'ponder'
import type { Hex } from 'viem'
import { address, named } from '../rows.ts'

type CoopRow = typeof coop.$inferSelect

export async function classesOf(of: CoopRow): Promise<readonly MemberClass[]> {
  const classes = await db
    .select({ class: memberClass, members: roll.members })
    .from(memberClass)
    .leftJoin(roll, and(eq(roll.membership, of.membership), eq(roll.class, memberClass.index)))
    .where(eq(memberClass.coop, of.address))
    .orderBy(asc(memberClass.index))
  return classes.map(({ class: { index, name, share, flags }, members }) => ({
    index,
    name,
    share,
    user: (flags & USER_FLAG) !== 0,
    cooperator: (flags & COOPERATOR_FLAG) !== 0,
    members: members ?? 0,
  }))
}

export async function rulesOf(of: CoopRow, names: readonly string[]): Promise<CoopDetail['rules']> {
  const rows = await db.select().from(rule).where(eq(rule.coop, of.address))
  const entries = KINDS.map((kind, code) => {
    const word = rows.find((row) => row.kind === code)?.word
    const chainRule = word === undefined ? null : unpackRule(word)
    return [kind, chainRule && ruleFromChain(chainRule, names)]
  })
  return Object.fromEntries(entries)
}

/** Kinds of decision that the statutes set for particular acts. */
export async function kindsOf(of: Hex, most: number): Promise<readonly KindOfAct[]> {
  const rows = await db.select().from(kindOfAct).where(eq(kindOfAct.coop, of)).limit(most)
  return rows.map(({ target, selector, kind }) => ({
    target: address(target),
    selector,
    kind: named(KINDS, kind),
  }))
}
