// SPDX-License-Identifier: AGPL-3.0-or-later
/** Decisions that can still do something: open to votes, or passed and not carried out. */
import { proposal } from 'ponder:schema'
import type { ProposalState } from '@phyle/sdk/chapters/assembly/enums'
import { and, gt, isNull } from 'ponder'
import type { Hex } from 'viem'
import type { SQL } from '../keyset.ts'
import { sameAddress } from '../rows.ts'
import { type Stated, stateOf } from './proposals.ts'

const OPEN: readonly ProposalState[] = ['pending', 'active', 'queued']

/** Which of them the database can tell; of these, `isOpen` leaves out what was voted down. */
export const mayBeOpen = (now: number): SQL | undefined =>
  and(gt(proposal.expiry, now), isNull(proposal.executedTime), isNull(proposal.cancelledTime))

export const isOpen = (row: Stated, now: number): boolean => OPEN.includes(stateOf(row, now))

/** The calls of a decision that go to one contract. */
export const callsTo = (
  { targets, calldatas }: Pick<typeof proposal.$inferSelect, 'targets' | 'calldatas'>,
  target: Hex,
): readonly Hex[] => calldatas.filter((_, at) => sameAddress(targets[at] ?? '0x', target))
