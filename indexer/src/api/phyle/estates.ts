// SPDX-License-Identifier: AGPL-3.0-or-later
/** What passes from one person to another. */
import { db } from 'ponder:api'
import { coop, estate } from 'ponder:schema'
import type { Estate } from '@phyle/sdk/chapters/phyle/api'
import { desc, eq, or } from 'ponder'
import type { Hex } from 'viem'
import { address } from '../rows.ts'

/** As many as anybody reads at once. */
const MOST = 50

/** The estates of which a wallet is the person or the heir. */
export async function estatesOf(wallet: Hex): Promise<readonly Estate[]> {
  const rows = await db
    .select({ estate, name: coop.name })
    .from(estate)
    .innerJoin(coop, eq(coop.address, estate.coop))
    .where(or(eq(estate.person, wallet), eq(estate.heir, wallet)))
    .orderBy(desc(estate.block), desc(estate.log))
    .limit(MOST)
  return rows.map(
    ({ estate: { phyle, person, heir, coop: by, document, from, passed }, name }) => ({
      phyle: address(phyle),
      person: address(person),
      heir: address(heir),
      coop: address(by),
      coopName: name,
      document,
      from,
      passed,
    }),
  )
}
