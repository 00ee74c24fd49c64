// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Build, buildsBelow } from '../builds.ts'
import type { Check } from './check.ts'

/** What the compiler says of our own files; OpenZeppelin has warnings of its own. */
export function warningsIn({ files, output }: Build): readonly string[] {
  const ours = new Set(files.map(({ source }) => source))
  return (output.errors ?? [])
    .filter(({ sourceLocation: of }) => of === undefined || ours.has(of.file))
    .map(({ formattedMessage }) => formattedMessage.trim())
}

export const warnings: Check = {
  title: 'Contracts compile without a warning of their own',
  async problems() {
    const problems = new Set<string>()
    for await (const build of buildsBelow('contracts')) {
      for (const warning of warningsIn(build)) problems.add(warning)
    }
    return [...problems]
  },
}
