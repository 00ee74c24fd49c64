// SPDX-License-Identifier: AGPL-3.0-or-later
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromRoot } from '../paths.ts'
import { run } from '../run.ts'

/** Where the package stands once it is built: JavaScript, types, a manifest of its own. */
export const PACKAGE = fromRoot('sdk/dist')

/** The TypeScript compiler. */
export const TSC = 'node_modules/typescript/bin/tsc'

/**
 * The manifest that is published. In the workspaces `exports` names the sources; whoever installs
 * the package has no compiler for them.
 */
async function manifest(): Promise<string> {
  const source = JSON.parse(await readFile(fromRoot('sdk/package.json'), 'utf8'))
  const { name, version, description, license, type, dependencies } = source
  return `${JSON.stringify(
    {
      ...{ name, version, description, license, type },
      sideEffects: false,
      engines: { node: '>=20' },
      exports: { './*': { types: './*.d.ts', default: './*.js' } },
      dependencies,
    },
    null,
    2,
  )}\n`
}

/** Builds the package anew. The ABIs must have been exported before. */
export async function buildPackage(): Promise<void> {
  await rm(PACKAGE, { recursive: true, force: true })
  await mkdir(PACKAGE, { recursive: true })
  const status = await run(TSC, '-p', 'sdk/tsconfig.build.json')
  if (status !== 0) throw new Error('The sdk does not compile, see above')
  await writeFile(join(PACKAGE, 'package.json'), await manifest())
  for (const file of ['README.md', 'LICENSE']) {
    await copyFile(fromRoot('sdk', file), join(PACKAGE, file))
  }
}
