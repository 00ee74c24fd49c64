// SPDX-License-Identifier: AGPL-3.0-or-later
/** The reference as pages: one for each interface, library or file of types, one for each module of the sdk, the rules. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { code, escaped, page, prose } from './html.ts'
import type { Module } from './modules.ts'
import type { Declaration, Described, Notes } from './natspec.ts'
import type { Rule } from './rules.ts'

/** Contracts are described by their interfaces, whose comments they inherit; mocks by nobody. */
const isPublic = ({ kind, file }: Described) =>
  (kind === 'interface' || kind === 'library' || kind === 'file') && !file.includes('/mocks/')

/** Writes all pages anew into a folder. */
export async function writeApi(
  folder: string,
  described: readonly Described[],
  modules: readonly Module[],
  rules: readonly Rule[],
): Promise<void> {
  const shown = described.filter(isPublic)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const pages: readonly (readonly [string, string])[] = [
    ['index.html', page('Reference', index(shown, modules))],
    ['rules.html', page('Rules', rulesTable(rules))],
    ...shown.map((one) => [nameOf(one), page(titleOf(one), contractPage(one))] as const),
    ...modules.map((one) => [fileOf(one.name), page(one.name, modulePage(one))] as const),
  ]
  await Promise.all(pages.map(([name, html]) => writeFile(join(folder, name), html)))
}

const titleOf = ({ name, file }: Described) => name || (file.split('/').at(-1) ?? file)

const fileOf = (name: string) => `${name.replace(/[^\w.]+/g, '-').replace(/^-/, '')}.html`

const nameOf = (one: Described) => fileOf(`${one.file.replace(/\.sol$/, '')} ${one.name}`)

function index(shown: readonly Described[], modules: readonly Module[]): string {
  const chapters = [...new Set(shown.map(({ file }) => file.split('/')[1] ?? ''))]
  const list = (links: readonly string[]) =>
    `<ul>${links.map((one) => `<li>${one}</li>`).join('')}</ul>`
  const link = (href: string, text: string, about: string) =>
    `<a href="${href}">${escaped(text)}</a> ${escaped(firstSentence(about))}`
  return [
    '<p><a href="rules.html">Rules</a> and where each is kept.</p>',
    '<h2>Contracts</h2>',
    ...chapters.flatMap((chapter) => [
      `<h3>${escaped(chapter)}</h3>`,
      list(
        shown
          .filter(({ file }) => file.split('/')[1] === chapter)
          .map((one) => link(nameOf(one), titleOf(one), one.notes.notice)),
      ),
    ]),
    '<h2>sdk</h2>',
    list(modules.map(({ name, comment }) => link(fileOf(name), name, comment))),
  ].join('\n')
}

const firstSentence = (text: string) =>
  text.replace(/\s+/g, ' ').match(/^.*?\.(?= |$)/)?.[0] ?? text

function contractPage({ file, kind, notes, declarations }: Described): string {
  const kinds: readonly (readonly [Declaration['kind'], string])[] = [
    ['function', 'Functions'],
    ['event', 'Events'],
    ['error', 'Errors'],
    ['struct', 'Structs'],
    ['enum', 'Enums'],
  ]
  return [
    `<p>${escaped(kind)} in <code>${escaped(file)}</code></p>`,
    commentOf(notes),
    ...kinds.flatMap(([wanted, title]) => {
      const those = declarations.filter((one) => one.kind === wanted)
      return those.length === 0 ? [] : [`<h2>${title}</h2>`, ...those.map(declaration)]
    }),
  ].join('\n')
}

const declaration = ({ name, text, notes }: Declaration) =>
  `<h3 id="${escaped(name)}">${escaped(name)}</h3>\n${commentOf(notes)}\n${code(signature(text))}`

/** A function without its body. */
const signature = (text: string) =>
  text.startsWith('function') ? `${text.split('{')[0]?.trim().replace(/;$/, '')};` : text

function commentOf({ notice, dev, params, returns }: Notes): string {
  const named = [...params, ...returns.map(({ name, text }) => ({ name: `→ ${name}`, text }))]
  const list = named.map(({ name, text }) => `<dt>${escaped(name)}</dt><dd>${prose(text)}</dd>`)
  return [prose(notice), prose(dev), list.length > 0 ? `<dl>${list.join('')}</dl>` : ''].join('\n')
}

const modulePage = ({ comment, declarations }: Module) =>
  [prose(comment), ...declarations.map((one) => `${code(one.text)}\n${prose(one.comment)}`)].join(
    '\n',
  )

function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, sentence, lines }) =>
      `<tr><th>${id}</th><td>${escaped(sentence)}</td><td>${lines
        .map(({ file, line }) => `<code>${escaped(file)}:${line}</code>`)
        .join('<br>')}</td></tr>`,
  )
  return `<table>${rows.join('\n')}</table>`
}
