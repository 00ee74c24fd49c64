// SPDX-License-Identifier: AGPL-3.0-or-later
/** Programs of the system that tests use, got from Debian where that may be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of some programs that is on the PATH. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/** Runs a program whose words nobody needs; what it complains of is shown. */
export function succeeds(program: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}

/** Installs the first of some packages that there is. Answers false where one may not, or there is none. */
export function fromDebian(what: string, ...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`… Getting ${what} from Debian`)
  const install = (name: string) =>
    succeeds('apt-get', 'install', '-y', '--no-install-recommends', name)
  return packages.some(install) || (succeeds('apt-get', 'update') && packages.some(install))
}
