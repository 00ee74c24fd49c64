// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** An absolute path from one that starts at the repository's root. */
export const fromRoot = (...parts: readonly string[]): string => join(ROOT, ...parts)
