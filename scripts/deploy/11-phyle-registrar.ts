// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'
import { SINGLETONS } from './implementations.ts'

export const phyleRegistrar: Chapter = {
  title: 'Founding a phyle',
  async deploy({ put, addressOf }) {
    await put('registrars', 'PhyleRegistrar', [addressOf('Registrar'), SINGLETONS.map(addressOf)])
  },
}
