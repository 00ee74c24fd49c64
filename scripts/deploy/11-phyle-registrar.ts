// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

/** In the order of `IPhyleRegistrar.Singleton`. */
const SINGLETONS = [
  'Phyle',
  'CommonsFund',
  'CommonsBonds',
  'Works',
  'Machines',
  'Licences',
  'Contributions',
]

export const phyleRegistrar: Chapter = {
  title: 'Founding a phyle',
  async deploy({ put, addressOf }) {
    await put('registrars', 'PhyleRegistrar', [addressOf('Registrar'), SINGLETONS.map(addressOf)])
  },
}
