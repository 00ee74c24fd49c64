// SPDX-License-Identifier: AGPL-3.0-or-later
/** The services of this chapter, each put together once by `Frame.use`. */
import { assembliesOf } from '../assembly/services.ts'
import type { Frame } from '../chapter.ts'
import { openFoundingStore } from './foundingStore.ts'
import { openFoundings } from './foundings.ts'

export const foundingsOf = ({ chain, database, env, roomFor, use }: Frame) =>
  openFoundings({
    ...{ chain, env },
    assemblies: use(assembliesOf),
    store: openFoundingStore(database, roomFor('foundings', { entries: 20_000, share: 0.02 })),
  })
