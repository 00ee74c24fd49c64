// SPDX-License-Identifier: AGPL-3.0-or-later
/** A running `npm start` notes here where it listens, so that other scripts find it. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromRoot } from './paths.ts'

export type Running = {
  readonly chain: string
  readonly relay: string
  readonly app: string
}

const NOTE = fromRoot('.phyle/running.json')

/** Notes it until it is disposed of, or the process ends in another way. */
export async function noteRunning(running: Running, note = NOTE): Promise<Disposable> {
  await mkdir(dirname(note), { recursive: true })
  await writeFile(note, `${JSON.stringify({ ...running, process: process.pid })}\n`)
  const forget = () => {
    if (read(note)?.process === process.pid) rmSync(note, { force: true })
  }
  process.once('exit', forget)
  return { [Symbol.dispose]: forget }
}

/** Reads the note of what runs now. A note of a process that has ended does not count. */
export function findRunning(note = NOTE): Running | undefined {
  const found = read(note)
  return found && isAlive(found.process) ? found : undefined
}

function read(note: string): (Running & { process: number }) | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Running & { process: number }
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
