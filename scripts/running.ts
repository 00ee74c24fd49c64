// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the running `npm start` of this folder listens: it notes that, and other scripts find it. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromRoot } from './paths.ts'

export type Running = {
  readonly chain: string
  readonly relay: string
  readonly app: string
}

const NOTE = fromRoot('.phyle/running.json')

/** Notes it until it is disposed of. */
export async function noteRunning(running: Running, note = NOTE): Promise<AsyncDisposable> {
  await mkdir(dirname(note), { recursive: true })
  await writeFile(note, `${JSON.stringify({ ...running, process: process.pid })}\n`)
  return {
    async [Symbol.asyncDispose]() {
      if ((await read(note))?.process === process.pid) await rm(note, { force: true })
    },
  }
}

/** What runs now; a note that was left behind by a process that is no more counts for nothing. */
export async function findRunning(note = NOTE): Promise<Running | undefined> {
  const found = await read(note)
  return found && isAlive(found.process) ? found : undefined
}

async function read(note: string): Promise<(Running & { process: number }) | undefined> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Running & { process: number }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
