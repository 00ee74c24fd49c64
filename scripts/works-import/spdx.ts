// SPDX-License-Identifier: AGPL-3.0-or-later
/** Licences by their SPDX identifiers, where it is sure which one is meant. */

/** The identifiers that open designs, texts and software use; others stay as they are written. */
const IDS = [
  '0BSD',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'Artistic-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC-BY-1.0',
  'CC-BY-2.0',
  'CC-BY-2.5',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC-BY-NC-3.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-SA-1.0',
  'CC-BY-SA-2.0',
  'CC-BY-SA-2.5',
  'CC-BY-SA-3.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'CERN-OHL-1.1',
  'CERN-OHL-1.2',
  'CERN-OHL-P-2.0',
  'CERN-OHL-S-2.0',
  'CERN-OHL-W-2.0',
  'ECL-2.0',
  'EPL-2.0',
  'EUPL-1.1',
  'EUPL-1.2',
  'FSFAP',
  'GFDL-1.3-only',
  'GFDL-1.3-or-later',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-2.1-only',
  'LGPL-2.1-or-later',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'MS-PL',
  'ODbL-1.0',
  'OFL-1.1',
  'SHL-0.5',
  'SHL-0.51',
  'TAPR-OHL-1.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
] as const

const BY_NAME = new Map(IDS.map((id) => [id.toLowerCase(), id as string]))

/** Full names that say which version is meant. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^apache(?: software)? license,? (?:version )?2\.0$/, 'Apache-2.0'],
  [/^(?:the )?mit license$/, 'MIT'],
  [/^mozilla public license(?: version)? 2\.0$/, 'MPL-2.0'],
  [/^(?:the )?unlicense$/, 'Unlicense'],
  [/^cc0(?: 1\.0)?(?: universal)?$/, 'CC0-1.0'],
  [/^tapr open hardware license(?: v| version )?1\.0$/, 'TAPR-OHL-1.0'],
  [/^cern open hardware licen[cs]e version 2 ?- ?strongly reciprocal$/, 'CERN-OHL-S-2.0'],
  [/^cern open hardware licen[cs]e version 2 ?- ?weakly reciprocal$/, 'CERN-OHL-W-2.0'],
  [/^cern open hardware licen[cs]e version 2 ?- ?permissive$/, 'CERN-OHL-P-2.0'],
]

const CC_WORDS: readonly (readonly [RegExp, string])[] = [
  [/attribution/, 'BY'],
  [/non-?commercial/, 'NC'],
  [/no-?derivatives|no-?derivs/, 'ND'],
  [/share-?alike/, 'SA'],
]

export function licenceOf(written: string): { readonly licence: string; readonly sure: boolean } {
  const parts = written.split(/ (AND|OR|WITH) /)
  if (parts.length > 1) {
    const known = parts.map((part, i) => (i % 2 === 1 ? part : idOf(part.replace(/[()]/g, ''))))
    if (known.every((part) => part !== undefined)) {
      const licence = parts
        .map((part, i) => part.replace(part.replace(/[()]/g, ''), known[i] ?? ''))
        .join(' ')
      return { licence, sure: true }
    }
    return { licence: written, sure: false }
  }
  const id = idOf(written)
  return { licence: id ?? written, sure: id !== undefined }
}

function idOf(written: string): string | undefined {
  const name = written.trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^licenseref-[a-z0-9.-]+$/.test(name)) return written.trim()
  const dashed = name.replaceAll(' ', '-')
  return (
    BY_NAME.get(name) ??
    BY_NAME.get(dashed) ??
    NAMES.find(([pattern]) => pattern.test(name))?.[1] ??
    creativeCommons(name)
  )
}

/** `Creative Commons Attribution-ShareAlike 4.0 International License` and its like. */
function creativeCommons(name: string): string | undefined {
  const words =
    /^creative commons (.*?) (\d\.\d)(?: (?:international|unported))?(?: (?:public )?licen[cs]e)?$/
  const [, kind, version] = words.exec(name) ?? []
  if (kind === undefined || version === undefined) return undefined
  const elements = CC_WORDS.filter(([pattern]) => pattern.test(kind)).map(([, element]) => element)
  const rest = CC_WORDS.reduce((left, [pattern]) => left.replace(pattern, ''), kind)
  if (elements.length === 0 || /[a-z]/.test(rest)) return undefined
  return BY_NAME.get(`cc-${elements.join('-')}-${version}`.toLowerCase())
}
