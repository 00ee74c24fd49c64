// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Doors } from '../doors.ts'
import { amendments } from './amendments.ts'

export function routes({ list }: Doors): void {
  list('/api/coops/:coop/amendments', ({ address }) => amendments(address('coop')))
}
