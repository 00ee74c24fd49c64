// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter, Doors } from '../chapter.ts'
import { ballotRoutes } from './ballotRoutes.ts'
import { fileRoutes } from './fileRoutes.ts'
import { reasonRoutes } from './reasonRoutes.ts'
import { ballotsOf, departuresOf, filesOf, intakeOf, reasonsOf } from './services.ts'

export { chores } from './chores.ts'
export { ballotsOf as queue, carrierOf as work } from './services.ts'

export const doors: Doors = {
  ballots: ({ use }) => ballotRoutes(use(intakeOf), use(ballotsOf), use(departuresOf)),
  reasons: ({ use }) => reasonRoutes(use(reasonsOf)),
}

export const wideDoors: Doors = {
  files: ({ use }) => fileRoutes(use(filesOf)),
}

export const firstDoors: Chapter['firstDoors'] = ['ballots']

export const ofOneChain: Chapter['ofOneChain'] = { tables: ['ballots', 'reasons'] }
