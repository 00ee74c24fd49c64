// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** The names of all errors that have a `why` and a `now` in the sdk. */
async function worded(): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  for await (const file of glob('sdk/src/errors/**/*.ts', { cwd: fromRoot() })) {
    if (file.endsWith('.test.ts')) continue
    const module: Record<string, unknown> = await import(pathToFileURL(fromRoot(file)).href)
    for (const table of Object.values(module)) {
      if (typeof table !== 'object' || table === null) continue
      for (const [name, words] of Object.entries(table)) {
        if (words && typeof words === 'object' && 'why' in words && 'now' in words) names.add(name)
      }
    }
  }
  return names
}

export const errors: Check = {
  title: 'Every custom error has words',
  async problems() {
    const {
      customErrors,
    }: { customErrors: readonly { name: string; contracts: readonly string[] }[] } = await import(
      pathToFileURL(fromRoot('sdk/src/generated/errors.ts')).href
    )
    const names = await worded()
    const missing = customErrors
      .filter(({ name }) => !names.has(name))
      .map(
        ({ name, contracts }) => `${name} (${contracts.join(', ')}) has no words in sdk/src/errors`,
      )
    const known = new Set(customErrors.map(({ name }) => name))
    const idle = [...names]
      .filter((name) => !known.has(name))
      .map((name) => `${name} has words in sdk/src/errors, but no contract answers with it`)
    return [...missing, ...idle]
  },
}
