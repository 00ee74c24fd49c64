// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Field, Fields, NotAManifest, type Place } from './fields.ts'

/** Deeper than any manifest; a list that holds itself ends here. */
const MAX_DEPTH = 8

/** Far more than any manifest; references to references can make very much of a few lines. */
const MAX_FIELDS = 10_000

/** The fields of a YAML manifest. Numbers and dates keep the text in which they stand. */
export function readYaml(text: string): Fields {
  const lines = new LineCounter()
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines })
  const placeAt = (offset: number | undefined): Place | undefined => {
    if (offset === undefined) return undefined
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [error] = document.errors
  if (error)
    throw new NotAManifest(`is no YAML: ${firstLine(error.message)}`, placeAt(error.pos[0]))

  const top = document.contents
  if (!isMap(top)) {
    const what = isSeq(top) ? 'a list' : top === null ? 'empty' : 'a text'
    throw new NotAManifest(`is no Open Know-How manifest: it is ${what}`, { line: 1, column: 1 })
  }

  const warnings = document.warnings.map(({ message, pos }) =>
    at(placeAt(pos[0]), firstLine(message)),
  )
  let fields = 0
  const seen = new Set<string>()
  const entries: [string, Field][] = []
  for (const { key, value } of top.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const place = placeAt((key as Node | null)?.range?.[0])
    if (seen.has(name)) warnings.push(at(place, `${name} stands here again`))
    seen.add(name)
    entries.push([name, fieldOf(value, place)])
  }
  return new Fields(entries, warnings, placeAt(top.range?.[0]))

  function fieldOf(node: unknown, place: Place | undefined, depth = 0): Field {
    const resolved = isAlias(node) ? node.resolve(document) : node
    const empty: Field = { text: '', children: new Map(), items: [], place }
    if (depth > MAX_DEPTH) return empty
    fields += 1
    if (fields > MAX_FIELDS) throw new NotAManifest(`holds more than ${MAX_FIELDS} values`, place)
    if (isScalar(resolved)) {
      const own = placeAt(resolved.range?.[0]) ?? place
      const { value, source } = resolved
      if (value === null) return { ...empty, place }
      return {
        ...empty,
        text: typeof value === 'string' ? value : (source ?? String(value)),
        place: own,
      }
    }
    if (isMap(resolved)) {
      const children = resolved.items.map(({ key, value }): [string, Field] => [
        isScalar(key) ? String(key.value) : '',
        fieldOf(value, placeAt((key as Node | null)?.range?.[0]) ?? place, depth + 1),
      ])
      return { ...empty, children: new Map(children) }
    }
    if (isSeq(resolved)) {
      return { ...empty, items: resolved.items.map((item) => fieldOf(item, place, depth + 1)) }
    }
    return empty
  }
}

function at(place: Place | undefined, warning: string): string {
  return place ? `${place.line}:${place.column}: ${warning}` : warning
}

/** The parser adds a picture of the place below its message. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
}
