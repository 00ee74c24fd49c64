// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { readEnv, SettingsError } from './env.ts'

const ADDRESS = `0x${'11'.repeat(20)}`

function deploymentsOf(chainId: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'phyle-env-')), 'deployments.json')
  const registrar = { address: ADDRESS, block: 5, codeHash: `0x${'22'.repeat(32)}` }
  writeFileSync(file, JSON.stringify({ chainId, registrars: { Registrar: registrar } }))
  return file
}

it('needs nothing but the deployments on the local chain', () => {
  const env = readEnv({ PHYLE_DEPLOYMENTS: deploymentsOf(31_337) })
  assert.equal(env.deployment.block, 5)
  assert.equal(env.executes, false)
  assert.equal(env.batchSeconds, 30)
  assert.equal(env.sendsNow, true)
  assert.equal(env.databaseUrl, null)
  assert.equal(env.fileBytesPerDay, 200_000_000)
  assert.equal(env.budgetPerDay, null)
})

it('refuses a real chain without a key, and settings that cannot be', () => {
  const PHYLE_DEPLOYMENTS = deploymentsOf(100)
  assert.throws(() => readEnv({ PHYLE_DEPLOYMENTS }), SettingsError)
  const key = `0x${'33'.repeat(32)}`
  const real = readEnv({ PHYLE_DEPLOYMENTS, PHYLE_RELAY_KEY: key })
  assert.equal(real.confirmations, 64)
  assert.equal(real.batchSeconds, 3_600)
  assert.equal(real.budgetPerDay, 10n ** 18n)
  assert.equal(real.sendsNow, false, 'nobody makes it pay for batches of one')
  for (const wrong of [
    { PORT: 'x' },
    { PHYLE_RPC_URL: 'nowhere' },
    { PHYLE_RELAY_FILE_MEGABYTES_PER_DAY: '-1' },
    { PHYLE_RELAY_KEY: '0x12' },
    { PHYLE_RELAY_TRUSTED_PROXIES: '10.0.0.0/99' },
    { PHYLE_RELAY_BUDGET_PER_DAY: '0' },
    { PHYLE_RELAY_MAX_FEE_GWEI: '1e3' },
  ]) {
    assert.throws(
      () => readEnv({ PHYLE_DEPLOYMENTS, PHYLE_RELAY_KEY: key, ...wrong }),
      SettingsError,
    )
  }
})
