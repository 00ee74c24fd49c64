// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { fromDebian, onPath } from './debian.ts'

const NAME = 'firefox-esr'
/** What the stories' driver asks of it is not known to older ones. */
const OLDEST = 153

function isNewEnough(path: string): boolean {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= OLDEST
}

/** The path of a Firefox: a named one, Debian's, or one that is got now; undefined where none will do. */
export function findFirefox(): string | undefined {
  // The stories start it through a script with a `#!` line, which Windows does not read.
  if (process.platform === 'win32') return undefined
  const found =
    process.env.PHYLE_FIREFOX ??
    onPath(NAME) ??
    (fromDebian('Firefox', NAME) ? onPath(NAME) : undefined)
  return found && isNewEnough(found) ? found : undefined
}
