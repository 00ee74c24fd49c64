// SPDX-License-Identifier: AGPL-3.0-or-later
/** The files that operators start from name nothing that the code does not have. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { fromRoot } from '../../scripts/paths.ts'

const FOLDER = 'docs/operating'
const read = (name: string) => readFileSync(fromRoot(FOLDER, name), 'utf8')

/** What our programs read of the environment: everything that the readers of it name. */
const SETTINGS = new Set(
  ['relay/src/env.ts', 'indexer/src/env.ts'].flatMap(
    (file) =>
      readFileSync(fromRoot(file), 'utf8').match(
        /\b(PHYLE_[A-Z_]+|DATABASE_URL|HOST|PORT|LOG_LEVEL)\b/g,
      ) ?? [],
  ),
)
/** Ponder's own. */
const PONDERS = ['PONDER_TELEMETRY_DISABLED', 'DATABASE_URL']

function expectSettings(names: readonly string[]): void {
  for (const name of names) {
    expect(SETTINGS.has(name) || PONDERS.includes(name), `${name} is read by nothing`).to.equal(
      true,
    )
  }
}

/** A program of ours by the path under which a machine has the repository. */
function expectProgram(path: string, root: string): void {
  expect(path.startsWith(root), `${path} is below ${root}`).to.equal(true)
  expect(existsSync(fromRoot(path.slice(root.length + 1))), `${path} is there`).to.equal(true)
}

interface Service {
  readonly image: string
  readonly command?: readonly string[]
  readonly working_dir?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test: readonly string[] }
}

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>
    readonly volumes: Readonly<Record<string, unknown>>
  }
  const ours = Object.values(services).filter(({ command }) => command !== undefined)

  it('starts the programs that are there', () => {
    expect(ours).to.have.length(2)
    for (const { command = [], working_dir = '' } of ours) {
      expect(command[0]).to.equal('node')
      expectProgram(resolve(working_dir, command[1] ?? ''), '/phyle')
    }
  })

  it('gives them settings that they read', () => {
    for (const { environment = {} } of ours) expectSettings(Object.keys(environment))
  })

  it('asks for every value without which they do not start', () => {
    const relay = services.relay?.environment ?? {}
    for (const name of ['PHYLE_RPC_URL', 'PHYLE_RELAY_KEY']) {
      expect(relay[name]).to.equal(`\${${name}:?}`)
    }
  })

  it('mounts what is there, and waits for services that can say that they are well', () => {
    for (const { volumes: mounts = [], depends_on = {} } of Object.values(services)) {
      for (const mount of mounts) {
        const [source = ''] = mount.split(':')
        if (!source.startsWith('.')) expect(volumes).to.have.property(source)
        else if (!source.endsWith('/dist'))
          expect(existsSync(fromRoot(FOLDER, source))).to.equal(true)
      }
      for (const name of Object.keys(depends_on)) {
        expect(services[name]?.healthcheck, name).to.not.equal(undefined)
      }
    }
  })
})

describe('The systemd units', () => {
  const UNITS = ['phyle-relay.service', 'phyle-indexer.service']
  const valuesOf = (unit: string, key: string) =>
    read(unit)
      .split('\n')
      .filter((line) => line.startsWith(`${key}=`))
      .map((line) => line.slice(key.length + 1))

  it('start the programs that are there, with settings that they read', () => {
    for (const unit of UNITS) {
      const [start = ''] = valuesOf(unit, 'ExecStart')
      expectProgram(start.split(' ')[1] ?? '', '/opt/phyle')
      const pairs = valuesOf(unit, 'Environment').flatMap((line) => line.split(' '))
      expectSettings(pairs.map((pair) => pair.split('=')[0] ?? ''))
      expectSettings(read(unit).match(/\b(PHYLE_[A-Z_]+|DATABASE_URL)\b/g) ?? [])
    }
  })

  it('are units by the word of systemd, where that is here', function () {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) this.skip()
    const folder = mkdtempSync(join(tmpdir(), 'phyle-units-'))
    for (const unit of UNITS) {
      const here = read(unit)
        .replaceAll('/usr/bin/node', process.execPath)
        .replaceAll('/opt/phyle', fromRoot())
      writeFileSync(join(folder, unit), here)
      const { stderr } = spawnSync('systemd-analyze', ['verify', join(folder, unit)], {
        encoding: 'utf8',
      })
      const about = stderr.split('\n').filter((line) => line.includes(unit))
      expect(about).to.deep.equal([])
    }
    rmSync(folder, { recursive: true })
  })
})

describe('The dashboard', () => {
  interface Panel {
    readonly title: string
    readonly targets: readonly { readonly expr: string }[]
  }

  it('draws only figures that the relay tells', () => {
    const source = readFileSync(fromRoot('relay/src/metrics.ts'), 'utf8')
    const told = new Set([
      ...[...source.matchAll(/name: '(phyle_relay_\w+)'/g)].map(([, name]) => name),
      ...[...source.matchAll(/gauge\('(\w+)'/g)].map(([, name]) => `phyle_relay_${name}`),
    ])
    const { panels } = JSON.parse(read('grafana.json')) as { readonly panels: readonly Panel[] }
    for (const { title, targets } of panels) {
      for (const { expr } of targets) {
        const drawn = expr.match(/phyle_relay_\w+/g) ?? []
        expect(drawn, title).to.not.deep.equal([])
        for (const name of drawn) {
          expect(told.has(name.replace(/_(bucket|count|sum)$/, '')), name).to.equal(true)
        }
      }
    }
  })
})
