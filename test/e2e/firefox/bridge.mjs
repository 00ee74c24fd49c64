#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Starts the Firefox that PHYLE_FIREFOX names and stands between it and Playwright, which both speak
 * WebDriver BiDi. Playwright sends one command that Firefox does not know, to colour the page, before
 * it opens any page: it is answered here, and the page keeps Firefox's own colours.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'

const UNKNOWN = 'emulation.setMediaFeaturesOverride'

const firefox = spawn(process.env.PHYLE_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'ignore', 'pipe'],
})
firefox.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
firefox.on('exit', (status) => process.exit(status ?? 1))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => firefox.kill(signal))
}

/** Hands on what each of two says to the other. */
function join(playwright, address) {
  const browser = new WebSocket(address)
  const opened = new Promise((done) => browser.once('open', done))
  playwright.on('message', async (data) => {
    const text = String(data)
    const { id, method } = JSON.parse(text)
    if (method === UNKNOWN) {
      playwright.send(JSON.stringify({ type: 'success', id, result: {} }))
      return
    }
    await opened
    browser.send(text)
  })
  browser.on('message', (data) => playwright.send(String(data)))
  browser.on('error', (error) => console.error(error.message))
  browser.on('close', () => playwright.close())
  playwright.on('close', () => browser.close())
}

for await (const line of createInterface({ input: firefox.stderr })) {
  const [said, address] = /^WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? []
  if (said === undefined) {
    console.error(line)
    continue
  }
  const door = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  door.on('connection', (playwright) => join(playwright, `${address}/session`))
  // In Firefox's own words: Playwright waits for them.
  door.on('listening', () => {
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${door.address().port}`)
  })
}
