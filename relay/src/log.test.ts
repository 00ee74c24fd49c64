// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openLog } from './log.ts'

it('writes one line of JSON, with the level in words and the cause of an error', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  log.debug('not said')
  log.error({ error: new Error('not kept', { cause: new Error('disk full') }), fee: 3n }, 'failed')
  const [line, ...more] = lines
  assert.deepEqual(more, [])
  const said = JSON.parse(line ?? '')
  assert.equal(said.level, 'error')
  assert.equal(said.message, 'failed')
  assert.match(said.error.message, /not kept/)
  assert.match(JSON.stringify(said.error), /disk full/)
  assert.ok(Date.parse(said.time) > 0)
})
