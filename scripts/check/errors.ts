// SPDX-License-Identifier: AGPL-3.0-or-later
import { pathToFileURL } from 'node:url'
import { WORDS } from '../../sdk/src/errors/words.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

export const errors: Check = {
  title: 'Every custom error has words',
  async problems() {
    const {
      customErrors,
    }: { customErrors: readonly { name: string; contracts: readonly string[] }[] } = await import(
      pathToFileURL(fromRoot('sdk/src/generated/errors.ts')).href
    )
    const missing = customErrors
      .filter(({ name }) => !Object.hasOwn(WORDS, name))
      .map(
        ({ name, contracts }) => `${name} (${contracts.join(', ')}) has no words in sdk/src/errors`,
      )
    const known = new Set(customErrors.map(({ name }) => name))
    const idle = Object.keys(WORDS)
      .filter((name) => !known.has(name))
      .map((name) => `${name} has words in sdk/src/errors, but no contract answers with it`)
    return [...missing, ...idle]
  },
}
