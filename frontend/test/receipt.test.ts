import { iLicencesAbi } from '@phyle/sdk/generated/abi'
import { groundCode } from '@phyle/sdk/licence'
import fc from 'fast-check'
import { encodeFunctionData, keccak256, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import { readSpan, unbroken } from '../src/chain/permissions.ts'
import type { ReceiptFacts } from '../src/chain/receiptProof.ts'
import type { Assessment } from '../src/features/licences/receiptCheck.ts'
import { readReceiptFile, writeReceipt } from '../src/features/licences/receiptFile.ts'
import {
  bytesOf,
  details,
  entry,
  facts,
  genuine,
  issue,
  issued,
  judged,
  licensee,
  standing,
  written,
} from './kit/receipt.ts'

const resultsOf = ({ checks }: Assessment) =>
  Object.fromEntries(checks.map(({ name, result }) => [name, result]))

/** Whoever wrote the file need not have had these. */
const MAY_BE_LEFT_OUT = ['statement', 'purchaseOrder', 'customer.name', 'customer.registration']

/**
 * No falsehood passes: the file is refused or does not hold, or says what the genuine one says but for
 * what is shown as the holder's own.
 */
function tellsTruth(content: string | Uint8Array, what: string) {
  const found = judged(content)
  if (found === null) return
  expect(found.facts === null || found.facts === facts, what).toBe(true)
  if (found.verdict !== 'sound') return
  expect(found.checks.every(({ result }) => result === 'yes')).toBe(true)
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  for (const path of leaves.filter((path) => !isHolders(path))) {
    const theirs = at(path, JSON.parse(text))
    if (theirs === null && MAY_BE_LEFT_OUT.includes(path.join('.'))) continue
    if (theirs !== at(path)) expect(theirs, `${what}, ${path.join('.')}`).toBe(at(path))
  }
}
/** All that is said of it as checked. */
const said = ({ verdict, checks, facts }: Assessment) => ({ verdict, checks, facts })

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly string[]
const whole = JSON.parse(written) as Json
const isBranch = (json: Json) => typeof json === 'object' && json !== null

function pathsIn(json: Json, at: Path = []): readonly Path[] {
  if (!isBranch(json)) return [at]
  return [at, ...Object.entries(json).flatMap(([key, value]) => pathsIn(value, [...at, key]))]
}
/** The file with another value in one place; undefined: without it. */
function changed(path: Path, value: Json | undefined): string {
  const copy = structuredClone(whole) as Record<string, unknown>
  let node = copy
  for (const key of path.slice(0, -1)) node = node[key] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete node[last]
  else node[last] = value
  return JSON.stringify(copy, null, 2)
}
const at = (path: Path, json = whole): Json =>
  path.reduce((json, key) => (json as Readonly<Record<string, Json>>)[key] ?? null, json)

const leaves = pathsIn(whole).filter((path) => !isBranch(at(path)))
const branches = pathsIn(whole).filter((path) => isBranch(at(path)))
const isHolders = ([first]: Path) => first === 'addedByHolder'

/** Other values of the same kind: some that no receipt could have, some that one well could. */
function othersThan(value: Json): readonly Json[] {
  if (typeof value === 'number') return [value + 1, 0, -1, 0.5, `${value}`, null]
  if (typeof value !== 'string') return ['Evil Ltd', 7, {}]
  const flipped = value.endsWith('1') ? value.replace(/.$/, '2') : value.replace(/.$/, '1')
  const likes = [flipped, `${value} `, value.replace('i', '\u0456'), value.toUpperCase(), '', null]
  return /^\d+$/.test(value) ? [...likes, `${BigInt(value) + 1n}`, `0${value}`] : likes
}

describe('a receipt as a file', () => {
  it('has the fingerprint that the contract computes', () => {
    const data = encodeFunctionData({
      abi: iLicencesAbi,
      functionName: 'receiptHash',
      args: [licensee, 5n, entry],
    })
    expect(issued.fingerprint).toBe(keccak256(`0x${data.slice(10)}`))
  })

  it('holds when the network says the same', () => {
    const found = standing(written)
    expect(found.checks.map(({ result }) => result)).toEqual(Array(10).fill('yes'))
    expect(found.verdict).toBe('sound')
    expect(found.facts).toBe(facts)
  })

  it.each(leaves.filter((path) => !isHolders(path)).map((path) => [path.join('.'), path] as const))(
    'does not hold when %s was changed, and the truth is shown',
    (name, path) => {
      const others = othersThan(at(path)).filter((value) => value !== at(path))
      expect(others.length, 'something to change').toBeGreaterThan(0)
      for (const value of others) {
        const found = judged(changed(path, value))
        const what = `${name}: ${JSON.stringify(value)}`
        if (found === null) continue
        const leftOut = value === null && found.verdict === 'sound'
        if (leftOut) expect(MAY_BE_LEFT_OUT, what).toContain(name)
        else expect(found.verdict, what).toBe('unsound')
        expect(found.facts, what).toBe(facts)
      }
    },
  )
  it.each(
    pathsIn(whole)
      .slice(1)
      .map((path) => [path.join('.'), path] as const),
  )('does not hold without %s', (_, path) => {
    const found = judged(changed(path, undefined))
    // An array without its last place is a shorter one.
    expect(found === null || found.verdict === 'unsound').toBe(true)
  })

  it('says of every key that it does not know that the holder added it', () => {
    for (const path of branches.filter((path) => !Array.isArray(at(path)))) {
      for (const value of ['Evil Ltd', 7, { deep: 'Evil Ltd' }, ['Evil Ltd'], true]) {
        const found = standing(changed([...path, 'extra'], value))
        const name = [...path, 'extra'].join('.')
        expect(said(found), name).toEqual(said(standing(written)))
        const own = found.added.filter((one) => one.path.startsWith(name))
        expect(own.length, name).toBe(1)
        expect(own[0]?.value, name).toContain(typeof value === 'object' ? 'Evil Ltd' : `${value}`)
      }
    }
  })

  it('shows what the holder added as that and nothing else', () => {
    for (const path of leaves.filter(isHolders)) {
      const found = standing(changed(path, 'Evil Ltd'))
      expect(said(found), path.join('.')).toEqual(said(standing(written)))
      expect(found.added).toContainEqual({ path: path.join('.'), value: 'Evil Ltd' })
    }
    expect(standing(written).added).toContainEqual({ path: 'addedByHolder.net', value: '200' })
  })

  it('tells the truth whichever byte was changed', () => {
    const bytes = bytesOf(written)
    for (let place = 0; place < bytes.length; place++) {
      const old = bytes[place] ?? 0
      for (const byte of [old ^ 1, old ^ 0x20]) {
        const copy = bytes.slice()
        copy[place] = byte
        tellsTruth(copy, `byte ${place}: ${old} → ${byte}`)
      }
    }
  }, 60_000)

  it('tells the truth of any mixture of changes', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean())
    fc.assert(
      fc.property(fc.constantFrom(...leaves), value, (path, other) => {
        tellsTruth(changed(path, other), path.join('.'))
      }),
      { numRuns: 300 },
    )
    const place = fc.integer({ min: 0, max: bytesOf(written).length })
    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 3 }), (from, to, put) => {
        const bytes = bytesOf(written)
        const copy = [...bytes.slice(0, from), ...put, ...bytes.slice(Math.max(from, to))]
        tellsTruth(Uint8Array.from(copy), `${from} to ${to}: ${put}`)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('refuses a file in which a key stands twice or a value is written otherwise', () => {
    const refused = [
      written.replace('"title": "Mill"', '"title": "Evil", "title": "Mill"'),
      written.replace('"title": "Mill"', '"title": "\\u004dill"'),
      written.replace('"tier": 2', '"tier": 2.0'),
      written.replace('"tier": 2', '"tier": 20e-1'),
      written.replace(licensee, licensee.toLowerCase()),
      written.replaceAll(issued.fingerprint, issued.fingerprint.toUpperCase().replace('0X', '0x')),
      `\ufeff${written}`,
    ]
    for (const text of refused) {
      expect(text).not.toBe(written)
      expect(judged(text)).toBeNull()
    }
    expect(standing(JSON.stringify(whole)).verdict, 'blanks between values mean nothing').toBe(
      'sound',
    )
  })

  it('refuses values that stand too deep in one another, wherever they are', () => {
    for (const depth of [40, 3_000, 200_000]) {
      const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
      const text = changed(['addedByHolder', 'x'], 'here').replace('"here"', deep)
      expect(readReceiptFile(bytesOf(text)), `${depth}`).toMatchObject({ fault: 'foreign' })
    }
  })

  it('says where a file is no receipt', () => {
    const faultOf = (text: string) => {
      const read = readReceiptFile(bytesOf(text))
      return 'fault' in read ? read.fault : null
    }
    expect(['hello', '{}', '[]', 'null', '{"format":"invoice"}'].map(faultOf)).toEqual(
      Array(5).fill('foreign'),
    )
    expect(faultOf('{"format":"phyle-licence-receipt/2"}')).toBe('version')
    expect(faultOf('{"format":"phyle-licence-receipt/4"}')).toBe('damaged')
    expect(faultOf('x'.repeat(2_000_000))).toBe('foreign')
    expect(readReceiptFile(bytesOf(changed(['entry', 'amount'], '-1')))).toHaveProperty(
      'problem',
      expect.stringContaining('entry.amount'),
    )
  })
})

