// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads what the compiler was given and what it answered, as far as artifacts still come from it. */
import { readFile } from 'node:fs/promises'
import { artifactsBelow } from './artifacts.ts'
import { fromRoot } from './paths.ts'

/** A part of the tree that the compiler makes of a file. */
export interface Node {
  readonly nodeType: string
  readonly name?: string
  readonly contractKind?: string
  /** The start and length in bytes, and the number of the file. */
  readonly src: string
  readonly documentation?: { readonly text: string } | null
  readonly nodes?: readonly Node[]
}

export interface CompilerError {
  readonly formattedMessage: string
  readonly sourceLocation?: { readonly file: string }
}

interface Given {
  readonly input: { readonly sources: Readonly<Record<string, { readonly content: string }>> }
}

interface Output {
  readonly sources: Readonly<Record<string, { readonly ast: { readonly nodes: readonly Node[] } }>>
  readonly errors?: readonly CompilerError[]
}

export interface Build {
  /** Of which this compilation says what holds now. */
  readonly files: readonly BuiltFile[]
  readonly output: Output
}

export interface BuiltFile {
  /** From the repository's root. */
  readonly file: string
  /** What the compiler calls it. */
  readonly source: string
  readonly content: string
}

/** The compilations that artifacts below a folder of the repository come from, one after another: they are large. */
export async function* buildsBelow(folder: string): AsyncGenerator<Build> {
  const artifacts = await artifactsBelow(folder)
  const builtBy = new Map(artifacts.map(({ source, build }) => [source, build]))
  const read = (name: string) => readFile(fromRoot('artifacts/build-info', name), 'utf8')
  for (const build of new Set(builtBy.values())) {
    const given: Given = JSON.parse(await read(`${build}.json`))
    const { output }: { output: Output } = JSON.parse(await read(`${build}.output.json`))
    const files = filesOf(given).filter(({ file }) => file.startsWith(`${folder}/`))
    const now = (file: string) => readFile(fromRoot(file), 'utf8').catch(() => undefined)
    yield { files: await newest(files, { build, builtBy, now }), output }
  }
}

/** Hardhat names our files `project/…`, and those of packages `npm/…`. */
const OURS = 'project/'

const filesOf = ({ input }: Given): readonly BuiltFile[] =>
  Object.entries(input.sources)
    .filter(([source]) => source.startsWith(OURS))
    .map(([source, { content }]) => ({ file: source.slice(OURS.length), source, content }))

/**
 * The files of a compilation that no later one has compiled. Artifacts name the latest one; a file that
 * makes none, because it declares types alone, must read as it did.
 */
export async function newest(
  files: readonly BuiltFile[],
  of: {
    readonly build: string
    readonly builtBy: ReadonlyMap<string, string>
    readonly now: (file: string) => Promise<string | undefined>
  },
): Promise<readonly BuiltFile[]> {
  const are = await Promise.all(
    files.map(async ({ file, content }) => {
      const latest = of.builtBy.get(file)
      return latest === undefined ? content === (await of.now(file)) : latest === of.build
    }),
  )
  return files.filter((_, at) => are[at])
}
