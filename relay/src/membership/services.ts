// SPDX-License-Identifier: AGPL-3.0-or-later
/** The services of this chapter, each put together once by `Frame.use`. */
import { assembliesOf } from '../assembly/services.ts'
import type { Frame } from '../chapter.ts'
import { foundingsOf } from '../cooperative/services.ts'
import { openProfileStore } from './profileStore.ts'
import { openProfiles } from './profiles.ts'
import { openSponsorshipStore } from './sponsorshipStore.ts'
import { openSponsorships } from './sponsorships.ts'

export const profilesOf = ({ chain, database, roomFor, use }: Frame) =>
  openProfiles({
    chain,
    assemblies: use(assembliesOf),
    foundings: use(foundingsOf),
    store: openProfileStore(database, roomFor('profiles', { entries: 1_000_000, share: 0.18 })),
  })

export const sponsorshipsOf = ({ chain, database, use }: Frame) =>
  openSponsorships({ chain, assemblies: use(assembliesOf), store: openSponsorshipStore(database) })