describe('a receipt when the network says less, or more', () => {
  it('is not to be told where the network is silent, and nothing of it is shown as fact', () => {
    expect(standing(written, { found: 'silent' })).toMatchObject({
      verdict: 'unknown',
      facts: null,
    })
    expect(standing(written, { found: 'none' })).toMatchObject({ verdict: 'none', facts: null })
    const other = standing(written, { found: 'elsewhere' })
    expect(other).toMatchObject({ verdict: 'elsewhere', facts: null, checks: [] })
  })

  it.each(['work', 'terms', 'token', 'steward', 'statement'] as const)(
    'is never sound where %s could not be asked',
    (part) => {
      const partly = { ...genuine, facts: { ...facts, [part]: null } }
      const file = part === 'statement' ? changed(['statement'], null) : written
      expect(standing(file, partly).verdict).toBe('unknown')
    },
  )

  it('is never sound where what came later, or its cover, could not be asked', () => {
    expect(standing(written, { ...genuine, since: null }).verdict).toBe('unknown')
    expect(standing(written, { ...genuine, covered: null }).verdict).toBe('unknown')
  })

  it('is genuine after a refund, which is told with its day', () => {
    const refund = issue(
      { ...entry, number: 2n, issued: 1_500_000, to: 1_000_000, previous: issued.fingerprint },
      'refund',
    )
    const later = standing(written, { ...genuine, since: [refund, issued], covered: false })
    expect(later.verdict).toBe('soundBut')
    expect(resultsOf(later)).toMatchObject({ record: 'yes', refund: 'no', covered: 'no' })
    expect(later.checks.find(({ name }) => name === 'refund')?.at).toBe(1_500_000)
  })

  it('does not hold with a declaration or an order of another digest, even if the true one is lost', () => {
    const lost = { ...genuine, facts: { ...facts, statement: null, purchaseOrder: null } }
    expect(resultsOf(standing(changed(['statement'], 'other'), lost)).statement).toBe('no')
    expect(resultsOf(standing(changed(['purchaseOrder'], 'PO 2'), lost)).order).toBe('no')
  })

  it('leaves open whether a co-op was renamed where the node does not remember its name then', () => {
    const renamed = (atIssue: string | null) => ({
      ...genuine,
      facts: { ...facts, steward: { now: 'New name', atIssue } },
    })
    expect(standing(written, renamed('A co-op')).verdict).toBe('sound')
    expect(standing(written, renamed('Third name')).verdict).toBe('unsound')
    expect(standing(written, renamed(null)).verdict).toBe('unknown')
  })

  it('holds the tax rate in one notation, however it was typed, and tax in whole coins', () => {
    const addedAt = (taxRate: string, coin: bigint) =>
      JSON.parse(writeReceipt(facts, { ...details, taxRate }, coin, undefined) ?? '').addedByHolder
    expect(addedAt('5,5 %', 10_000n)).toMatchObject({ taxRate: '5.5', net: '227.49', tax: '12.51' })
    expect(addedAt('5.5', 1_000_000n)).toMatchObject({ taxRate: '5.5', net: '227', tax: '13' })
    expect(addedAt('7.123', 10_000n)).toMatchObject({ taxRate: null, net: null, tax: null })
  })

  it('takes the name of a licensee from its declaration, or from the co-op that it is', () => {
    const coop = issue({ ...entry, ground: groundCode('MEMBER_COOP'), statement: zeroHash })
    const ofCoop: ReceiptFacts = {
      ...facts,
      issued: coop,
      statement: null,
      coop: { now: 'Mill Co-op', atIssue: null },
    }
    const text = writeReceipt(ofCoop, details, 10_000n, 'Called here') ?? ''
    expect(JSON.parse(text).customer.name).toBe('Mill Co-op')
    const plain = issue({ ...entry, statement: zeroHash })
    const nameless = { ...facts, issued: plain, statement: null }
    const file = JSON.parse(writeReceipt(nameless, details, 10_000n, 'Called here') ?? '')
    expect(file.customer.name).toBeNull()
    expect(file.addedByHolder.customer.name).toBe('Called here')
  })

  it('is not written while something that it needs is not known', () => {
    for (const part of ['work', 'terms', 'token', 'steward'] as const) {
      expect(writeReceipt({ ...facts, [part]: null }, details, 10_000n, undefined), part).toBeNull()
    }
  })

  it('has an SPDX line that scanners can read, also where the licence is none of theirs', () => {
    const snippetOf = (licence: string) => {
      const work = facts.work && { ...facts.work, licence }
      return JSON.parse(writeReceipt({ ...facts, work }, details, 10_000n, undefined) ?? '').spdx
        .snippet
    }
    expect(snippetOf('MIT AND CC-BY-4.0')).toMatch(/: MIT AND CC-BY-4.0 OR LicenseRef-Phyle-100-/)
    expect(snippetOf('Peer Production Licence')).toMatch(/^SPDX-License-Identifier: LicenseRef-/)
  })
})

describe('the receipts of a permission', () => {
  const second = issue({ ...entry, number: 2n, previous: issued.fingerprint })

  it('lead from the newest to the first, or are not whole', () => {
    expect(unbroken(second.fingerprint, [issued, second])).toEqual([second, issued])
    expect(unbroken(second.fingerprint, [second])).toBeNull()
    expect(unbroken(second.fingerprint, [issued])).toBeNull()
    expect(unbroken(second.fingerprint, [second, second])).toBeNull()
    expect(
      unbroken(issued.fingerprint, [issued, second]),
      'a later one is not of its past',
    ).toEqual([issued])
  })

  it('have earlier spans in words of their own', () => {
    expect(readSpan(5n | (9n << 40n) | (1n << 80n) | (3n << 88n))).toEqual({
      from: 5,
      to: 9,
      ground: 'NON_COMMERCIAL',
    })
  })
})
