// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from './rules.ts'

/** So many titles of one file are told; the file has the rest. */
const MOST_TITLES = 3

/** docs/rules.md: all rules by group, with links to where they are kept, tried and met. */
export function rulesPage(all: readonly Rule[]): string {
  const groups = [...new Set(all.map(({ group }) => group))]
  const tables = groups.map((group) =>
    [
      `## ${group}`,
      '',
      '| Id | What holds | Line | Test | Page of the app |',
      '| --- | --- | --- | --- | --- |',
      ...all.filter((rule) => rule.group === group).map(row),
    ].join('\n'),
  )
  return `${[HEAD, ...tables].join('\n\n')}\n`
}

const HEAD = `# Rules and where they are kept

<!-- Written by \`npm run docs\` from docs/invariants.md, the interfaces and the marks. Do not edit. -->

Each rule has its sentence in [invariants.md](invariants.md) or at the top of an interface, and its id at the lines that keep it, in the titles of its tests and at the pages that show it. \`npm run check\` refuses a rule without a line, a test or a page. \`npm run test:faults\` breaks each invariant, and each rule of which \`test/faults/\` has a patch, and wants its test red.`

function row({ id, sentence, lines, tests, pages, unseen }: Rule): string {
  const cells = [
    id,
    sentence,
    lines
      .map(({ file, line }) => link(`${below('contracts', file)}:${line}`, `${file}#L${line}`))
      .join('<br>'),
    tests
      .map(({ file, titles }) => `${link(below('test', file), file)} ${told(titles)}`)
      .join('<br>'),
    pages.length > 0
      ? pages.map(({ file, name }) => link(name, file)).join('<br>')
      : `– ${unseen ?? ''}`.trim(),
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function told(titles: readonly string[]): string {
  const shown = titles.slice(0, MOST_TITLES).map((title) => `“${readable(title)}”`)
  const more = titles.length - shown.length
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`
}

/** A title without the parts that are filled in when the test runs, and without what Markdown would read. */
const readable = (title: string) =>
  title.replace(/\$\{.*?\}/g, '…').replace(/[_*`<]/g, (mark) => `\\${mark}`)

const link = (text: string, file: string) => `[${text}](../${file})`

const below = (folder: string, file: string) =>
  file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
