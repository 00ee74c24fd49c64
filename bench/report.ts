// SPDX-License-Identifier: AGPL-3.0-or-later
import { NEXT, PRESENT } from './hardforks.ts'
import type { Job, PeerCost } from './jobs.ts'
import type { Cost } from './notes.ts'

/** What doing a job once leaves behind; a share of it where a transaction does many. */
export type Created = {
  readonly slots: number
  readonly contracts: number
  /** Of slots (32 each) and of the code of the contracts. */
  readonly bytes: number
  /** In the history, not in the state. */
  readonly logBytes: number
}

export type Row = {
  readonly job: Job
  readonly ours: number
  readonly ceiling: number
  readonly peers: readonly (PeerCost & { readonly next: number | null })[]
  readonly created: Created
  /** The same job under the rules of the next hardfork; recorded, never failed. */
  readonly next: number | null
  /** Why there is no such figure, or what to know about it. */
  readonly nextReason: string | null
}

const BYTES_OF_SLOT = 32

export function created({ slots, contracts, codeBytes, logBytes, times }: Cost): Created {
  const each = (total: number): number => Math.round((total / times) * 100) / 100
  return {
    slots: each(slots),
    contracts: each(contracts),
    bytes: each(slots * BYTES_OF_SLOT + codeBytes),
    logBytes: each(logBytes),
  }
}

const number = (value: number): string => value.toLocaleString('en').replaceAll(',', ' ')

function line(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The rows for a person to read. */
export function table(rows: readonly Row[]): string {
  const costs = rows.map(({ job, ours, ceiling, peers }) => {
    const beside = peers.map((peer) => `${number(peer.gas)} (${peer.name} ${peer.version})`)
    return line(job, number(ours), number(ceiling), beside.join('; ') || '–')
  })
  const growth = rows.map(({ job, created: { slots, contracts, bytes, logBytes } }) =>
    line(job, ...[slots, contracts, bytes, logBytes].map(number)),
  )
  const later = rows.map(({ job, ours, peers, next, nextReason }) => {
    const figure = next === null ? '–' : number(next)
    const ratio = next === null ? '–' : `× ${(next / ours).toFixed(2)}`
    const beside = peers.map((peer) => (peer.next === null ? '–' : number(peer.next)))
    const told = nextReason === null ? figure : `${figure} (${nextReason})`
    return line(job, told, ratio, beside.join('; ') || '–')
  })
  return [
    '# Gas',
    '',
    `Whole receipts under the present rules (${PRESENT}), behind the clones, with the ERC-20 of OpenZeppelin. Where a transaction does a job many times, the figure is for each. The tests hold every job to its ceiling.`,
    '',
    '| Job | Ours | Ceiling | Peers |',
    '| --- | ---: | ---: | --- |',
    ...costs,
    '',
    '## What a job leaves behind',
    '',
    'Slots that were zero before the transaction and are not after it, contracts made in it, and the bytes of both: 32 a slot, and the code. The bytes of logs (data and topics) are told apart: they are history, not state. Read from the difference of the states before and after. A share of a slot: many jobs in one transaction write it together.',
    '',
    '| Job | New slots | New contracts | Bytes of state | Bytes of logs |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...growth,
    '',
    '## Under the rules of the next hardfork',
    '',
    `The same jobs, and the same peers in the same order, under ${NEXT} as far as the local chain has it; it calls it experimental. These rules charge much more for new state (EIP-8037), so what costs more is what creates slots or contracts. Recorded, not held to any ceiling.`,
    '',
    '| Job | Ours | To today | Peers |',
    '| --- | ---: | ---: | --- |',
    ...later,
    '',
  ].join('\n')
}
