// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Doors } from '../chapter.ts'
import { ballotRoutes } from './ballotRoutes.ts'
import { reasonRoutes } from './reasonRoutes.ts'

export { chores } from './chores.ts'

export const doors: Doors = {
  ballots: ({ services }) => ballotRoutes(services.intake, services.ballots, services.departures),
  reasons: ({ services }) => reasonRoutes(services.reasons),
}
