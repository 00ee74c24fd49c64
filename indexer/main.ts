// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Runs the index: `node indexer/main.ts --schema phyle …`, with the options of `ponder start`.
 *
 * What an index keeps can all be read of the chain again. Where that is of no use any more (it was
 * killed while it made its tables, another release made them, the chain went back further than the
 * index can follow), Ponder ends, and would end so for ever. Then the embedded database is thrown away
 * and the history read again; a Postgres is left to whoever it belongs to, with a word on what to do.
 *
 * Where Ponder runs but stays at one block while the chain goes on, it is ended and started again; after
 * three times within an hour this ends too, and leaves it to whoever keeps it running.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { useless } from './useless.ts'

const HOME = import.meta.dirname
const PONDER = fileURLToPath(new URL('bin/ponder.js', import.meta.resolve('ponder')))
/** Ends Ponder with this process, however this one ends. */
const LEASH = `data:text/javascript,${encodeURIComponent(
  "process.on('disconnect', () => process.exit(1)); process.channel?.unref()",
)}`

/** So many times in a row: what fails again at once is not mended by beginning anew. */
const MOST_TIMES = 3
const HOUR_MS = 3_600_000
/** Ponder gets so long to end in order. */
const GRACE_MS = 10_000

const { DATABASE_URL, DATABASE_PRIVATE_URL, PHYLE_DEPLOYMENTS, PHYLE_INDEX_DATA } = process.env
const isEmbedded = !DATABASE_URL && !DATABASE_PRIVATE_URL
const folder = PHYLE_INDEX_DATA ? resolve(PHYLE_INDEX_DATA) : join(HOME, '.ponder/pglite')
/** Beside a database that an index once answered with; without it, it may be half made. */
const whole = `${folder}.whole`

/** Paths are those of whoever started this; Ponder runs in the folder of the index. */
const env = {
  ...process.env,
  ...(PHYLE_DEPLOYMENTS && { PHYLE_DEPLOYMENTS: resolve(PHYLE_DEPLOYMENTS) }),
  ...(PHYLE_INDEX_DATA && { PHYLE_INDEX_DATA: folder }),
}

let ponder: ChildProcess | undefined
let isAsked = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isAsked = true
    ponder?.kill('SIGTERM')
  })
}

/** The message of `src/api/begin.ts`. */
interface Told {
  readonly answers?: true
  /** Where the index stands still, and where the chain is. */
  readonly still?: { readonly block: number; readonly head: number }
}

interface Ended {
  readonly code: number
  readonly answered: boolean
  /** Why what it kept is of no use; null where it ended for another reason. */
  readonly reason: string | null
  /** Where it stood still, when it was ended for that. */
  readonly still: Told['still']
}

function run(): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--import', LEASH, PONDER, 'start', ...process.argv.slice(2)],
    { cwd: HOME, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  ponder = child
  let reason: string | null = null
  let answered = false
  const follow = (from: NodeJS.ReadableStream | null, to: NodeJS.WritableStream) =>
    from?.on('data', (chunk: Buffer) => {
      to.write(chunk)
      if (reason !== null) return
      reason = useless(chunk.toString(), answered)
      // Ponder would try the same for minutes.
      if (reason !== null && answered) child.kill('SIGTERM')
    })
  follow(child.stdout, process.stdout)
  follow(child.stderr, process.stderr)
  let still: Told['still']
  child.on('message', (message) => {
    const told = message as Told
    if (told.answers) {
      answered = true
      if (isEmbedded) writeFile(whole, '').catch(console.error)
    }
    if (told.still && !still) {
      still = told.still
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
    }
  })
  return new Promise((settle, reject) => {
    child.once('error', reject)
    child.once('close', (code) => settle({ code: code ?? 1, answered, reason, still }))
  })
}

async function beginAnew(reason: string): Promise<void> {
  console.error(`The index reads the history again: ${reason}.`)
  await rm(whole, { force: true })
  await rm(folder, { recursive: true, force: true })
}

if (isEmbedded && existsSync(folder) && !existsSync(whole)) {
  await beginAnew('an index that was ended early left its database half made')
}
let failures = 0
let stoodStill: readonly number[] = []
for (;;) {
  const { code, answered, reason, still } = await run()
  if (isAsked) process.exit(0)
  if (still && reason === null) {
    const { block, head } = still
    const now = performance.now()
    stoodStill = [...stoodStill.filter((time) => now - time < HOUR_MS), now]
    if (stoodStill.length > MOST_TIMES) {
      console.error(
        `The index stayed at block ${block} while the chain went on to ${head}, however often it was started again. Compare its node with another one.`,
      )
      process.exit(1)
    }
    console.error(
      `The index is started again: it stayed at block ${block} while the chain went on to ${head}.`,
    )
    continue
  }
  if (reason === null) process.exit(code)
  failures = answered ? 1 : failures + 1
  if (!isEmbedded) {
    console.error(
      `The index cannot go on with its database: ${reason}. Start it with another --schema, and drop the old one and ponder_sync when nothing uses them.`,
    )
    process.exit(code)
  }
  if (failures > MOST_TIMES) {
    console.error(`The index began anew ${MOST_TIMES} times and still ends: ${reason}.`)
    process.exit(code)
  }
  await beginAnew(reason)
}
