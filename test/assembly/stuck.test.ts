// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * G13 on the contracts, over all presets: from every state that acts of members reach, some decision can
 * still pass, or the money reaches the body. `PHYLE_STUCK_RUNS` tries more than the few of each preset.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { type Charter, charterToChain } from '@phyle/sdk/charter'
import { readCharter } from '@phyle/sdk/charter-file'
import { expect } from 'chai'
import type { HDNodeWallet, Wallet } from 'ethers'
import fc from 'fast-check'
import { fromRoot } from '../../scripts/paths.ts'
import { DAY, ethers, networkHelpers, SEED, setBalance, time, YEAR } from '../kit/chain.ts'
import { BODY, type CharterOf, Kind } from '../kit/charter.ts'
import { type Action, found, type Motion, motionOf, type Organs, registrar } from '../kit/house.ts'
import { application, content, State, wallet } from './desk.ts'

const RUNS = Number(process.env.PHYLE_STUCK_RUNS ?? 2)
const LONGEST_DECISION = (42 + 60 + 14 + 60) * DAY
const FOUNDERS_OF_A_CLASS = 2
const EVERYBODY = 40

const PRESETS = fromRoot('examples/charters')
const charters = readdirSync(PRESETS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ ...readCharter(readFileSync(`${PRESETS}/${file}`, 'utf8')), body: BODY }))

interface Person {
  readonly key: Wallet | HDNodeWallet
  class: number
  /** They never act again. */
  silent: boolean
}

/** A co-op of a preset, who is on its roll, and who comes next. */
interface Co extends Organs {
  readonly charter: Charter
  readonly people: Person[]
  next: number
}

const ACTS = ['join', 'resign', 'fall silent', 'fail', 'strike', 'move', 'wait'] as const
const act = fc.record({ act: fc.constantFrom(...ACTS), whom: fc.nat(20), class: fc.nat(7) })
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

function mutable(charter: Charter): CharterOf {
  const chain = charterToChain(charter)
  return { ...chain, classes: [...chain.classes], rules: [...chain.rules] }
}

async function begun(charter: Charter): Promise<Co> {
  const people = charter.classes.flatMap((_, group) =>
    Array.from({ length: FOUNDERS_OF_A_CLASS }, (_, i) => ({
      key: wallet(group * FOUNDERS_OF_A_CLASS + i),
      class: group,
      silent: false,
    })),
  )
  const founders = people.map((one) => ({ wallet: one.key.address, class: one.class }))
  const deadline = BigInt((await time.latest()) + DAY)
  const it = { charter: mutable(charter), founders, nonce: 1n, deadline }
  const signers = people.map(({ key }) => key as never)
  const { coop, statutes, membership, assembly } = await found(await registrar(), it, signers)
  await setBalance(await coop.getAddress(), 10n ** 18n)
  for (const { key } of people) await setBalance(key.address, 10n ** 20n)
  await time.increase(1)
  return { coop, statutes, membership, assembly, charter, people, next: people.length }
}

const living = (co: Co): Person[] => co.people.filter(({ silent }) => !silent)

/* DECIDING */

/** All who act are for it. */
async function votes(co: Co, id: bigint): Promise<void> {
  const { assembly } = co
  const { voteStart, voteEnd } = await assembly.proposalOf(id)
  if (BigInt(await time.latest()) < voteStart) await time.increaseTo(voteStart)
  for (const { key } of living(co)) await assembly.connect(key).castVote(id, 1)
  if (BigInt(await time.latest()) < voteEnd) await time.increaseTo(voteEnd)
}

/** Whether a motion passes and is carried out, by the first vote or by a second one. */
async function passes(co: Co, kind: number, actions: readonly Action[]): Promise<boolean> {
  const { assembly } = co
  const by = living(co)[0]
  if (!by) return false
  const motion = await motionOf(actions, `Motion ${co.next++}`)
  const { targets, values, calldatas, description } = motion
  const ours = assembly.connect(by.key)
  await ours.proposeAs(kind, targets, values, calldatas, description)
  const id = await assembly.proposalCount()
  await votes(co, id)
  if (await isCarriedOut(co, motion, id)) return true
  await time.increase(7 * DAY)
  try {
    await ours.callAgain(targets, values, calldatas, description)
  } catch {
    return false
  }
  const second = await assembly.proposalCount()
  await votes(co, second)
  return isCarriedOut(co, motion, second)
}

async function isCarriedOut({ assembly }: Co, motion: Motion, id: bigint): Promise<boolean> {
  const state = await assembly.state(id)
  if (state !== State.Succeeded && state !== State.Queued) return false
  if (motion.targets.length === 0) return true
  const { timelock } = await assembly.ruleOfProposal(id)
  await time.increase(timelock + 1n)
  try {
    await assembly.execute(...content(motion))
  } catch {
    // It passed, and the gate of a class refuses what it would do.
    return false
  }
  return true
}

const admission = async (co: Co, key: Person['key'], group: number): Promise<Action> => {
  const data = co.membership.interface.encodeFunctionData('admit', [
    [await application(co, key as never, group, BigInt((await time.latest()) + 110 * DAY))],
  ])
  return { target: co.membership, data }
}

