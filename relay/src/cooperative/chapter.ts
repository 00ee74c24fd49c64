// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter, Doors } from '../chapter.ts'
import { foundingRoutes } from './foundingRoutes.ts'
import { foundingsOf } from './services.ts'

export const doors: Doors = {
  foundings: ({ use, room, senderOf }) => foundingRoutes(use(foundingsOf), room, senderOf),
}

export const ofOneChain: Chapter['ofOneChain'] = {
  tables: ['foundings', 'founding_signatures'],
  kinds: ['foundings'],
}
