// SPDX-License-Identifier: AGPL-3.0-or-later
/** The servers that services are tried with: a database, and what stands before them on the net. */
import { existsSync } from 'node:fs'
import { fromDebian, onPath } from './debian.ts'

const SERVERS = [
  { what: 'Postgres', isThere: () => existsSync('/usr/lib/postgresql'), from: 'postgresql' },
  { what: 'nginx', isThere: () => onPath('nginx') !== undefined, from: 'nginx-light' },
  { what: 'Caddy', isThere: () => onPath('caddy') !== undefined, from: 'caddy' },
]

/**
 * Gets what is missing on a machine that is there for tests alone (`CI`): elsewhere nobody asked for
 * servers. Tests of what is missing are left out, and say so.
 */
export function needServers(): void {
  if (!process.env.CI) return
  for (const { what, isThere, from } of SERVERS) if (!isThere()) fromDebian(what, from)
}
