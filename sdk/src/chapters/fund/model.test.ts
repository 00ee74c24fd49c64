// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { capDueOf } from '../bonds/model.ts'
import { Fund, type Policy, proRata } from './model.ts'
import { Oracle } from './oracle.ts'

const POLICY: Policy = {
  machine: { bondsBps: 0, reserveBps: 1000 },
  other: { bondsBps: 5000, reserveBps: 1000 },
}
const PEOPLE = ['ada', 'bo', 'chi', 'dee', 'eli']

const person = fc.constantFrom(...PEOPLE)
const units = fc.bigInt({ min: 1n, max: 1000n })
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 10n ** 10n }))

type Step =
  | { readonly op: 'series'; readonly units: Record<string, bigint>; readonly capBps: number }
  | { readonly op: 'pour'; readonly amount: bigint; readonly machine: number | null }
  | {
      readonly op: 'transfer'
      readonly series: number
      readonly from: string
      readonly to: string
      readonly part: number
    }
  | { readonly op: 'take'; readonly series: number; readonly who: string }
  | { readonly op: 'claim' | 'join' | 'leave'; readonly who: string }
  | { readonly op: 'closeEpoch' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    op: fc.constant('series' as const),
    units: fc.dictionary(person, units, { minKeys: 1 }),
    capBps: fc.integer({ min: 10_000, max: 20_000 }),
  }),
  fc.record({
    op: fc.constant('pour' as const),
    amount,
    machine: fc.option(fc.nat(4), { nil: null }),
  }),
  fc.record({
    op: fc.constant('transfer' as const),
    series: fc.nat(4),
    from: person,
    to: person,
    part: fc.nat(100),
  }),
  fc.record({ op: fc.constant('take' as const), series: fc.nat(4), who: person }),
  fc.record({ op: fc.constantFrom('claim', 'join', 'leave'), who: person }),
  fc.record({ op: fc.constant('closeEpoch' as const) }),
)

/** Walks fund and oracle through the same life; returns both. */
function live(steps: readonly Step[]): { fund: Fund; oracle: Oracle; cashIn: bigint; out: bigint } {
  const fund = new Fund(POLICY)
  const oracle = new Oracle(POLICY)
  let cashIn = 0n
  let out = 0n
  const seated = new Set<string>()
  for (const s of steps) {
    const ids = [...fund.series.keys()]
    const pick = (n: number): string => ids[n % ids.length] as string
    switch (s.op) {
      case 'series':
        if (ids.length === 5) break
        fund.addSeries(`S${ids.length}`, s.units, { capBps: s.capBps })
        oracle.addSeries(`S${ids.length}`, s.units, s.capBps)
        break
      case 'pour': {
        const machine = s.machine === null || ids.length === 0 ? null : pick(s.machine)
        const parts = fund.pour(s.amount, machine)
        const bonds = parts.bonds.reduce((sum, part) => sum + part.amount, 0n)
        assert.equal(parts.own + bonds + parts.reserve + parts.heads, s.amount, 'I13')
        oracle.pour(s.amount, machine)
        cashIn += s.amount
        break
      }
      case 'transfer': {
        if (ids.length === 0) break
        const held = fund.series.get(pick(s.series))?.positions.get(s.from)?.units ?? 0n
        const moved = (held * BigInt(s.part)) / 100n
        if (moved === 0n) break
        const before = fund.due(pick(s.series), s.from) + fund.due(pick(s.series), s.to)
        fund.transfer(pick(s.series), s.from, s.to, moved)
        oracle.transfer(pick(s.series), s.from, s.to, moved)
        const after = fund.due(pick(s.series), s.from) + fund.due(pick(s.series), s.to)
        if (s.from !== s.to) assert.equal(after, before, 'I5')
        break
      }
      case 'take': {
        if (ids.length === 0) break
        const got = fund.take(pick(s.series), s.who)
        assert.equal(got, oracle.take(pick(s.series), s.who), 'I8')
        out += got
        break
      }
      case 'claim': {
        const got = fund.claim(s.who)
        assert.equal(got, oracle.claim(s.who), 'I8')
        out += got
        break
      }
      case 'join':
        if (seated.has(s.who)) break
        seated.add(s.who)
        fund.join(s.who, s.who)
        oracle.join(s.who)
        break
      case 'leave':
        if (!seated.delete(s.who)) break
        fund.leave(s.who, s.who)
        oracle.leave(s.who)
        break
      case 'closeEpoch':
        fund.endEpoch()
        oracle.endEpoch()
        break
    }
  }
  return { fund, oracle, cashIn, out }
}

const life = fc.array(step, { maxLength: 60 })

