// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chores } from '../chores/chore.ts'
import { feeChores } from './fees.ts'
import { pointChores } from './points.ts'

export const chores: Chores = (book) => [...feeChores(book), ...pointChores(book)]
