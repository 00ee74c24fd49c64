// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process'
import { fromRoot } from '../paths.ts'

/** One thing that must hold of the repository. */
export interface Check {
  readonly title: string
  /** What is wrong, each with its place and what to do; nothing when all is well. */
  readonly problems: () => Promise<readonly string[]>
}

/** Runs a tool of node_modules by its JavaScript file; what it prints is the problem when it fails. */
export function tool(program: string, ...args: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [fromRoot('node_modules', program), ...args],
      { cwd: fromRoot(), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (!error) return resolve([])
        const said = `${stdout}\n${stderr}`.trim()
        resolve([said === '' ? error.message : said])
      },
    )
  })
}
