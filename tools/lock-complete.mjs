// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Completes package-lock.json with the platform packages that npm left out of it.
 *
 * A registry that does not hold the package of every platform makes `npm install` drop those it
 * cannot see, and `npm ci` then refuses the lock file. Each gets an entry with its version and
 * platform; npm fetches it by version on the machine that needs it. Run it after every change of
 * dependencies. `--check` writes nothing and fails when something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CPUS = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const SPELLINGS = {
  amd64: 'x64',
  x86_64: 'x64',
  aarch64: 'arm64',
  windows: 'win32',
  macos: 'darwin',
  win: 'win32',
}

/** The platform that a package says in its name, such as `edr-linux-x64-musl`. */
function platformOf(name) {
  const words = name
    .split('/')
    .at(-1)
    .split(/[-.]/)
    .map((word) => SPELLINGS[word] ?? word)
  const os = words.filter((word) => SYSTEMS.includes(word))
  const cpu = words.filter((word) => CPUS.includes(word))
  if (os.length === 0 || cpu.length === 0) return undefined
  const libc = words.includes('musl')
    ? ['musl']
    : words.includes('gnu') && os[0] === 'linux'
      ? ['glibc']
      : undefined
  return { cpu, ...(libc && { libc }), os }
}

/** What a package at `path` gets as `name`: from its own folder or the nearest above it. */
function found(packages, path, name) {
  const above = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))
  const own = packages[`${path}${path && '/'}node_modules/${name}`]
  return own ?? (path === '' ? undefined : found(packages, above, name))
}

const file =
  process.argv.find((argument) => argument.endsWith('.json')) ??
  fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name)
    const present = found(lock.packages, path, name)
    const isExact = /^\d+\.\d+\.\d+$/.test(version)
    if (!platform || (present && (!isExact || present.version === version))) continue
    // Another version may have the place at the top: then this one goes below its parent.
    const place = `node_modules/${name}`
    const at = lock.packages[place] ? `${path}/${place}` : place
    lock.packages[at] = { version, ...(entry.dev && { dev: true }), optional: true, ...platform }
    added.push(`${name}@${version}`)
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0) {
    console.error(`package-lock.json lacks ${added.join(', ')}. Run: npm run lock`)
    process.exit(1)
  }
} else {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(sorted)
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length > 0 ? `Added ${added.length}: ${added.join(', ')}` : 'Nothing to add')
}
