// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { csvOf, plainAmount, plainCell, plainTime } from './csv.ts'

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let inside = false
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]
    if (inside) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else inside = false
    } else if (c === '"') inside = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i += 1
    } else cell += c
  }
  assert.equal(cell + row.join(''), '', 'the last line is ended')
  return rows
}

it('reads back, cell by cell, whatever people typed', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[=+\-@\t\r\n"',; ]{0,6}x?$/),
  )
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    )
  fc.assert(
    fc.property(table, ([heads = [], ...rows]) => {
      const text = csvOf({ heads, rows })
      assert.equal(text[0], '\uFEFF')
      assert.deepEqual(
        parse(text.slice(1)),
        [heads, ...rows].map((some) => some.map(plainCell)),
      )
    }),
  )
})

it('gives no spreadsheet a formula to run', () => {
  const attacks = [
    '=HYPERLINK("http://x","y")',
    '+1',
    '-2+3',
    '@SUM(1)',
    '\tx',
    '\rx',
    '\nx',
    '  =1',
    '＝1',
    '﹢1',
    '\u200e=1',
    '\0=1',
  ]
  for (const text of attacks) {
    assert.equal(plainCell(text), `'${text}`)
    assert.ok(csvOf({ heads: ['a'], rows: [[text]] }).includes(`"'${text.replaceAll('"', '""')}"`))
  }
  for (const text of ['', 'Ada', 'a=b', '7', "'quoted'", '1-2']) assert.equal(plainCell(text), text)
})

/** The cells of a spreadsheet that separates by semicolons, and knows a quote only where a cell begins. */
function cellsBySemicolon(text: string): string[] {
  const cells: string[] = []
  for (let rest = text; rest !== ''; ) {
    const [cell = ''] = /^"(?:[^"]|"")*"[^;\r\n]*|^[^;\r\n]*/.exec(rest) ?? []
    cells.push(cell.replace(/^"/, ''))
    rest = rest.slice(cell.length).replace(/^(?:;|\r\n|[\r\n])/, '')
  }
  return cells
}

it('gives none to run where cells are separated by semicolons', () => {
  for (const reason of [
    'Too dear;=HYPERLINK("http://x")',
    'Too dear; @SUM(1)',
    'a\n=1',
    'a\r\n-1',
    'a";+1',
    'a;\t=1',
  ]) {
    const cells = cellsBySemicolon(csvOf({ heads: ['name', 'reason'], rows: [['Ada', reason]] }))
    assert.ok(cells.length > 2, 'the reason is more than one cell there')
    for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@]/)
  }
  assert.equal(plainCell('Bread; milk\nand eggs - fresh'), 'Bread; milk\nand eggs - fresh')
})

it('writes amounts with a dot, no grouping, every digit and at least two places', () => {
  assert.equal(plainAmount(1_234_500_000n, 6), '1234.50')
  assert.equal(plainAmount(1n, 6), '0.000001')
  assert.equal(plainAmount(62_700n * 10n ** 18n, 18), '62700.00')
  assert.equal(plainAmount(0n, 0), '0.00')
})

it('writes times in UTC', () => {
  assert.equal(plainTime(1_795_799_587), '2026-11-27T17:13:07Z')
  assert.equal(plainTime(null), '')
})
