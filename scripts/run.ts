// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { fromRoot } from './paths.ts'

/** Runs a JavaScript or TypeScript program with this Node, shows what it prints, answers with its status. */
export function run(program: string, ...args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [fromRoot(program), ...args], {
    cwd: fromRoot(),
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
}

/** Runs a program without which there is no going on: when it fails, this process ends as it did. */
export async function need(program: string, ...args: readonly string[]): Promise<void> {
  const status = await run(program, ...args)
  if (status === 0) return
  console.error(`✘ ${program} ended with status ${status}`)
  process.exit(status)
}

export const HARDHAT = 'node_modules/hardhat/dist/src/cli.js'
