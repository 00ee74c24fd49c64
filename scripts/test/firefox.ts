// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAME = 'firefox-esr'
/** What the stories' driver asks of it is not known to older ones. */
const OLDEST = 153

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, NAME)).find(existsSync)
}

function succeeds(program: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('… Getting Firefox from Debian')
  const install = ['install', '-y', '--no-install-recommends', NAME]
  if (
    succeeds('apt-get', ...install) ||
    (succeeds('apt-get', 'update') && succeeds('apt-get', ...install))
  ) {
    return onPath()
  }
  return undefined
}

function isNewEnough(path: string): boolean {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= OLDEST
}

/** The path of a Firefox: a named one, Debian's, or one that is got now; undefined where none will do. */
export function findFirefox(): string | undefined {
  // The stories start it through a script with a `#!` line, which Windows does not read.
  if (process.platform === 'win32') return undefined
  const found = process.env.PHYLE_FIREFOX ?? onPath() ?? fromDebian()
  return found && isNewEnough(found) ? found : undefined
}
