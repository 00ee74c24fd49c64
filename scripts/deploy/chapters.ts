// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'
import * as steps from './list.ts'

/** The whole house. The steps of the list come in the order of their names, which are numbers. */
export const CHAPTERS: readonly Chapter[] = Object.values(steps)
