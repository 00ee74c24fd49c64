// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Doors } from '../chapter.ts'
import { profileRoutes } from './profileRoutes.ts'
import { sponsorshipRoutes } from './sponsorshipRoutes.ts'

export const doors: Doors = {
  profiles: ({ services, room, senderOf }) => profileRoutes(services.profiles, room, senderOf),
  sponsorships: ({ services }) => sponsorshipRoutes(services.sponsorships),
}
