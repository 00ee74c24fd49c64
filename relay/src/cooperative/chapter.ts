// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Doors } from '../chapter.ts'
import { foundingRoutes } from './foundingRoutes.ts'

export const doors: Doors = {
  foundings: ({ services, room, senderOf }) => foundingRoutes(services.foundings, room, senderOf),
}