test('I8 everyone equals the looping oracle', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { fund, oracle } = live(steps)
      assert.equal(fund.reserve, oracle.reserve)
      assert.equal(fund.undistributed, oracle.undistributed)
      for (const who of PEOPLE) {
        assert.equal(fund.income(who), oracle.earned(who))
        for (const id of fund.series.keys()) assert.equal(fund.due(id, who), oracle.due(id, who))
      }
    }),
  )
})

test('I1 buckets sum to what came in less what went out', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { fund, cashIn, out } = live(steps)
      assert.equal(fund.held(), cashIn - out)
    }),
  )
})

test('I7 dues never exceed what is held for them, by less than one unit a holder', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { fund } = live(steps)
      for (const [id, series] of fund.series) {
        let due = 0n
        let taken = 0n
        for (const [who, position] of series.positions) {
          due += fund.due(id, who)
          taken += position.taken
        }
        const gap = series.paid - taken - due
        assert.ok(gap >= 0n && gap < BigInt(series.positions.size), `${gap}`)
      }
    }),
  )
})

test('I12 no series is paid more than it is due', () => {
  fc.assert(
    fc.property(life, (steps) => {
      for (const series of live(steps).fund.series.values()) {
        assert.ok(series.paid <= series.capDue)
      }
    }),
  )
})

test('I10 equal heads, equal pay', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (amounts) => {
      const fund = new Fund(POLICY)
      for (const who of PEOPLE) fund.join(who, who)
      fund.endEpoch()
      for (const each of amounts) {
        fund.pour(each, null)
        fund.endEpoch()
      }
      assert.equal(new Set(PEOPLE.map((who) => fund.income(who))).size, 1)
    }),
  )
})

test('takes early, late and in any order give everyone the same', () => {
  fc.assert(
    fc.property(
      fc.dictionary(person, units, { minKeys: 2 }),
      fc.array(fc.tuple(amount, fc.shuffledSubarray(PEOPLE)), { maxLength: 20 }),
      (held, pours) => {
        const eager = new Fund(POLICY)
        const late = new Fund(POLICY)
        const got = new Map<string, bigint>()
        for (const fund of [eager, late]) fund.addSeries('S', held, { capBps: 15_000 })
        for (const [each, takers] of pours) {
          for (const fund of [eager, late]) fund.pour(each, 'S')
          for (const who of takers) got.set(who, (got.get(who) ?? 0n) + eager.take('S', who))
        }
        for (const who of PEOPLE) {
          assert.equal((got.get(who) ?? 0n) + eager.take('S', who), late.take('S', who))
        }
      },
    ),
  )
})

test('parts sum to the whole, and no part is above its weight', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 16 }),
      fc.nat(100),
      (weights, percent) => {
        const total = weights.reduce((a, b) => a + b, 0n)
        const whole = (total * BigInt(percent)) / 100n
        const parts = proRata(whole, weights)
        assert.equal(
          parts.reduce((a, b) => a + b, 0n),
          whole,
        )
        assert.ok(parts.every((part, i) => part >= 0n && part <= (weights[i] as bigint)))
      },
    ),
  )
})

test('the left-over of a cheaper machine comes back at once', () => {
  const fund = new Fund(POLICY)
  const price = 900_500_000n
  const series = fund.addSeries('S', { ada: 600n, bo: 400n }, { capBps: 11_000, price })
  assert.equal(series.paid, 99_500_000n)
  assert.equal(series.capDue, 99_500_000n + 990_550_000n)
  assert.equal(fund.take('S', 'ada'), 59_700_000n)
  assert.equal(capDueOf({ face: 1_000_000n, price: 1_000_000n, capBps: 10_000 }, 1n), 1_000_000n)
})

test('a series that is not endorsed lives on its machine alone', () => {
  const fund = new Fund(POLICY)
  fund.addSeries('A', { ada: 100n }, { capBps: 10_000, endorsed: false })
  const parts = fund.pour(10_000_000n, null)
  assert.deepEqual(parts.bonds, [])
  assert.equal(fund.pour(10_000_000n, 'A').own, 10_000_000n)
})

test('P4 places delay the fourth newcomer of a co-op by one epoch', () => {
  const fund = new Fund(POLICY)
  for (const who of ['ada', 'bo', 'chi', 'dee']) fund.join(who, 'coop')
  fund.join('eli', 'other')
  fund.endEpoch()
  assert.equal(fund.earningHeads(1), 4)
  fund.endEpoch()
  assert.equal(fund.earningHeads(2), 5)
})

