// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { fromRoot } from '../paths.ts'

const LEASH = new URL('./leash.mjs', import.meta.url).href
const KEPT_LINES = 30
/** After being asked to end, a service has this long. */
const PATIENCE_MS = 5_000

/** A service ended, or did not begin, without having been asked to. */
export class ServiceFailed extends Error {
  constructor(name: string, problem: string, lastLines: readonly string[]) {
    super(
      [`${name} ${problem}. Its last lines:`, ...lastLines.map((line) => `    ${line}`)].join('\n'),
    )
    this.name = 'ServiceFailed'
  }
}

export interface Command {
  /** The name that people are told. */
  readonly name: string
  /** A JavaScript or TypeScript program, from the root. */
  readonly program: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** A program that runs beside this one and ends with it. */
export class Service implements AsyncDisposable {
  readonly name: string
  /** Rejects when the service ends by itself. */
  readonly failure: Promise<never>
  readonly #child: ChildProcess
  readonly #closed: Promise<void>
  #lines: readonly string[] = []
  #isStopping = false
  #mayEnd = false

  constructor({ name, program, args = [], env = {}, cwd = '.' }: Command) {
    this.name = name
    this.#child = spawn(process.execPath, ['--import', LEASH, fromRoot(program), ...args], {
      cwd: fromRoot(cwd),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.stdout?.on('data', this.#keep)
    this.#child.stderr?.on('data', this.#keep)
    this.failure = new Promise((_resolve, reject) => {
      this.#child.once('error', reject)
      this.#child.once('close', (status, signal) => {
        if (this.#isStopping || (this.#mayEnd && status === 0)) return
        reject(new ServiceFailed(this.name, `ended by itself (${signal ?? status})`, this.#lines))
      })
    })
    this.#closed = new Promise((resolve) => {
      this.#child.once('close', () => resolve())
    })
    // Whoever cares awaits it; until then it must not count as unhandled.
    this.failure.catch(() => {})
  }

  readonly #keep = (chunk: Buffer) => {
    const lines = stripVTControlCharacters(chunk.toString()).split('\n')
    this.#lines = [...this.#lines, ...lines.filter((line) => line.trim() !== '')].slice(-KEPT_LINES)
  }

  /** Waits until the service answers, by asking again and again. */
  async answers(ask: () => Promise<boolean>, withinMs: number): Promise<void> {
    const ready = async () => {
      const latest = Date.now() + withinMs
      while (!(await ask().catch(() => false))) {
        if (Date.now() > latest) {
          const problem = `did not answer within ${withinMs / 1000} s`
          throw new ServiceFailed(this.name, problem, this.#lines)
        }
        await wait(100)
      }
    }
    await Promise.race([ready(), this.failure])
  }

  /** Waits for a program that does one thing and ends. */
  async finishes(): Promise<void> {
    this.#mayEnd = true
    await Promise.race([this.#closed, this.failure])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopping = true
    this.#child.kill('SIGTERM')
    const insist = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE_MS)
    if (this.#child.pid !== undefined) await this.#closed
    clearTimeout(insist)
  }
}
