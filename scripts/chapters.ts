// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What all chapters bring to the sdk, put together by its list of chapters: a module for each subject,
 * so that a page which explains errors loads no words of acts.
 */
import { readFile } from 'node:fs/promises'
import { CHAPTERS, type Chapter } from '../sdk/src/chapters/index.ts'
import { fromRoot } from './paths.ts'

const HEADER = '// SPDX-License-Identifier: MIT\n// Written by scripts/chapters.ts. Do not edit.\n'

interface Subject {
  /** The file of this name in the folder of a chapter, and of what is put together. */
  readonly file: string
  /** What it may export, as it is put together of the chapters that do. */
  readonly parts: Readonly<Record<string, (of: readonly Chapter[], name: string) => string>>
}

const spread = (of: readonly Chapter[], name: string) =>
  `export const ${name} = {\n${of.map((chapter) => `  ...${chapter}.${name},\n`).join('')}}\n`

const union = (of: readonly Chapter[], name: string) =>
  `export type ${name} =\n${of.map((chapter) => `  | ${chapter}.${name}\n`).join('')}`

const extended = (of: readonly Chapter[], name: string) =>
  `export interface ${name}\n  extends ${of.map((chapter) => `${chapter}.${name}`).join(',\n    ')} {}\n`

const SUBJECTS: readonly Subject[] = [
  { file: 'errors', parts: { errors: spread } },
  { file: 'acts', parts: { contracts: spread, titles: spread, Act: union } },
  { file: 'api', parts: { IndexRoutes: extended, RelayRoutes: extended } },
]

const textOf = (path: string) => readFile(fromRoot(path), 'utf8').catch(() => '')

async function moduleOf({ file, parts }: Subject): Promise<string> {
  const texts = await Promise.all(
    CHAPTERS.map((chapter) => textOf(`sdk/src/chapters/${chapter}/${file}.ts`)),
  )
  const exporting = (name: string) => {
    const exported = new RegExp(`^export (const|type|interface) ${name}\\b`, 'm')
    return CHAPTERS.filter((_, at) => exported.test(texts[at] ?? ''))
  }
  const used = new Set(Object.keys(parts).flatMap(exporting))
  const importing = Object.entries(parts).every(([, part]) => part !== spread)
    ? 'import type'
    : 'import'
  return [
    HEADER,
    ...CHAPTERS.filter((chapter) => used.has(chapter)).map(
      (chapter) => `${importing} * as ${chapter} from '../../chapters/${chapter}/${file}.ts'\n`,
    ),
    ...Object.entries(parts).map(([name, part]) => `\n${part(exporting(name), name)}`),
  ].join('')
}

export const chapterModules = () =>
  Promise.all(
    SUBJECTS.map(async (subject) => ({
      file: `sdk/src/generated/chapters/${subject.file}.ts`,
      text: await moduleOf(subject),
    })),
  )
