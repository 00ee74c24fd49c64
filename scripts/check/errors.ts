// SPDX-License-Identifier: AGPL-3.0-or-later
import { pathToFileURL } from 'node:url'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

const generated = (file: string) => import(pathToFileURL(fromRoot('sdk/src/generated', file)).href)

export const errors: Check = {
  title: 'Every custom error has words',
  async problems() {
    const {
      customErrors,
    }: { customErrors: readonly { name: string; contracts: readonly string[] }[] } =
      await generated('errors.ts')
    const { errors: words }: { errors: object } = await generated('chapters/errors.ts')
    const missing = customErrors
      .filter(({ name }) => !Object.hasOwn(words, name))
      .map(
        ({ name, contracts }) =>
          `${name} (${contracts.join(', ')}) has no words in sdk/src/chapters/…/errors.ts`,
      )
    const known = new Set(customErrors.map(({ name }) => name))
    const idle = Object.keys(words)
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `${name} has words in sdk/src/chapters/…/errors.ts, but no contract answers with it`,
      )
    return [...missing, ...idle]
  },
}
