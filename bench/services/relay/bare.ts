// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The least that taking a ballot in can cost: reads the JSON, recovers the signature as the relay
 * does, and keeps nothing. Says in one line of JSON where it listens, and ends with its parent.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ballotDigests } from '@phyle/sdk/ballot'
import type { SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import { quickRecovery } from '@phyle/sdk/recovery'
import { isAddressEqual } from 'viem'
import { paperOf } from './votes.ts'

const signerOf = await quickRecovery()
if (!signerOf) throw new Error('WebAssembly may not run here')
const papers = new Map<string, ReturnType<typeof ballotDigests>>()

const server = createServer(async (request, response) => {
  if (request.url === '/metrics') {
    const { user, system } = process.cpuUsage()
    response.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`)
    return
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  const ballot = JSON.parse(Buffer.concat(chunks).toString()) as SignedBallot
  const { proposal, member, choice, signature } = ballot
  const digestOf = papers.get(proposal) ?? ballotDigests(paperOf(BigInt(proposal)))
  papers.set(proposal, digestOf)
  const signer = signerOf(digestOf(member, choice), signature)
  const isSigned = signer !== null && isAddressEqual(signer, member)
  response.writeHead(isSigned ? 202 : 400, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ isSigned }))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.stdin.resume().once('end', () => process.exit())
