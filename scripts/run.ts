// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { fromRoot } from './paths.ts'

/** A program that this one started ended with something other than success. */
export class Failed extends Error {
  readonly status: number

  constructor(program: string, status: number) {
    super(`${program} ended with status ${status}`)
    this.name = 'Failed'
    this.status = status
  }
}

/** Runs a JavaScript or TypeScript program with this Node and shows what it prints. */
export async function run(program: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [fromRoot(program), ...args], {
    cwd: fromRoot(),
    stdio: 'inherit',
  })
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
  if (status !== 0) throw new Failed(program, status)
}

/** Runs a task of Hardhat. */
export const hardhat = (...args: readonly string[]): Promise<void> =>
  run('node_modules/hardhat/dist/src/cli.js', ...args)
