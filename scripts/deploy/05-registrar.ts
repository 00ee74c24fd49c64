// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'
import { ORGANS } from './implementations.ts'

export const registrar: Chapter = {
  title: 'Founding a co-op',
  async deploy({ put, addressOf }) {
    await put('registrars', 'Registrar', ORGANS.map(addressOf))
  },
}
