// SPDX-License-Identifier: AGPL-3.0-or-later
/** A founding that is ready to be sent. */
import { founding, registrar, signaturesOf } from '../kit/house.ts'
import { foundingSigners, people } from '../kit/people.ts'

/** A Registrar, and a founding that nobody has sent yet. */
export async function prepared() {
  const who = await people()
  const to = await registrar()
  const it = await founding()
  const signatures = await signaturesOf(to, it, foundingSigners(who))
  const hash = await to.foundingHash(it.charter, it.founders, it.nonce, it.deadline)
  return { who, to, it, signatures, hash }
}
