// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the gas tests tell the bench what they measured: lines of JSON in a file that it names. */
import { appendFileSync, readFileSync } from 'node:fs'
import type { Growth } from './growth.ts'
import type { Job } from './jobs.ts'

/** A transaction in which a job was done, perhaps many times. */
export type Cost = Growth & { readonly job: Job; readonly gas: number; readonly times: number }
/** A job that the chain would not do. */
type Refusal = { readonly job: Job; readonly reason: string }

export type Notes = ReadonlyMap<Job, Cost | Refusal>

const FILE = process.env.PHYLE_GAS_FILE

export const isAsked = FILE !== undefined

export function note(line: Cost | Refusal): void {
  if (FILE !== undefined) appendFileSync(FILE, `${JSON.stringify(line)}\n`)
}

/** The dearest transaction of each job, or why there is none. */
export function readNotes(file: string): Notes {
  const found = new Map<Job, Cost | Refusal>()
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Cost | Refusal
    const before = found.get(one.job)
    if (before === undefined || perJob(one) > perJob(before)) found.set(one.job, one)
  }
  return found
}

const perJob = (it: Cost | Refusal): number => ('gas' in it ? it.gas / it.times : 0)
