// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reads Open Know-How manifests as they are found: YAML (1.0) and TOML (2.x, also called LOSH).
 * What is missing, empty, doubled or left over from a template becomes a warning; only what is no
 * manifest at all is refused, with the place where that shows.
 */
import { createHash } from 'node:crypto'
import { cidOf } from '../../sdk/src/cid.ts'
import { type Field, type Fields, NotAManifest, type Place } from './fields.ts'
import { licenceOf } from './spdx.ts'
import { clean, fits, isPlaceholder, oneLine } from './text.ts'
import { readToml } from './toml.ts'
import { readYaml } from './yaml.ts'

export interface Manifest {
  readonly title: string
  readonly version: string
  /** An SPDX expression where that is sure, else as written. */
  readonly licence: string
  readonly licensor: string
  /** What it is for. */
  readonly purpose: string
  readonly links: readonly string[]
  /** sha-256 of the file, in hexadecimal. */
  readonly sha256: string
  /** The same as CIDv1, raw. */
  readonly cid: string
  readonly warnings: readonly string[]
}

/** Far above any manifest that was ever seen, far below what would keep a parser busy. */
const MAX_BYTES = 1 << 20

/** The most that the register takes, in bytes. */
const MOST = {
  title: 200,
  licence: 200,
  version: 64,
  licensor: 200,
  purpose: 2_000,
  link: 500,
  links: 16,
} as const

/** What the two dialects call the same thing. */
interface Dialect {
  /** Names of which a manifest has at least one, and hardly anything else has. */
  readonly marks: readonly string[]
  readonly title: string
  readonly purpose: readonly string[]
  readonly links: readonly string[]
}

const YAML_1: Dialect = {
  marks: [
    'okh-manifest-version',
    'manifest-author',
    'manifest-language',
    'licensor',
    'project-link',
    'documentation-home',
  ],
  title: 'title',
  purpose: ['intended-use', 'description'],
  links: ['project-link', 'documentation-home', 'archive-download'],
}

const TOML_2: Dialect = {
  marks: ['okhv', 'licensor', 'function', 'repo'],
  title: 'name',
  purpose: ['function'],
  links: ['repo', 'release'],
}

