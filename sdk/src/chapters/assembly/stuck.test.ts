// SPDX-License-Identifier: MIT
/** G13 over all presets: whatever members do, or no longer do, those who are left can go on. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Charter } from '../../charter.ts'
import { readCharter } from '../../charter-file.ts'
import { KINDS } from '../statutes/enums.ts'
import {
  type ClassTally,
  isLostToSilence,
  outcomeOf,
  secondCallOf,
  type TallyRule,
} from './model.ts'

const PRESETS = new URL('../../../../examples/charters/', import.meta.url)
const charters = readdirSync(PRESETS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => readCharter(readFileSync(new URL(file, PRESETS), 'utf8')))

/** How many of a class act, and how many never will again. */
interface Group {
  living: number
  dead: number
}

const ACTS = ['join', 'die', 'resign', 'strike'] as const
const act = fc.record({
  act: fc.constantFrom(...ACTS),
  group: fc.nat(7),
  many: fc.oneof(fc.constant(1), fc.nat(40)),
})

/** MEM-11: at most one, or a tenth, of the silent in 30 days. */
function strike(groups: readonly Group[]): void {
  let most = Math.max(1, Math.floor(groups.reduce((sum, g) => sum + g.living + g.dead, 0) / 10))
  for (const group of groups) {
    const struck = Math.min(most, group.dead)
    group.dead -= struck
    most -= struck
  }
}

/** All who act are for it. */
function votes({ classes }: Charter, groups: readonly Group[]): ClassTally[] {
  return classes.map(({ name, share, user }, i) => {
    const { living = 0, dead = 0 } = groups[i] ?? {}
    return {
      name,
      share,
      user,
      members: living + dead,
      for: living,
      against: 0,
      abstain: 0,
      object: 0,
    }
  })
}

/** ASM-11 */
const uncapped = (rule: TallyRule): TallyRule => ({ ...rule, nonUserCapBps: 10_000 })

function leadsOn(charter: Charter, state: readonly Group[]): void {
  const groups = state.map((group) => ({ ...group }))
  const { ORDINARY, SPECIAL } = charter.rules
  if (!ORDINARY || !SPECIAL) throw new Error('every charter has these rules')
  const hasUser = () => charter.classes.some(({ user }, i) => user && (groups[i]?.living ?? 0) > 0)
  const living = groups.reduce((sum, group) => sum + group.living, 0)

  const now = votes(charter, groups)
  const isOfRoll =
    ORDINARY.count === 'HEADCOUNT' ? ORDINARY.of === 'ROLL' : ORDINARY.basis === 'ROLL'
  const users = now.reduce((sum, c) => sum + (c.user ? c.for : 0), 0)
  if (!isOfRoll && users >= ORDINARY.quorumMin) {
    const passes = outcomeOf(ORDINARY, now).passed
    assert.ok(passes || isLostToSilence(ORDINARY, now), 'was lost to silence')
    const second = secondCallOf(ORDINARY, 'ORDINARY', now)
    assert.ok(outcomeOf(second, now).passed, 'everyday business goes on by a second call')
  }

  for (let rounds = 0; groups.some(({ dead }) => dead > 0); rounds += 1) {
    assert.ok(rounds < 1_000, 'striking off comes to an end')
    strike(groups)
  }
  if (living === 0) return
  const all = votes(charter, groups)
  if (!hasUser()) {
    assert.ok(outcomeOf(uncapped(SPECIAL), all).passed, 'the others admit a user')
    return
  }
  for (const kind of KINDS) {
    const rule = charter.rules[kind]
    if (rule) assert.ok(outcomeOf(rule, all).passed, `${kind} passes`)
  }
}

for (const charter of charters) {
  test(`G13 no membership of the preset ${charter.name} is stuck while somebody is left`, () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const groups: Group[] = charter.classes.map(() => ({ living: 3, dead: 0 }))
        for (const { act: what, group: place, many } of acts) {
          const group = groups[place % groups.length] as Group
          const some = Math.min(many, group.living)
          if (what === 'join') group.living += many
          if (what === 'die') group.dead += some
          if (what === 'die' || what === 'resign') group.living -= some
          if (what === 'strike') strike(groups)
          leadsOn(charter, groups)
        }
      }),
      { numRuns: 300 },
    )
  })
}
