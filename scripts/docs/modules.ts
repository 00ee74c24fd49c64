// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads the reference of the sdk from what the compiler emits of it: declarations with their comments. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromRoot } from '../paths.ts'
import { PACKAGE } from '../sdk/package.ts'

export interface Module {
  /** What is imported: `@phyle/sdk/ballot`. */
  readonly name: string
  readonly comment: string
  readonly declarations: readonly Exported[]
}

interface Exported {
  readonly comment: string
  readonly text: string
}

/** Every module that a user of the sdk imports, but for what is generated from the contracts. */
export async function modules(): Promise<readonly Module[]> {
  const files = await Array.fromAsync(
    glob('**/*.d.ts', {
      cwd: PACKAGE,
      exclude: (name) => ['generated', 'node_modules'].includes(name),
    }),
  )
  const all = await Promise.all(
    files.toSorted().map(async (file) => {
      const path = file.replace(/\.d\.ts$/, '')
      const source = await readFile(fromRoot('sdk/src', `${path}.ts`), 'utf8')
      return moduleIn(`@phyle/sdk/${path}`, await readFile(join(PACKAGE, file), 'utf8'), source)
    }),
  )
  return all.filter(({ declarations }) => declarations.length > 0)
}

/** The comment of a module stands before its imports, or is parted from the first declaration by an empty line. */
export function moduleIn(name: string, emitted: string, source: string): Module {
  const comment = source.match(/^(?:\/\/.*\n)*\/\*\*([\s\S]*?)\*\/\n(?=\n|import )/)?.[1] ?? ''
  return {
    name,
    comment: inProse(comment),
    declarations: exportedIn(emitted.replace(`/**${comment}*/\n`, '')),
  }
}

/** What a file of declarations exports, in its order: all that begins at the margin belongs to one declaration. */
function exportedIn(emitted: string): readonly Exported[] {
  const parts =
    emitted.match(
      /^(?:\/\*\*[\s\S]*?\*\/\n)?(?:export|declare|type|interface) .*(?:\n(?:[ \t}\]|)].*)?)*/gm,
    ) ?? []
  return parts
    .map((part) => {
      const [, comment = '', text = ''] = part.match(/^(?:\/\*\*([\s\S]*?)\*\/\n)?([\s\S]*)$/) ?? []
      return { comment: inProse(comment), text: text.trim().replace(/^export (declare )?/, '') }
    })
    .filter(({ text }) => text !== '{};')
}

/** The text of a comment without its stars. */
const inProse = (comment: string) => comment.replace(/^\s*\* ?/gm, '').trim()
