// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fromRoot } from '../paths.ts'
import { fromDebian, onPath, succeeds } from './debian.ts'

/** The one without windows comes first: it does the same work in two thirds of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
/** The first that a release of Debian has. */
const DEBIAN = ['chromium-headless-shell', 'chromium']
const PACKAGE = '@sparticuz/chromium'
const VERSION = '153.0.0'

/** There is no browser on this machine, and none could be got. */
export class NoChromium extends Error {
  constructor() {
    super(
      'No Chromium was found, and neither Debian nor npm gave one. Install it (apt-get install chromium), ' +
        'or name one in PHYLE_CHROMIUM.',
    )
    this.name = 'NoChromium'
  }
}

async function fromNpm(): Promise<string | undefined> {
  const npm = process.env.npm_execpath
  if (process.platform !== 'linux' || !npm) return undefined
  console.log('… Getting Chromium from npm')
  const folder = fromRoot('.phyle/chromium')
  const wanted = `${PACKAGE}@${VERSION}`
  if (!succeeds(process.execPath, npm, 'install', '--prefix', folder, '--no-save', wanted))
    return undefined
  const entry = join(folder, 'node_modules', PACKAGE, 'build/index.js')
  if (!existsSync(entry)) return undefined
  const { default: chromium } = await import(pathToFileURL(entry).href)
  return chromium.executablePath()
}

/** The path of a Chromium: a named one, one of this machine, or one that is got now. */
export async function findChromium(): Promise<string> {
  const found =
    process.env.PHYLE_CHROMIUM ??
    onPath(...NAMES) ??
    (fromDebian('Chromium', ...DEBIAN) ? onPath(...NAMES) : await fromNpm())
  if (!found || !existsSync(found)) throw new NoChromium()
  return found
}
