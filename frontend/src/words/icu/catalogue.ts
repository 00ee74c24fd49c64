import { compileMessage, type Kind, readMessage } from './message.ts'

/** The messages of a chapter in one language, as translators see them. */
export type Catalogue = { readonly [name: string]: string | Catalogue | readonly Entry[] }
export type Entry = string | Catalogue

type Node = Entry | readonly Entry[]

const isList = (node: Node): node is readonly Entry[] => Array.isArray(node)

/** Every message by its path, such as `quote.ask` and `points.0`. */
export function messagesOf(node: Node, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node).flatMap(([name, below]) =>
    messagesOf(below as Node, path === '' ? name : `${path}.${name}`),
  )
}

function codeOf(node: Node): string {
  if (typeof node === 'string') return compileMessage(node)
  if (isList(node)) return `[${node.map(codeOf).join()}]`
  const entries = Object.entries(node).map(
    ([name, below]) => `${JSON.stringify(name)}:${codeOf(below)}`,
  )
  return `{${entries.join()}}`
}

/**
 * A catalogue as a module that imports nothing: texts, and functions of their values. It is told how
 * numbers are written (`n`), and how a plural is chosen (`p`). No parser is needed to use it.
 */
export const compileCatalogue = (catalogue: Catalogue): string =>
  `export default (n,p)=>(${codeOf(catalogue)})`

const TYPES: Readonly<Record<Kind, string>> = {
  text: 'string',
  number: 'number | bigint',
  boolean: 'boolean',
}

const keyOf = (name: string) =>
  /^[a-zA-Z_$][\w$]*$/.test(name) ? name : `'${name.replaceAll("'", "\\'")}'`

function typeOf(node: Node, indent: string): string {
  if (typeof node === 'string') {
    const { values } = readMessage(node)
    if (values.size === 0) return 'string'
    const fields = [...values].map(([name, kind]) => `${name}: ${TYPES[kind]}`)
    return `(values: { ${fields.join('; ')} }) => string`
  }
  const inner = `${indent}  `
  if (isList(node)) {
    return `readonly [${node.map((one) => typeOf(one, inner)).join(', ')}]`
  }
  const fields = Object.entries(node).map(
    ([name, below]) => `${inner}readonly ${keyOf(name)}: ${typeOf(below, inner)}\n`,
  )
  return `{\n${fields.join('')}${indent}}`
}

/**
 * The module through which the app says the words of a folder: typed by its English catalogue.
 * `notice/acts` is a catalogue of the chapter `notice` that comes by itself, where its acts are said.
 */
export function facadeOf(folder: string, english: Catalogue, languages: readonly string[]): string {
  const steps = folder.split('/')
  const loaders = languages.map(
    (language) => `  ${language}: () => import('./${language}.json?icu'),\n`,
  )
  return `// Made from en.json by \`npm run words\`. Do not edit.
import { chapter } from '${steps.map(() => '../').join('')}chapter.ts'

interface Words ${typeOf(english, '')}

export const ${steps.at(-1)} = chapter<Words>('${folder}', {
${loaders.join('')}})
`
}
