// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Doors } from '../doors.ts'
import { pours } from './pours.ts'

export function routes({ list }: Doors): void {
  list('/api/federations/:phyle/pours', ({ address, query }) =>
    pours(address('phyle'), query.id('machine')),
  )
}
