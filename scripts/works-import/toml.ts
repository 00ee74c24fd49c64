// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse, TomlDate, TomlError } from 'smol-toml'
import { type Field, Fields, NotAManifest, type Place } from './fields.ts'

/** The fields of a TOML manifest. */
export function readToml(text: string): Fields {
  const table = parsed(text)
  const places = placesOf(text)
  const entries = Object.entries(table).map(([name, value]): [string, Field] => [
    name,
    fieldOf(value, places.get(name)),
  ])
  return new Fields(entries, [], { line: 1, column: 1 })
}

function parsed(text: string): Record<string, unknown> {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const said = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')
    const cause = said.startsWith('control characters')
      ? `${said}; is a quotation mark missing?`
      : said
    throw new NotAManifest(`is no TOML: ${cause}`, { line: error.line, column: error.column })
  }
}

function fieldOf(value: unknown, place: Place | undefined): Field {
  const empty: Field = { text: '', children: new Map(), items: [], place }
  if (Array.isArray(value)) return { ...empty, items: value.map((item) => fieldOf(item, place)) }
  if (value instanceof TomlDate) return { ...empty, text: value.toISOString() }
  if (typeof value === 'object' && value !== null) {
    const children = Object.entries(value).map(([name, child]): [string, Field] => [
      name,
      fieldOf(child, place),
    ])
    return { ...empty, children: new Map(children) }
  }
  return { ...empty, text: String(value) }
}

/** Where each name at the top stands: before the first table, at the beginning of a line. */
function placesOf(text: string): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('[')) break
    const name = /^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*=/.exec(line)
    const key = name?.[1] ?? name?.[2] ?? name?.[3]
    if (key !== undefined && !places.has(key)) {
      places.set(key, { line: i + 1, column: line.search(/\S/) + 1 })
    }
  }
  return places
}
