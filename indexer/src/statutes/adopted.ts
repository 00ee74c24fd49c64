// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { coop, joinedFederation, kindOfAct, memberClass, openedChapter, rule } from 'ponder:schema'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { MAX_CLASSES } from '@phyle/sdk/charter'
import { iStatutesAbi } from '@phyle/sdk/generated/abi'
import { eq } from 'ponder'
import { BaseError, type Hex, HttpRequestError, hexToString, TimeoutError, zeroHash } from 'viem'
import { isName, linksOf, nameOfClass } from '../cooperative/names.ts'

type Db = Context['db']

/** What the statutes say now: their founding values are told by no event. */
async function read({ client }: Context, address: Hex) {
  // Whoever adopts a contract that says nothing gets no answer by asking it again.
  const at = { address, abi: iStatutesAbi, retryEmptyResponse: false } as const
  return Promise.all([
    client.readContract({ ...at, functionName: 'name' }),
    client.readContract({ ...at, functionName: 'purpose' }),
    client.readContract({ ...at, functionName: 'language' }),
    client.readContract({ ...at, functionName: 'lock' }),
    client.readContract({ ...at, functionName: 'admission' }),
    client.readContract({ ...at, functionName: 'maxShareBps' }),
    client.readContract({ ...at, functionName: 'coolingPeriod' }),
    client.readContract({ ...at, functionName: 'effects' }),
    client.readContract({ ...at, functionName: 'federation' }),
    client.readContract({ ...at, functionName: 'body' }),
    client.readContract({ ...at, functionName: 'classes' }),
    Promise.all(
      KINDS.map((_, kind) =>
        client.readContract({ ...at, functionName: 'ruleWordOf', args: [kind] }),
      ),
    ),
  ])
}

/** Whether the chain answered, so that asking again would be answered the same. */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false
  const isSilence = (cause: unknown) =>
    cause instanceof HttpRequestError || cause instanceof TimeoutError
  return error.walk(isSilence) === null
}

/** Forgets the acts and chapters of the statutes before: they bind nobody any more. */
export async function forgetActs(db: Db, of: Hex): Promise<void> {
  await db.sql.delete(kindOfAct).where(eq(kindOfAct.coop, of))
  await db.sql.delete(openedChapter).where(eq(openedChapter.coop, of))
}

/**
 * Puts what newly adopted statutes say in the place of what the old ones said. A contract that does not
 * say it in full, or a name or classes that ours could not have, changes nothing: whoever adopts it has
 * told nobody other rules.
 */
export async function takeStatutes(context: Context, of: Hex, statutes: Hex): Promise<void> {
  const { db } = context
  const said = await read(context, statutes).catch((error: unknown) => {
    if (!isAnswer(error)) throw error
    return null
  })
  if (!said) return
  const [
    name,
    purpose,
    language,
    lock,
    policy,
    maxShareBps,
    coolingPeriod,
    effects,
    phyle,
    body,
    classes,
    words,
  ] = said
  if (!isName(name) || classes.length > MAX_CLASSES) return
  const [admission, sponsors] = policy
  await db.update(coop, { address: of }).set({
    ...{ name, purpose, lock, admission, sponsors, maxShareBps, coolingPeriod, body },
    ...linksOf(of, name),
    language: hexToString(language),
    effects: effects === zeroHash ? null : effects,
  })
  await db.sql.delete(memberClass).where(eq(memberClass.coop, of))
  await db.sql.delete(rule).where(eq(rule.coop, of))
  await db.insert(memberClass).values(
    classes.map(({ name: called, shareBps: share, flags }, index) => ({
      ...{ coop: of, index, share, flags },
      name: nameOfClass(called),
    })),
  )
  const rules = words.map((word, kind) => ({ coop: of, kind, word }))
  await db.insert(rule).values(rules.filter(({ word }) => word !== 0n))
  await db.insert(joinedFederation).values({ coop: of, phyle }).onConflictDoUpdate({ phyle })
}
