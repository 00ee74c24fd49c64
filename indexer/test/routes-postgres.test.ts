// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe } from 'node:test'
import { hasPostgres, openCluster, WHY_NOT } from '../../relay/test/postgres.ts'
import { answers } from './answers.ts'

describe('on Postgres', { skip: !hasPostgres && WHY_NOT }, () => {
  answers(async (house) => {
    const cluster = await openCluster()
    house.defer(() => cluster.stop())
    return {
      kind: 'postgres',
      poolConfig: { connectionString: await cluster.database(), max: 4 },
    }
  })
})