/* ACTS OF MEMBERS */

async function joins(co: Co, group: number): Promise<boolean> {
  const key = wallet(1_000 + co.next)
  const passed = await passes(co, Kind.SPECIAL, [await admission(co, key, group)])
  if (!passed) return false
  await setBalance(key.address, 10n ** 20n)
  co.people.push({ key, class: group, silent: false })
  await time.increase(1)
  return true
}

async function moves(co: Co, person: Person, group: number): Promise<void> {
  const { membership } = co
  const changed = (await membership.memberOf(person.key.address)).classChanged
  const waits = changed !== 0n && BigInt(await time.latest()) < changed + BigInt(116 * DAY)
  if (waits || person.class === group) return
  const until = BigInt((await time.latest()) + 110 * DAY)
  const it = await application(co, person.key as never, group, until)
  const data = membership.interface.encodeFunctionData('changeClass', [it])
  if (await passes(co, Kind.SPECIAL, [{ target: membership, data }])) person.class = group
}

async function leaves(co: Co, person: Person): Promise<void> {
  await co.membership.connect(person.key).resign()
  co.people.splice(co.people.indexOf(person), 1)
}

/** Whoever acts says so in the last months; the notices of the others run until they can be struck off. */
async function strikes(co: Co, most: number): Promise<void> {
  const { membership } = co
  const gone = co.people.filter(({ silent }) => silent).slice(0, most)
  if (gone.length === 0) return
  await time.increase(2 * YEAR)
  for (const { key } of gone) await notices(co, key.address)
  await time.increase(60 * DAY)
  for (const person of gone) {
    await membership.strikeOff(person.key.address)
    co.people.splice(co.people.indexOf(person), 1)
    await time.increase(62 * DAY)
    // A notice lasts a year: those who wait for their turn get a new one.
    for (const { key } of gone.filter((one) => co.people.includes(one))) {
      const { noticed } = await membership.silenceOf(key.address)
      if (noticed !== 0n) continue
      await notices(co, key.address)
      await time.increase(60 * DAY)
    }
  }
}

async function notices({ membership }: Co, address: string): Promise<void> {
  if ((await membership.silenceOf(address)).noticed === 0n) await membership.noteSilence(address)
}

async function does(co: Co, { act: what, whom, class: place }: Act): Promise<void> {
  const group = place % co.charter.classes.length
  const acting = living(co)
  const person = acting[whom % Math.max(1, acting.length)]
  if (what === 'strike') return strikes(co, 2)
  if (what === 'wait') return void (await time.increase(YEAR))
  if (!person) return
  if (what === 'join') await joins(co, group)
  if (what === 'resign') await leaves(co, person)
  if (what === 'fall silent') person.silent = true
  if (what === 'move') await moves(co, person, group)
  if (what === 'fail') await fails(co, person)
}

/** A motion on which nobody votes is lost, and taken back by nobody. */
async function fails({ assembly }: Co, { key }: Person): Promise<void> {
  const { targets, values, calldatas, description } = await motionOf([], 'On which nobody votes')
  try {
    await assembly.connect(key).proposeAs(Kind.SPECIAL, targets, values, calldatas, description)
  } catch {
    // It was lost before and rests, or is called again.
    return
  }
  await time.increase(LONGEST_DECISION)
}

/* SOME PATH LEADS ON */

async function leadsOn(co: Co): Promise<void> {
  const hasUser = living(co).some(({ class: group }) => co.charter.classes[group]?.user)
  if (hasUser && (await passes(co, Kind.ORDINARY, []))) return
  await strikes(co, EVERYBODY)
  if (living(co).length > 0) {
    const user = co.charter.classes.findIndex((one) => one.user)
    if (!hasUser) expect(await joins(co, user), 'the others admit a user').to.equal(true)
    for (const kind of [Kind.ORDINARY, Kind.SPECIAL, Kind.ENTRENCHED]) {
      expect(await passes(co, kind, []), `a decision of kind ${kind} passes`).to.equal(true)
    }
    return
  }
  expect(await co.membership.total()).to.equal(0n)
  await time.increase(180 * DAY)
  const before = await ethers.provider.getBalance(BODY)
  await co.coop.handOn(ethers.ZeroAddress)
  expect(await ethers.provider.getBalance(BODY)).to.equal(before + 10n ** 18n)
}

describe('G13 No membership is ever stuck', () => {
  for (const charter of charters) {
    it(`of the preset ${charter.name}: some decision passes, or the money reaches the body`, async function () {
      this.timeout(0)
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
          const start = await networkHelpers.takeSnapshot()
          try {
            const co = await begun(charter)
            for (const one of acts) await does(co, one)
            await leadsOn(co)
          } finally {
            await start.restore()
          }
        }),
        { seed: SEED, numRuns: RUNS },
      )
    })

    it(`of the preset ${charter.name}: when all have fallen silent, the money reaches the body`, async function () {
      this.timeout(0)
      const co = await begun(charter)
      for (const person of co.people) person.silent = true
      await leadsOn(co)
    })
  }
})
