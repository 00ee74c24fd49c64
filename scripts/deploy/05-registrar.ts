// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'
import { ORGANS } from './implementations.ts'

/** It is the first: no Registrar comes before it. */
const PREVIOUS = '0x0000000000000000000000000000000000000000'

export const registrar: Chapter = {
  title: 'Founding a co-op',
  async deploy({ put, addressOf }) {
    await put('registrars', 'Registrar', [...ORGANS.map(addressOf), PREVIOUS])
  },
}
