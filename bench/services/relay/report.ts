// SPDX-License-Identifier: AGPL-3.0-or-later
import { POLLED, type Relay, type Row } from './measure.ts'

const number = (value: number): string =>
  Math.round(value).toLocaleString('en').replaceAll(',', ' ')
const ms = (value: number): string => value.toFixed(1)

const line = ({ what, p50, p95, perSecond, ratio, cpu }: Row): string =>
  `| ${what} | ${ms(p50)} | ${ms(p95)} | ${cpu.toFixed(2)} | ${number(perSecond)} | × ${ratio.toFixed(2)} |`

/** The figures for a person to read. */
export function table({ lanes, ballots, baseline, rows }: Relay): string {
  return [
    '## The relay',
    '',
    `${number(ballots)} signed ballots are brought on ${lanes} lanes, in votes that nobody was looked up for before; then is asked how those of a vote with ${number(POLLED)} stand. The programs that ask, the databases and a node that answers at once are on the same machine. The baseline of the same run is one process that reads the JSON, recovers the signature with the same library and keeps nothing: ${number(baseline.perSecond)} a second, ${ms(baseline.p50)} ms, 95 of 100 within ${ms(baseline.p95)} ms, ${baseline.cpu.toFixed(2)} ms of a processor each. The ratio is of what is done in a second; the processor time is that of the relays alone, and says most where others use the machine too. Nothing here can fail: how busy the machine is decides.`,
    '',
    '| What | p50 | p95 | Processor, ms | A second | To the baseline |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(line),
    '',
  ].join('\n')
}
