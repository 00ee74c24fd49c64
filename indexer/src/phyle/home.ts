// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { home } from 'ponder:schema'
import type { FirstChapter } from '@phyle/sdk/deployments'
import type { Hex } from 'viem'

/**
 * The phyle that was founded with an address as its chapter of this name; null where none was. Logs of all
 * chapters are read wherever a contract says that it opened one, whoever it is: what strangers tell, and
 * chapters of other names, is passed over. Of a first chapter the code is known, because the
 * PhyleRegistrar made it: so what it tells can be believed.
 */
export async function phyleOf(
  db: Context['db'],
  address: Hex,
  name: FirstChapter,
): Promise<Hex | null> {
  const found = await db.find(home, { chapter: address })
  return found?.name === name ? found.phyle : null
}
