// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'
import { FOUNDED_WITH } from './implementations.ts'

export const phyleRegistrar: Chapter = {
  title: 'Founding a phyle',
  async deploy({ put, addressOf }) {
    const chapters = FOUNDED_WITH.map(([name, contract]) => [name, addressOf(contract)])
    await put('registrars', 'PhyleRegistrar', [addressOf('Registrar'), chapters])
  },
}
