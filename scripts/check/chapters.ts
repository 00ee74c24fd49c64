// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs'
import { glob, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CHAPTERS } from '../../sdk/src/chapters/index.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** Where a workspace keeps its chapters. */
interface Place {
  /** Has a folder for each chapter. */
  readonly folder: string
  /** Folders beside those of chapters; any where nothing is said. */
  readonly others?: readonly string[]
  /** Whether a chapter may do without. */
  readonly optional?: true
  /** The list in which a chapter has one line, and which file of its folder the line is for. */
  readonly list?: { readonly file: string; readonly of: string }
}

const PLACES: readonly Place[] = [
  { folder: 'contracts', others: ['libraries', 'mocks', 'types'] },
  { folder: 'sdk/src/chapters', others: [] },
  { folder: 'test' },
  {
    folder: 'indexer/src',
    others: ['api'],
    list: { file: 'indexer/ponder.schema.ts', of: 'schema.ts' },
  },
  {
    folder: 'indexer/src/api',
    others: [],
    optional: true,
    list: { file: 'indexer/src/api/chapters.ts', of: 'routes.ts' },
  },
  {
    folder: 'relay/src',
    others: ['chain', 'chores', 'routes', 'store'],
    optional: true,
    list: { file: 'relay/src/chapters.ts', of: 'chapter.ts' },
  },
  {
    folder: 'frontend/src/features',
    others: ['foryou', 'help', 'links'],
    list: { file: 'frontend/src/features/list.ts', of: 'feature.ts' },
  },
]

/** What puts chapters together, and knows none of them by name. */
const FRAME = [
  'sdk/src/actions.ts',
  'sdk/src/actions/*.ts',
  'sdk/src/errors/*.ts',
  'indexer/ponder.config.ts',
  'indexer/src/api/{asking,doors,index}.ts',
  'relay/src/!(chapters).ts',
  'relay/src/{chain,chores,routes,store}/*.ts',
]

const chapters: readonly string[] = CHAPTERS

async function placeProblems({ folder, others, optional, list }: Place): Promise<string[]> {
  const entries = await readdir(fromRoot(folder), { withFileTypes: true })
  const folders = entries.filter((one) => one.isDirectory()).map(({ name }) => name)
  const strange = folders
    .filter((name) => others && !chapters.includes(name) && !others.includes(name))
    .map((name) => `${folder}/${name} is of no chapter in sdk/src/chapters/index.ts`)
  const missing = optional
    ? []
    : chapters
        .filter((name) => !folders.includes(name))
        .map((name) => `${folder}/${name} is missing`)
  if (!list) return [...strange, ...missing]
  const lines = (await readFile(fromRoot(list.file), 'utf8')).split('\n')
  const wrong = chapters.flatMap((name) => {
    const path = join(folder, name, list.of)
    const named = lines.filter((line) =>
      [...line.matchAll(/'(\.[^']*)'/g)].some(
        ([, to = '']) => join(dirname(list.file), to) === path,
      ),
    )
    const wanted = existsSync(fromRoot(path)) ? 1 : 0
    return named.length === wanted
      ? []
      : [`${list.file} has ${named.length} lines of ${path}, not ${wanted}`]
  })
  return [...strange, ...missing, ...wrong]
}

/** What of the frame imports from the folder of a chapter; enums are everybody's words. */
async function frameProblems(): Promise<string[]> {
  const files = (
    await Promise.all(FRAME.map((one) => Array.fromAsync(glob(one, { cwd: fromRoot() }))))
  )
    .flat()
    .filter((file) => !file.endsWith('.test.ts'))
  const found = files.map(async (file) => {
    const text = await readFile(fromRoot(file), 'utf8')
    const imported = [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, to = '']) => to)
    return imported
      .filter((to) => !/\/enums(\.ts)?$/.test(to))
      .filter((to) =>
        dirname(to)
          .split('/')
          .some((part) => chapters.includes(part)),
      )
      .map((to) => `${file} imports ${to}: a chapter is wired by its line in a list`)
  })
  return (await Promise.all(found)).flat()
}

export const chaptersInPlace: Check = {
  title: 'Each chapter has its folder and one line in each list',
  async problems() {
    return [...(await Promise.all(PLACES.map(placeProblems))).flat(), ...(await frameProblems())]
  },
}
