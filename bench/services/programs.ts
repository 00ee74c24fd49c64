// SPDX-License-Identifier: AGPL-3.0-or-later
/** Programs that run beside a measurement, and end with it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fromRoot } from '../../scripts/paths.ts'

export type Settings = Readonly<Record<string, string>>

export interface Program extends AsyncDisposable {
  readonly url: string
}

/** Starts one of this project; it listens when it has said in a line of JSON at which `url`. */
export async function startProgram(file: string, settings: Settings = {}): Promise<Program> {
  const child = spawn(process.execPath, [fromRoot(file)], {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const url = await firstUrl(child.stdout)
  child.stdout.resume()
  if (url === undefined) throw new Error(`${file} ended before it listened`)
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill()
      await ended
    },
  }
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const { url } = JSON.parse(line) as { readonly url?: string }
    if (url !== undefined) return url
  }
  return undefined
}
