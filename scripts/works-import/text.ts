// SPDX-License-Identifier: AGPL-3.0-or-later
import { FORBIDDEN } from '../../sdk/src/title.ts'

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Without what the register refuses: controls, characters that show nothing, turned directions. */
export function clean(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0
      return !FORBIDDEN.some(([from, to]) => from <= point && point <= to)
    })
    .join('')
}

/** The beginning of a text that has at most so many bytes, ended with an ellipsis where it was cut. */
export function fits(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let cut = ''
  let bytes = Buffer.byteLength('…')
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    cut += character
  }
  return `${cut.trimEnd()}…`
}

/** What templates leave behind: `FIXME …`, `TODO`, `[value]`, `<name>`, `value`. */
export function isPlaceholder(text: string): boolean {
  return (
    /\b(?:FIXME|TODO|CHANGEME|YOUR[-_ ])/.test(text) ||
    /^\[[^\]]*\]$/.test(text) ||
    /<[\w-]+>/.test(text) ||
    /^(?:value|text|n\/a|tbd|xxx+|example)$/i.test(text)
  )
}
