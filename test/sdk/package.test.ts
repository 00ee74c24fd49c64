// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { fromRoot } from '../../scripts/paths.ts'
import { buildPackage, PACKAGE, TSC } from '../../scripts/sdk/package.ts'

const exec = promisify(execFile)

/** The first TypeScript example of the README. */
async function example(): Promise<string> {
  const readme = await readFile(fromRoot('sdk/README.md'), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]
  if (!code) throw new Error('sdk/README.md has no example')
  return code
}

describe('The package, installed in an empty project', () => {
  let project: string
  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'phyle-sdk-'))
    await buildPackage()
    const npm = (...args: string[]) =>
      exec('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], { cwd: project })
    const { stdout } = await npm('pack', PACKAGE, '--json')
    const [packed] = Object.values<{ filename: string }>(JSON.parse(stdout))
    if (!packed) throw new Error('npm pack wrote no package')
    await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
    await npm('install', join(project, packed.filename))
    await writeFile(join(project, 'example.ts'), await example())
  })
  after(() => rm(project, { recursive: true }))

  it('runs the example of its README', async () => {
    // Types are stripped by Node itself; what is imported is the JavaScript of the package.
    const { stdout } = await exec(process.execPath, ['example.ts'], { cwd: project })
    expect(stdout).to.equal('true\n')
  })

  it('brings types that hold for the example, and refuse a wrong one', async () => {
    const check = (file: string) =>
      exec(
        process.execPath,
        [
          fromRoot(TSC),
          ...['--noEmit', '--strict', '--target', 'esnext', '--module', 'nodenext', '--types', ''],
          file,
        ],
        { cwd: project },
      )
    await check('example.ts')
    await writeFile(
      join(project, 'wrong.ts'),
      (await example()).replace("count: 'CLASS_SHARE'", "count: 'BY_WEALTH'"),
    )
    const refused = await check('wrong.ts').then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    )
    expect(refused).to.contain('BY_WEALTH')
  })

  it('has its licence in it, and no sources or tests', async () => {
    const { stdout } = await exec('find', ['node_modules/@phyle/sdk', '-type', 'f'], {
      cwd: project,
    })
    const files = stdout.split('\n')
    expect(files).to.contain('node_modules/@phyle/sdk/LICENSE')
    expect(files.filter((file) => file.includes('.test.') || /(?<!\.d)\.ts$/.test(file))).to.be
      .empty
  })
})
