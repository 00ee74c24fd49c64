// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run works:import -- FILE…`: reads Open Know-How manifests and registers them as works. */
import { glob, readFile } from 'node:fs/promises'
import type { Right } from '../../sdk/src/chapters/commons/enums.ts'
import { spdxRightOf } from '../../sdk/src/spdx-rights.ts'
import type { Desk, Outcome } from './desk.ts'
import { NotAManifest, type Place } from './fields.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { type Options, readOptions, UsageError } from './options.ts'

/** What the licence already allows a firm, and whether its co-op can sell permissions beside it. */
const ALLOWS: Readonly<Record<Right, string>> = {
  FREE: 'its licence lets every firm use it for nothing; no permission can be sold',
  SHARE_ALIKE:
    'its licence lets firms use it for nothing if they share alike; the licensor can have a second licence sold to others',
  RESERVED:
    'its licence keeps commercial use back; permissions can be sold with the word of the licensor',
  UNKNOWN:
    'nobody has said what its licence allows a firm; no permission can be sold until the root says so',
}

try {
  await importAll(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError || (error as Error).name === 'NoChain')) throw error
  console.error((error as Error).message)
  process.exitCode = 2
}

async function importAll(options: Options): Promise<void> {
  const desk = options.dryRun ? undefined : await openDesk(options)
  for (const file of await everyFile(options.files)) {
    const manifest = await read(file)
    const outcome = manifest && (await desk?.register(manifest))
    if (manifest === undefined || outcome?.done === false) process.exitCode = 1
    if (outcome?.done === false) console.error(`${file}: ${outcome.words}`)
    else if (manifest && options.json) console.log(inJson(file, manifest, outcome))
    else if (manifest) console.log(inWords(file, manifest, outcome?.words))
  }
}

/** Not every shell writes out patterns; one that matches nothing stays, and is then no file. */
async function everyFile(names: readonly string[]): Promise<string[]> {
  const files = names.map(async (name) => {
    const matching = /[*?]/.test(name) ? await Array.fromAsync(glob(name)) : []
    return matching.length > 0 ? matching.toSorted() : [name]
  })
  return (await Promise.all(files)).flat()
}

/** Imported late: it needs what the build writes, reading files does not. */
async function openDesk(options: Options): Promise<Desk> {
  try {
    const { open } = await import('./desk.ts')
    return await open(options)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_MODULE_NOT_FOUND') throw new UsageError('first compile: npm run build')
    throw error
  }
}

/** The manifest in a file; where there is none, a line on stderr says where and why. */
async function read(file: string): Promise<Manifest | undefined> {
  try {
    return readManifest(file, await readFile(file))
  } catch (error) {
    console.error(problem(file, error))
    return undefined
  }
}

function problem(file: string, error: unknown): string {
  if (error instanceof NotAManifest) return `${file}${shown(error.place)}: ${error.message}`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && /[*?]/.test(file)) return `${file}: no file is called so`
  if (code === 'ENOENT') return `${file}: there is no such file`
  if (code === 'EISDIR') return `${file}: is a folder; name the files in it`
  if (code !== undefined) return `${file}: cannot be read (${code})`
  throw error
}

function shown(place: Place | undefined): string {
  return place ? `:${place.line}:${place.column}` : ''
}

function inJson(file: string, manifest: Manifest, outcome: Outcome | undefined): string {
  const { title, version, licence: license, licensor, sha256, cid } = manifest
  const warnings = outcome?.before ? [...manifest.warnings, outcome.words] : manifest.warnings
  const right = spdxRightOf(license) ?? 'UNKNOWN'
  return JSON.stringify({ file, title, version, license, right, licensor, sha256, cid, warnings })
}

function inWords(file: string, manifest: Manifest, outcome: string | undefined): string {
  const { title, version, licence, licensor, cid, warnings } = manifest
  const allows = ALLOWS[spdxRightOf(licence) ?? 'UNKNOWN']
  const what = [`${title}${version === '' ? '' : ` ${version}`}`, licence, licensor]
  return [
    `✔ ${file}${outcome === undefined ? '' : `: ${outcome}`}`,
    `  ${what.filter((part) => part !== '').join(', ')}`,
    `  ${allows}`,
    `  ${cid}`,
    ...warnings.map((warning) => `  ! ${warning}`),
  ].join('\n')
}
