// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The door that every npm script goes through: `node scripts/bootstrap.mjs PROGRAM [ARGUMENTS]`.
 *
 * It needs nothing but Node 18 or later and npm. It gets a newer Node from npm when this one is too
 * old, installs the packages when they are not what package-lock.json says, and runs the program.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Hardhat 3 and node:sqlite ask for this much. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

/** npm's own program: named by npm when it runs this file, else beside this Node. */
function npmProgram() {
  const given = process.env.npm_execpath
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const found = [given, beside].find((path) => path?.endsWith('.js') && existsSync(path))
  return found ?? stop('npm was not found. Start this with npm, for example: npm start')
}

/** What npm tells its scripts would mislead the programs below, but for where it gets packages. */
function cleanEnvironment(node) {
  const kept =
    /^npm_(execpath|config_(cache|registry|userconfig|proxy|https_proxy|noproxy|cafile))$/
  const entries = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('npm_') || kept.test(name),
  )
  return {
    ...Object.fromEntries(entries),
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true',
    PONDER_TELEMETRY_DISABLED: 'true',
    // Every program here is many files: what Node makes of them is kept, with the packages.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
  }
}

/** Runs a program to its end, hands on every signal, and answers with its status. */
function run(node, args, options) {
  return new Promise((done) => {
    const child = spawn(node, args, { stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', (error) => stop(`${node} could not be started: ${error.message}`))
    child.on('close', (status, signal) => {
      for (const name of signals) process.off(name, pass)
      done(signal === null ? status : signal === 'SIGINT' ? 130 : 143)
    })
  })
}

async function step(title, node, args, options) {
  const started = Date.now()
  console.log(`… ${title}`)
  const status = await run(node, args, options)
  if (status !== 0) {
    console.error(`✘ ${title}: npm ended with status ${status}`)
    process.exit(status)
  }
  console.log(`✔ ${title} (${Math.round((Date.now() - started) / 1000)} s)`)
}

const npmQuietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** This Node if it will do, else the one that npm has for this machine. */
async function goodNode() {
  if (isNewEnough(process.versions.node)) return process.execPath

  const folder = join(root, 'tools/node')
  const os = process.platform === 'win32' ? 'win' : process.platform
  const program = os === 'win' ? 'bin/node.exe' : 'bin/node'
  const node = join(folder, 'node_modules', `node-${os}-${process.arch}`, program)
  if (!existsSync(node)) {
    await step(
      `Getting Node 24 (this one is ${process.versions.node})`,
      process.execPath,
      [npmProgram(), 'ci', ...npmQuietly],
      {
        cwd: folder,
        env: cleanEnvironment(process.execPath),
      },
    )
  }
  if (existsSync(node)) return node
  return stop(
    `npm has no Node 24 for ${process.platform} on ${process.arch}. Install Node 22.13 or later and try again.`,
  )
}

/** Tells whether a package of the lock file belongs on this machine. */
function isForThisMachine({ os, cpu, libc }) {
  const own = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return (
    (os?.includes(process.platform) ?? true) &&
    (cpu?.includes(process.arch) ?? true) &&
    (process.platform !== 'linux' || (libc?.includes(own) ?? true))
  )
}

/** Tells whether npm's record of what it installed holds all that package-lock.json asks for. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packagesIn(record)
  return Object.entries(packagesIn(join(root, 'package-lock.json')))
    .filter(([path]) => path.includes('node_modules/'))
    .filter(([, entry]) => !entry.extraneous && (!entry.optional || entry.os))
    .filter(([, entry]) => isForThisMachine(entry))
    .every(([path, { version }]) => installed[path] && installed[path].version === version)
}

const [program, ...args] = process.argv.slice(2)
if (!program)
  stop('Name the program to run, for example: node scripts/bootstrap.mjs scripts/build.ts')

const node = await goodNode()
const env = cleanEnvironment(node)
if (!isInstalled()) {
  await step('Installing packages (about a minute)', node, [npmProgram(), 'ci', ...npmQuietly], {
    cwd: root,
    env,
  })
}
process.exit(await run(node, [join(root, program), ...args], { cwd: root, env }))
