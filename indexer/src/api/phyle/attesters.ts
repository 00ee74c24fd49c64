// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may vouch for the social accounts of co-ops, and what they are asked to vouch for. */
import { db } from 'ponder:api'
import { accountAttester, coop, phyleCoop, proposal, tally, vouching } from 'ponder:schema'
import type { AskedToVouch, Attester } from '@phyle/sdk/chapters/phyle/api'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { and, eq, or, sql } from 'ponder'
import { decodeFunctionData, type Hex } from 'viem'
import { callsTo, isOpen, mayBeOpen } from '../assembly/open.ts'
import { STATED } from '../assembly/proposals.ts'
import { belongs } from '../cooperative/coops.ts'
import { among } from '../keyset.ts'
import { address, sameAddress } from '../rows.ts'

/** As many as anybody reads at once. */
const MOST = 50

export async function attestersOf(of: Hex): Promise<readonly Attester[]> {
  const rows = await db
    .select({ attester: accountAttester })
    .from(phyleCoop)
    .innerJoin(accountAttester, eq(accountAttester.phyle, phyleCoop.phyle))
    .where(
      and(
        eq(phyleCoop.coop, of),
        belongs,
        eq(accountAttester.named, true),
        or(eq(accountAttester.namedBy, of), eq(accountAttester.namedBy, accountAttester.phyle)),
      ),
    )
  return rows.map(({ attester: { phyle, wallet, namedBy } }) => ({
    phyle: address(phyle),
    wallet: address(wallet),
    byFederation: sameAddress(namedBy, phyle),
  }))
}

interface Filed {
  readonly year: number
  readonly document: Hex
  readonly attester: Hex
}

/** The social account that a call files; null for any other call. */
function filedBy(data: Hex): Filed | null {
  try {
    const call = decodeFunctionData({ abi: iPhyleAbi, data })
    if (call.functionName !== 'fileSocialAccount') return null
    const [year, document, named] = call.args
    return { year, document, attester: named }
  } catch {
    return null
  }
}

/** What decisions that are open, or passed and not carried out, would file under the name of a wallet. */
export async function askedOfAttester(wallet: Hex, now: number): Promise<readonly AskedToVouch[]> {
  const named = `%${wallet.slice(2).toLowerCase()}%`
  const rows = await db
    .select({
      ...STATED,
      assembly: proposal.assembly,
      id: proposal.id,
      targets: proposal.targets,
      calldatas: proposal.calldatas,
      of: proposal.coop,
      resolution: proposal.resolution,
      language: proposal.language,
      phyle: phyleCoop.phyle,
      name: coop.name,
    })
    .from(proposal)
    .innerJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .innerJoin(coop, eq(coop.address, proposal.coop))
    .innerJoin(phyleCoop, and(eq(phyleCoop.coop, proposal.coop), belongs))
    .where(and(mayBeOpen(now), sql`${proposal.calldatas}::text like ${named}`))
  const asked = rows
    .filter((row) => isOpen(row, now))
    .flatMap((row) =>
      callsTo(row, row.phyle).flatMap((data) => {
        const filed = filedBy(data)
        return filed && sameAddress(filed.attester, wallet) ? [{ row, filed }] : []
      }),
    )
    .slice(0, MOST)
  if (asked.length === 0) return []
  const phyles = asked.map(({ row }) => row.phyle)
  const coops = asked.map(({ row }) => row.of)
  const documents = asked.map(({ filed }) => filed.document)
  const vouched = await db
    .select()
    .from(vouching)
    .where(
      and(
        among(vouching.phyle, phyles),
        eq(vouching.attester, wallet),
        among(vouching.coop, coops),
        among(vouching.document, documents),
      ),
    )
  return asked.map(({ row, filed: { year, document } }) => ({
    phyle: address(row.phyle),
    coop: address(row.of),
    coopName: row.name,
    assembly: address(row.assembly),
    proposal: `${row.id}`,
    resolution: row.resolution,
    language: row.language,
    year,
    document,
    vouched: vouched.some(
      (one) =>
        one.phyle === row.phyle &&
        one.coop === row.of &&
        one.year === year &&
        one.document === document,
    ),
  }))
}
