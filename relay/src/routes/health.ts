// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RelayHealth } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import type { HealthDesk } from '../health.ts'

export const healthRoutes = (desk: HealthDesk) =>
  new Hono()
    .get('/', async (c) => {
      const health: RelayHealth = await desk.read()
      return c.json(health, health.ok ? 200 : 503, { 'Cache-Control': 'no-store' })
    })
    // While this answers, ending the program and starting it anew would help nothing.
    .get('/live', (c) => c.json({ live: true }, 200, { 'Cache-Control': 'no-store' }))
