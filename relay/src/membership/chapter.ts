// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter, Doors } from '../chapter.ts'
import { profileRoutes } from './profileRoutes.ts'
import { profilesOf, sponsorshipsOf } from './services.ts'
import { sponsorshipRoutes } from './sponsorshipRoutes.ts'

export { chores } from './silence.ts'

export const doors: Doors = {
  profiles: ({ use, room, senderOf }) => profileRoutes(use(profilesOf), room, senderOf),
  sponsorships: ({ use }) => sponsorshipRoutes(use(sponsorshipsOf)),
}

export const ofOneChain: Chapter['ofOneChain'] = {
  tables: ['profiles', 'sponsorships'],
  kinds: ['profiles'],
}
