// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Where every rule is kept. Its sentence stands in `docs/invariants.md` or under RULES of an interface; its id stands
 * in a comment at the lines that keep it, in the titles of its tests, and behind `@rule` in the pages that show it.
 */
import { glob, readFile } from 'node:fs/promises'
import { idsInTitle, titlesIn } from '../check/titles.ts'
import { fromRoot } from '../paths.ts'

export interface Rule {
  readonly id: string
  readonly sentence: string
  /** The heading under which it is told: a group of invariants or the chapter of its interface. */
  readonly group: string
  readonly lines: readonly Line[]
  readonly tests: readonly Test[]
  readonly pages: readonly Page[]
  /** Why nobody meets it on a page. */
  readonly unseen?: string
}

interface Line {
  readonly file: string
  readonly line: number
}

interface Test {
  readonly file: string
  readonly titles: readonly string[]
}

interface Page {
  readonly file: string
  /** What a person calls it. */
  readonly name: string
}

/** An id with the place of what is said about it. */
type Found<T> = { readonly id: string; readonly place: T }

const ID = '(?:[GILP]\\d+|[A-Z]{3,4}-\\d+)'
const IDS = `${ID}(?:, ${ID})*`

/** The heading of docs/invariants.md under which stands which rules have no page, and why. */
const UNSEEN = 'Met on no page'

/** All rules, invariants first, with everything that is known of them. */
export async function rules(): Promise<readonly Rule[]> {
  const told = toldIn(await readFile(fromRoot('docs/invariants.md'), 'utf8'))
  const [listed, lines, tests, pages] = await Promise.all([
    collect('contracts/**/I[A-Z]*.sol', (text, file) =>
      listedIn(text, `Chapter \`${file.split('/')[1]}/\``),
    ),
    collect('contracts/**/*.sol', marksIn),
    collect('{test,sdk,relay,indexer,frontend}/**/*.{test.ts,test.tsx,spec.ts,t.sol}', testsIn),
    collect('frontend/src/**/*.{ts,tsx}', pagesIn),
  ])
  const unseen = told.filter(({ group }) => group === UNSEEN)
  return [...told.filter(({ group }) => group !== UNSEEN), ...listed].map((rule) => {
    const reason = unseen.find(({ id }) => id === rule.id)?.sentence
    return {
      ...rule,
      lines: of(rule.id, lines),
      tests: of(rule.id, tests),
      pages: of(rule.id, pages),
      ...(reason === undefined ? {} : { unseen: reason }),
    }
  })
}

/** What is wrong with the rules and their marks, each with what to do. */
export async function gaps(all: readonly Rule[]): Promise<readonly string[]> {
  const known = new Set(all.map(({ id }) => id))
  const twice = all.filter(({ id }, i) => all.findIndex((one) => one.id === id) !== i)
  const marks = [
    ...(await collect('contracts/**/*.sol', marksIn)),
    ...(await collect('frontend/src/**/*.{ts,tsx}', pagesIn)),
  ]
  return [
    ...twice.map(({ id }) => `${id} stands for two rules`),
    ...all.flatMap(missing),
    ...marks
      .filter(({ id }) => !known.has(id))
      .map(({ id, place }) => `${place.file} marks ${id}, which is no rule`),
  ]
}

function missing({ id, lines, tests, pages, unseen }: Rule): readonly string[] {
  return [
    lines.length > 0 ? '' : `${id}: mark the line of a contract that keeps it, “// ${id}”`,
    tests.length > 0 ? '' : `${id}: no test has it in its title`,
    pages.length > 0 || unseen !== undefined
      ? ''
      : `${id}: mark a page that shows it, “@rule ${id} Name of the page”, or say in docs/invariants.md why none does`,
    pages.length === 0 || unseen === undefined
      ? ''
      : `${id}: docs/invariants.md says that no page shows it, but ${pages[0]?.file} does`,
  ].filter(Boolean)
}

/** The list items that begin with an id, by heading. */
export function toldIn(text: string): readonly Pick<Rule, 'id' | 'sentence' | 'group'>[] {
  return text.split(/^## /m).flatMap((part) => {
    const [group = '', ...lines] = part.split('\n')
    return items(lines.join('\n')).map((item) => ({ ...item, group }))
  })
}

/** The rules that stand in the comment of an interface. */
export function listedIn(text: string, group: string) {
  const comment = text.replace(/^\/\/\/ ?/gm, '')
  return items(comment).map((item) => ({ ...item, group }))
}

function items(text: string): readonly { readonly id: string; readonly sentence: string }[] {
  return [...text.matchAll(new RegExp(`^- (${ID}) (.*(?:\\n {2}\\S.*)*)`, 'gm'))].map(
    ([, id = '', sentence = '']) => ({ id, sentence: sentence.replace(/\s*\n\s*/g, ' ') }),
  )
}

/** The ids in comments of their own kind: `// ID, ID`, alone or before a full stop or a colon. */
export function marksIn(text: string, file: string): readonly Found<Line>[] {
  const lines = text.split('\n')
  const mark = new RegExp(`(^|[^/])// (${IDS})(?:[.:].*)?$`)
  return lines.flatMap((line, i) => {
    const found = line.match(mark)
    if (found === null) return []
    const place = { file, line: i + 1 }
    return (found[2] ?? '').split(', ').map((id) => ({ id, place }))
  })
}

function testsIn(text: string, file: string): readonly Found<Test>[] {
  const titles = titlesIn(text)
  const ids = [...new Set(titles.flatMap(idsInTitle))]
  return ids.map((id) => ({
    id,
    place: { file, titles: titles.filter((title) => idsInTitle(title).includes(id)) },
  }))
}

/** Pages say `@rule ID, ID Name of the page`. */
export function pagesIn(text: string, file: string): readonly Found<Page>[] {
  return [...text.matchAll(new RegExp(`@rule (${IDS}) (.*?)(?: \\*/)?$`, 'gm'))].flatMap(
    ([, ids = '', name = '']) => ids.split(', ').map((id) => ({ id, place: { file, name } })),
  )
}

async function collect<T>(
  pattern: string,
  read: (text: string, file: string) => readonly T[],
): Promise<readonly T[]> {
  const files = await Array.fromAsync(
    glob(pattern, { cwd: fromRoot(), exclude: (name) => name === 'node_modules' }),
  )
  const texts = await Promise.all(
    files.toSorted().map(async (file) => read(await readFile(fromRoot(file), 'utf8'), file)),
  )
  return texts.flat()
}

const of = <T>(wanted: string, found: readonly Found<T>[]): readonly T[] =>
  found.filter(({ id }) => id === wanted).map(({ place }) => place)