/** The manifest in a file. Throws {NotAManifest}. */
export function readManifest(name: string, bytes: Uint8Array): Manifest {
  const text = textOf(bytes)
  const isToml = name.toLowerCase().endsWith('.toml') || /^okhv\s*=/m.test(text)
  const fields = isToml ? readToml(text) : readYaml(text)
  const dialect = isToml || fields.has('okhv') ? TOML_2 : YAML_1
  if (!fields.has(dialect.title) || !dialect.marks.some((mark) => fields.has(mark))) {
    const missing = fields.has(dialect.title)
      ? `none of ${dialect.marks.join(', ')}`
      : `no ${dialect.title}`
    throw new NotAManifest(`is no Open Know-How manifest: it has ${missing}`, fields.place)
  }
  const warnings: string[] = [...fields.warnings]
  const reader = new Reader(fields, warnings)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    title: reader.title(dialect.title),
    version: reader.text('version', MOST.version),
    licence: reader.licence(),
    licensor: reader.licensor(),
    purpose: reader.purpose(dialect.purpose),
    links: reader.links(dialect.links),
    sha256,
    cid: cidOf(`0x${sha256}`),
    warnings,
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES)
    throw new NotAManifest(`has ${bytes.length} bytes; a manifest has at most ${MAX_BYTES}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new NotAManifest('is not a text in UTF-8', placeOfFirstFault(bytes))
  }
}

/** Where a text that is not in UTF-8 ceases to be: the first mark that stands for what cannot be read. */
function placeOfFirstFault(bytes: Uint8Array): Place {
  const lines = new TextDecoder().decode(bytes).split('\uFFFD', 1).join().split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** A field that holds a list, as the fields in it. */
const listed = (field: Field): readonly Field[] => (field.items.length > 0 ? field.items : [field])

/** Takes what the register needs out of the fields, and says what was amiss. */
class Reader {
  readonly #fields: Fields
  readonly #warnings: string[]

  constructor(fields: Fields, warnings: string[]) {
    this.#fields = fields
    this.#warnings = warnings
  }

  title(key: string): string {
    const title = this.text(key, MOST.title)
    if (title !== '') return title
    throw new NotAManifest(`the ${key} is empty`, this.#fields.get(key)?.place)
  }

  text(key: string, most: number): string {
    const field = this.#fields.get(key)
    const text = this.#shown(key, field, most)
    if (text === '') this.#warn(field, field ? `${key} is empty` : `there is no ${key}`)
    return text
  }

  licence(): string {
    const field = this.#fields.get('license')
    const named = field ? this.#licences(field) : []
    if (named.length === 0) {
      this.#warn(field, field ? 'license is empty' : 'there is no license')
      return 'NOASSERTION'
    }
    const known = named.map(({ place, text }) => {
      const { licence, sure } = licenceOf(text)
      if (!sure) this.#warn({ place }, `"${text}" is no SPDX licence; kept as written`)
      return licence
    })
    return fits([...new Set(known)].join(' AND '), MOST.licence)
  }

  /** One text, or one for each of hardware, documentation and software. */
  #licences(field: Field): { text: string; place: Field['place'] }[] {
    const parts = field.children.size > 0 ? [...field.children] : [['license', field] as const]
    return parts
      .map(([key, part]) => ({ text: this.#shown(key, part, MOST.licence), place: part.place }))
      .filter(({ text }) => text !== '')
  }

  /** Names without e-mail addresses: what is registered stays for ever. */
  licensor(): string {
    const field = this.#fields.get('licensor')
    const people = field ? this.#people(field) : []
    if (people.length === 0) {
      this.#warn(field, field ? 'licensor is empty' : 'there is no licensor')
    }
    return fits(people.join(', '), MOST.licensor)
  }

  #people(field: Field): string[] {
    if (field.items.length > 0) return field.items.flatMap((item) => this.#people(item))
    const person = field.children.get('name') ?? field
    const name = this.#shown('licensor', person, MOST.licensor)
    const bare = name.replace(/\s*<[^<>]*@[^<>]*>/g, '').trim()
    return bare === '' ? [] : [bare]
  }

  purpose(keys: readonly string[]): string {
    for (const key of keys) {
      const text = this.#shown(key, this.#fields.get(key), MOST.purpose)
      if (text !== '') return text
    }
    this.#warn(undefined, `there is no ${keys.join(' and no ')}`)
    return ''
  }

  links(keys: readonly string[]): string[] {
    const found = new Set<string>()
    for (const key of keys) {
      for (const field of this.#fields.all(key).flatMap(listed)) {
        const link = this.#shown(key, field, MOST.link)
        if (link === '') continue
        if (URL.canParse(link) && /^https?:\/\/[^<>\s]+$/.test(link)) found.add(link)
        else this.#warn(field, `${key} is no web address: "${link}"`)
      }
    }
    if (found.size === 0) this.#warn(undefined, 'there is no link')
    return [...found].slice(0, MOST.links)
  }

  /** The text of a field in one line, without what must not be shown, cut to what fits. */
  #shown(key: string, field: Field | undefined, most: number): string {
    if (field === undefined) return ''
    const line = oneLine([field, ...field.items].map(({ text }) => text).join(' '))
    const visible = clean(line)
    if (visible !== line) this.#warn(field, `${key} had characters that do not show; left out`)
    if (isPlaceholder(visible))
      this.#warn(field, `${key} looks like a placeholder: "${fits(visible, 60)}"`)
    const cut = fits(visible, most)
    if (cut !== visible) this.#warn(field, `${key} is longer than ${most} bytes; cut`)
    return cut
  }

  #warn(field: Pick<Field, 'place'> | undefined, warning: string): void {
    const place = field?.place
    const line = place ? `${place.line}:${place.column}: ${warning}` : warning
    if (!this.#warnings.includes(line)) this.#warnings.push(line)
  }
}
