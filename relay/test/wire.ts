// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands between a service and the chain, and can be told to fail. */
export class Wire {
  mode: 'through' | 'dead' | 'garbled' | 'silent' = 'through'
  /** After this was asked for once, nothing is answered any more until the mode is set again. */
  silentAfter: string | undefined
  /** The methods that were asked for, in order. */
  readonly asked: string[] = []
  readonly #server: Server
  #port = 0

  constructor(target: string) {
    this.#server = createServer((incoming, outgoing) => {
      if (this.mode === 'dead') return void incoming.socket.destroy()
      if (this.mode === 'silent') return
      if (this.mode === 'garbled') return void outgoing.end('<html>502 Bad Gateway</html>')
      const { method, headers } = incoming
      const onward = request(target, { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => outgoing.destroy())
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const said = JSON.parse(Buffer.concat(chunks).toString()) as { method: string }[]
        const methods = [said].flat().map(({ method }) => method)
        this.asked.push(...methods)
        if (this.silentAfter === undefined || !methods.includes(this.silentAfter)) return
        this.mode = 'silent'
        this.silentAfter = undefined
      })
      incoming.pipe(onward)
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    this.#port = (this.#server.address() as AddressInfo).port
    return `http://127.0.0.1:${this.#port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
}
