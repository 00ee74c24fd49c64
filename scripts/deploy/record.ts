// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  asDeployments,
  type Deployments,
  type PhyleHouse,
  type PhyleRecord,
} from '../../sdk/src/deployments.ts'
import { fromRoot } from '../paths.ts'

export const recordOf = (chainId: number): string => fromRoot(`deployments/${chainId}.json`)

/** Reads a deployments file; one that is missing is that of a chain with nothing on it. */
export async function readRecord(file: string, chainId: number): Promise<Deployments> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) {
    return { chainId, implementations: {}, registrars: {}, demo: {}, phyle: null }
  }
  const record = asDeployments(JSON.parse(text))
  if (record.chainId === chainId) return record
  throw new Error(`${file} is of chain ${record.chainId}, not of ${chainId}`)
}

/** Writes a deployments file at one stroke: a run that is broken off leaves the old one or the new one. */
export async function writeRecord(file: string, record: Deployments): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const written = { ...record, phyle: record.phyle && recordedPhyle(record.phyle) }
  await writeFile(`${file}.new`, `${JSON.stringify(written, null, 2)}\n`)
  await rename(`${file}.new`, file)
}

/** What is kept of a phyle: where its first chapters are stands among its chapters. */
function recordedPhyle({ phyle, root, cash, block, chapters }: PhyleRecord): PhyleRecord {
  return { phyle, root, cash, block, chapters }
}

/** Notes which phyle is shown on a chain. */
export async function recordPhyle(file: string, chainId: number, phyle: PhyleHouse): Promise<void> {
  await writeRecord(file, { ...(await readRecord(file, chainId)), phyle })
}
