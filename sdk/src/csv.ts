// SPDX-License-Identifier: MIT
/**
 * Tables for spreadsheets, by RFC 4180, in UTF-8 with its mark. Whatever people typed arrives as text:
 * what a spreadsheet would run as a formula begins with an apostrophe. Amounts have a dot and no
 * grouping, times are ISO 8601 in UTC.
 *
 * In countries with a decimal comma, spreadsheets separate cells by semicolons and believe no quote
 * in the middle of one. So whatever follows a semicolon, a tab or the end of a line counts as a
 * cell.
 */
import { formatUnits } from 'viem'

export interface CsvTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const MARK = '\uFEFF'
const FORMULA = /(?:^|(?<=[;\t\r\n]))(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])|^(?=[\t\r\n])/gu

/** A text of which no spreadsheet takes anything for a formula. */
export const plainCell = (text: string): string => text.replaceAll(FORMULA, "'")

const quoted = (text: string) => `"${plainCell(text).replaceAll('"', '""')}"`

export function csvOf({ heads, rows }: CsvTable): string {
  const lines = [heads, ...rows].map((cells) => cells.map(quoted).join(','))
  return `${MARK}${lines.join('\r\n')}\r\n`
}

/** An amount written the same everywhere: 1234.50. */
export function plainAmount(amount: bigint, decimals: number): string {
  const [whole = '0', part = ''] = formatUnits(amount, decimals).split('.')
  return `${whole}.${part.padEnd(2, '0')}`
}

/** A moment in UTC to the second; empty where there is none. */
export const plainTime = (seconds: number | null): string =>
  seconds === null ? '' : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
