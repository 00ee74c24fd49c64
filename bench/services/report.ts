// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Measured, MOST_MS } from './measure.ts'
import type { Routes, Row } from './routes.ts'

/** The baseline that a machine of two cores has then; where it is slower, more is allowed. */
const BASELINE_MS = 8

/** No answer is larger without a page. */
export const MOST_BYTES = 200_000

/** What a route may take in a run with this baseline. */
export const allowed = (baseline: Measured): number =>
  MOST_MS * Math.max(1, baseline.p95 / BASELINE_MS)

export const isTooSlow = ({ p95 }: Measured, baseline: Measured): boolean => p95 > allowed(baseline)

const number = (value: number): string => value.toLocaleString('en').replaceAll(',', ' ')
const ms = (value: number): string => value.toFixed(1)

const line = ({ route, query, p50, p95, ratio, bytes }: Row): string =>
  `| \`${route}\` | ${query && `\`${shortened(query)}\``} | ${ms(p50)} | ${ms(p95)} | × ${ratio.toFixed(1)} | ${number(bytes)} |`

/** Addresses tell a reader nothing. */
const shortened = (query: string): string => query.replaceAll(/0x[0-9a-fA-F]{40}/g, '0x…')

/** The figures for a person to read. */
export function table({ database, size, lanes, baseline, rows }: Routes): string {
  const whole = Object.entries(size).map(([what, count]) => `${number(count)} ${what}`)
  return [
    '## The index',
    '',
    `Every route on a federation of ${whole.join(', ')}, in ${database}, asked on ${lanes} lanes. The chain below answers at once. Milliseconds from asking to the last byte; the ratio is to the baseline of the same run, a route that asks the database for nothing: ${ms(baseline.p50)} ms, and 95 of 100 within ${ms(baseline.p95)} ms. A route is measured up to three times, while it is slower than it may be, and the quickest counts: others use the machine too. It may take ${MOST_MS} ms at the 95th of 100 where that of the baseline is at most ${BASELINE_MS} ms, and as many times more as the baseline is slower; here ${ms(allowed(baseline))} ms.`,
    '',
    '| Route | Asked | p50 | p95 | To the baseline | Bytes |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows.map(line),
    '',
  ].join('\n')
}
