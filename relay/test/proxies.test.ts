// SPDX-License-Identifier: AGPL-3.0-or-later
/** The examples of `docs/proxy`, run before the real relay: who comes through them is told apart. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Relay } from '../src/relay.ts'
import { freePort, Ground } from './kit.ts'
import { hasNginx, NGINX_WHY_NOT, startNginx } from './nginx.ts'
import { relayOf, until } from './relays.ts'

const DOCS = join(import.meta.dirname, '../../docs/proxy')
const MOST = 5

const isThere = (program: string): boolean => spawnSync(program, ['-v']).error === undefined

/** Asks from an address of this machine; answers the status. */
function statusFrom(address: string, port: number, headers: Record<string, string> = {}) {
  return new Promise<number>((resolve, reject) => {
    const asking = request(
      {
        ...{ host: '127.0.0.1', port, localAddress: address, headers, agent: false },
        path: `/ballots/0x${'00'.repeat(32)}`,
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asking.once('error', reject)
    asking.end()
  })
}

describe('behind a proxy', () => {
  let ground: Ground
  let relay: Relay

  before(async () => {
    ground = await Ground.bare(1)
  })
  after(() => ground?.close())

  const open = async (t: TestContext, changes: Readonly<Record<string, string>>) => {
    relay = await relayOf(ground, `proxy-${t.name}`, {
      PHYLE_RELAY_REQUESTS_PER_MINUTE: `${MOST}`,
      ...changes,
    })
    t.after(() => relay.stop())
    return Number(new URL(relay.url).port)
  }

  /** The example, with the ports of this test in the place of those that it names. */
  const example = async (name: string, ports: { proxy: number; relay: number }) => {
    const text = await readFile(join(DOCS, name), 'utf8')
    assert.ok(text.includes('8080') && text.includes('8787'))
    return text
      .replace('listen 8080', `listen 127.0.0.1:${ports.proxy}`)
      .replaceAll(':8080', `:${ports.proxy}`)
      .replaceAll('8787', `${ports.relay}`)
  }

  const run = async (t: TestContext, command: readonly [string, ...string[]], port: number) => {
    const [program, ...options] = command
    const proxy: ChildProcess = spawn(program, options, {
      stdio: 'ignore',
      env: { ...process.env, HOME: ground.folder, XDG_DATA_HOME: ground.folder },
    })
    const ended = new Promise((done) => proxy.once('close', done))
    t.after(async () => {
      proxy.kill('SIGTERM')
      await ended
    })
    await answers(program, port)
  }

  const answers = async (program: string, port: number) => {
    const health = () =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    await until(`${program} answers`, health, (isUp) => isUp)
  }

  const areToldApart = async (port: number) => {
    const first: number[] = []
    for (let times = 0; times < MOST + 1; times += 1)
      first.push(await statusFrom('127.0.0.2', port))
    assert.deepEqual(first, [...Array<number>(MOST).fill(404), 429])
    assert.equal(await statusFrom('127.0.0.3', port), 404, 'the other has a bucket of its own')
    for (const forged of ['203.0.113.9', '203.0.113.9, 127.0.0.3', '127.0.0.1']) {
      const status = await statusFrom('127.0.0.2', port, { 'X-Forwarded-For': forged })
      assert.equal(status, 429, `${forged} gains nothing`)
    }
    assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`)).status, 404)
  }

  it('nginx tells two senders apart, and a forged header gains nothing', async (t) => {
    if (!hasNginx) return t.skip(NGINX_WHY_NOT)
    const ports = {
      proxy: await freePort(),
      relay: await open(t, { PHYLE_RELAY_TRUSTED_PROXIES: '127.0.0.1' }),
    }
    const nginx = await startNginx(join(ground.folder, 'nginx'), await example('nginx.conf', ports))
    t.after(() => nginx[Symbol.asyncDispose]())
    await answers('nginx', ports.proxy)
    await areToldApart(ports.proxy)
  })

  it('Caddy does too', async (t) => {
    if (!isThere('caddy')) return t.skip('Caddy is not installed here: apt-get install caddy')
    const ports = {
      proxy: await freePort(),
      relay: await open(t, { PHYLE_RELAY_TRUSTED_PROXIES: '127.0.0.1' }),
    }
    const file = join(ground.folder, 'Caddyfile')
    await writeFile(file, `{\n\tadmin off\n}\n${await example('Caddyfile', ports)}`)
    await run(t, ['caddy', 'run', '--adapter', 'caddyfile', '--config', file], ports.proxy)
    await areToldApart(ports.proxy)
  })

  it('without the setting everybody behind it is one, and headers mean nothing', async (t) => {
    const port = await open(t, {})
    for (let times = 0; times < MOST; times += 1) {
      const forged = { 'X-Forwarded-For': `198.51.100.${times}` }
      assert.equal(await statusFrom('127.0.0.1', port, forged), 404)
    }
    assert.equal(await statusFrom('127.0.0.1', port, { 'X-Forwarded-For': '203.0.113.1' }), 429)
  })
})
