// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hex } from 'viem'
import { attachmentLine, attachmentName, attachmentsIn } from './attachments.ts'

const digest = (digit: string): Hex => `0x${digit.repeat(64)}`

describe('attachments', () => {
  it('are read back from the lines that name them, and leave the text as it was', () => {
    const files = [
      { name: 'Quote, Meyer & Sons.pdf', digest: digest('a') },
      { name: 'oven.jpg', digest: digest('b') },
    ]
    const text = ['A new oven.', '', ...files.map(attachmentLine), '', 'It lasts twenty years.']
    assert.deepEqual(attachmentsIn(text.join('\n')), {
      attachments: files,
      rest: 'A new oven.\n\nIt lasts twenty years.',
    })
  })

  it('are none where a line only looks like one', () => {
    for (const line of [
      `- [x](sha256:${'A'.repeat(64)})`,
      `- [x](sha256:${'a'.repeat(63)})`,
      `- [x](https://example.org)`,
      `see [x](sha256:${'a'.repeat(64)})`,
      `- [](sha256:${'a'.repeat(64)})`,
    ]) {
      assert.deepEqual(attachmentsIn(line), { attachments: [], rest: line }, line)
    }
  })

  it('each count once', () => {
    const line = attachmentLine({ name: 'a.pdf', digest: digest('c') })
    assert.equal(attachmentsIn(`${line}\n${line}`).attachments.length, 1)
  })

  it('have names that break no line and hide nothing', () => {
    assert.equal(attachmentName('../../etc/passwd'), '.. .. etc passwd')
    assert.equal(attachmentName('quote](sha256:00)[.pdf'), 'quote sha256 00 .pdf')
    assert.equal(attachmentName('invoice\u202efdp.exe'), 'invoicefdp.exe')
    assert.equal(attachmentName('\n'), 'file')
    const long = attachmentName(`${'x'.repeat(200)}.pdf`)
    assert.equal(long.length, 80)
    assert.ok(long.endsWith('.pdf'))
    const odd = attachmentLine({ name: 'a]\n- [b', digest: digest('d') })
    assert.equal(attachmentsIn(odd).attachments.length, 1)
  })
})