test('P4 each seat of a person counts in its own co-op from its own start', () => {
  const fund = new Fund(POLICY)
  for (let i = 0; i < 9; i += 1) fund.join(`h${i}`, 'big')
  fund.join('ada', 'big')
  assert.equal(fund.heads.get('ada')?.spells.at(-1)?.start, 4)
  // A stranger could have seated ada in the co-op with the longer queue first.
  fund.join('ada', 'small')
  assert.equal(fund.heads.get('ada')?.spells.at(-1)?.start, 1)
})

test('P2 a gap between two seats is not bridged', () => {
  const fund = new Fund(POLICY)
  for (let i = 0; i < 9; i += 1) fund.join(`h${i}`, 'big')
  fund.join('ada', 'small')
  fund.join('ada', 'big')
  fund.endEpoch()
  fund.leave('ada', 'small')
  const [first, second] = fund.heads.get('ada')?.spells ?? []
  assert.deepEqual(first, { start: 1, end: 1, noticed: 1 })
  assert.deepEqual(second, { start: 4, end: null, noticed: null })
})

test('common income waits while too few heads earn', () => {
  const fund = new Fund(POLICY)
  fund.leastHeads = 2
  fund.join('ada', 'one')
  fund.endEpoch()
  fund.pour(1000n, null)
  fund.join('bo', 'two')
  fund.endEpoch()
  assert.equal(fund.income('ada'), 0n)
  fund.endEpoch()
  assert.equal(fund.income('ada'), 450n)
  assert.equal(fund.income('bo'), 450n)
})

test('a second seat keeps the older start, and the last one to end counts', () => {
  const fund = new Fund(POLICY)
  fund.join('ada', 'one')
  fund.endEpoch()
  fund.join('ada', 'two')
  fund.leave('ada', 'one')
  fund.pour(1000n, null)
  fund.endEpoch()
  assert.equal(fund.claim('ada'), 900n)
})

test('an end that is noticed late gives back what was allotted beyond it', () => {
  const fund = new Fund(POLICY)
  fund.join('ada', 'one')
  fund.join('bo', 'two')
  fund.endEpoch()
  fund.pour(1000n, null)
  fund.endEpoch()
  fund.pour(1000n, null)
  fund.endEpoch()
  assert.equal(fund.income('bo'), 900n)
  // bo left in epoch 2, which was closed with bo in it.
  fund.leave('bo', 'two', 2)
  assert.equal(fund.income('bo'), 450n)
  fund.settle('bo')
  assert.equal(fund.income('bo'), 450n)
  assert.equal(fund.undistributed, 450n)
  assert.equal(fund.held(), 2000n)
})

test('I9 I11 several ended epochs close as one, at the heads of the first', () => {
  const fund = new Fund(POLICY)
  fund.join('ada', 'one')
  fund.join('bo', 'two')
  fund.endEpoch()
  fund.pour(1000n, null)
  fund.join('chi', 'three')
  fund.endEpoch(false)
  fund.leave('bo', 'two')
  fund.endEpoch(false)
  fund.endEpoch(false)
  assert.equal(fund.claim('ada'), 450n)
  assert.equal(fund.claim('bo'), 450n)
  assert.equal(fund.claim('chi'), 0n)
})

test('where nobody earns in the first of several, the next with heads shares', () => {
  const fund = new Fund(POLICY)
  fund.pour(1000n, null)
  fund.join('ada', 'one')
  fund.endEpoch(false)
  fund.endEpoch(false)
  fund.join('bo', 'two')
  fund.leave('ada', 'one')
  fund.endEpoch(false)
  assert.equal(fund.claim('ada'), 900n)
  assert.equal(fund.claim('bo'), 0n)
})

test('I11 whoever closes late changes who gets what by no more than remainders', () => {
  const lateLife = fc.array(fc.tuple(step, fc.boolean()), { maxLength: 60 })
  fc.assert(
    fc.property(lateLife, (steps) => {
      const late = new Fund(POLICY)
      const intime = new Oracle(POLICY)
      const seated = new Set<string>()
      let epochs = 0n
      for (const [s, close] of steps) {
        if (s.op === 'pour') {
          late.pour(s.amount, null)
          intime.pour(s.amount, null)
        } else if (s.op === 'join' && !seated.has(s.who)) {
          seated.add(s.who)
          late.join(s.who, s.who)
          intime.join(s.who)
        } else if (s.op === 'leave' && seated.delete(s.who)) {
          late.leave(s.who, s.who)
          intime.leave(s.who)
        } else if (s.op === 'closeEpoch') {
          epochs += 1n
          late.endEpoch(close)
          intime.endEpoch()
        }
      }
      late.closeEnded()
      for (const who of PEOPLE) {
        const gap = late.income(who) - intime.earned(who)
        const most = epochs * BigInt(PEOPLE.length)
        assert.ok(gap <= most && -gap <= most, `${who}: ${gap}`)
      }
    }),
  )
})
