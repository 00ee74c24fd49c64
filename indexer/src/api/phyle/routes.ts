// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Doors } from '../doors.ts'
import { askedOfAttester, attestersOf } from './attesters.ts'
import { estatesOf } from './estates.ts'
import { federationCoops, federationDetail, federations } from './federations.ts'

export function routes({ answer, list }: Doors): void {
  list('/api/federations', () => federations())
  answer('/api/federations/:phyle', ({ address, now }) => federationDetail(address('phyle'), now))
  list('/api/federations/:phyle/coops', ({ address }) => federationCoops(address('phyle')))
  answer('/api/coops/:coop/account-attesters', ({ address }) => attestersOf(address('coop')))
  answer('/api/attesters/:wallet', ({ address, now }) => askedOfAttester(address('wallet'), now))
  answer('/api/estates/:wallet', ({ address }) => estatesOf(address('wallet')))
}
