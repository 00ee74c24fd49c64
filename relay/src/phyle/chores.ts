// SPDX-License-Identifier: AGPL-3.0-or-later
/** Calls into the phyle's register: co-ops that came or went, persons who came or went. */
import { iMembershipAbi, iPhyleAbi, iStatutesAbi } from '@phyle/sdk/generated/abi'
import { COOPERATOR_FLAG } from '@phyle/sdk/rule'
import { type Address, encodeFunctionData } from 'viem'
import { TOGETHER } from '../chain/many.ts'
import { inFederation, type Look, type Task } from '../chores/chore.ts'
import { type Coop, coopsOf, keyOf } from '../cooperative/coops.ts'
import { carriedOf } from '../membership/carried.ts'
import { peopleOf } from '../membership/people.ts'
import { carrying } from './carrying.ts'
import { hastening } from './hastening.ts'
import { passing } from './passing.ts'
import { placesOf } from './places.ts'

const abi = iPhyleAbi

export const chores = inFederation((book, house) => {
  const { phyle, root } = house
  const { coops } = book.use(coopsOf)
  const people = book.use(peopleOf)
  const carried = book.use(carriedOf)
  const places = placesOf(book, house)
  const { entered, estates, expelled, leaving, moved, seats } = places

  const find = async ({ chain: { client }, head: { time } }: Look): Promise<readonly Task[]> => {
    const rootMembership = coops.get(root)?.membership
    const tasks: Task[] = []

    const others = [...coops.values()].filter(({ coop }) => coop !== root)
    const onRoot = rootMembership
      ? await client.multicall({
          ...TOGETHER,
          contracts: others.map(
            ({ coop }) =>
              ({
                address: rootMembership,
                abi: iMembershipAbi,
                functionName: 'isMember',
                args: [coop],
              }) as const,
          ),
        })
      : []
    for (const [at, onRoll] of onRoot.entries()) {
      const { coop, registrar } = others[at] as Coop
      const isIn = entered.has(coop)
      if (onRoll && !isIn) {
        const data = encodeFunctionData({ abi, functionName: 'enter', args: [coop, registrar] })
        tasks.push({ name: `enter ${coop}`, target: phyle, data })
      }
      const isOver = [leaving, expelled].some((ends) => (ends.get(coop) ?? time + 1) <= time)
      if (isIn && (!onRoll || isOver)) {
        const data = encodeFunctionData({ abi, functionName: 'depart', args: [coop] })
        tasks.push({ name: `depart ${coop}`, target: phyle, data })
      }
    }

    for (const coop of moved) {
      const data = encodeFunctionData({ abi, functionName: 'refresh', args: [coop] })
      const sent = () => moved.delete(coop)
      tasks.push({ name: `refresh ${coop}`, target: phyle, data, sent })
    }

    const staying = [...entered]
      .flatMap((coop) => coops.get(coop) ?? [])
      .filter(({ trusted }) => trusted)
    const classesOf = await client.multicall({
      ...TOGETHER,
      contracts: staying.map(
        ({ statutes }) =>
          ({ address: statutes, abi: iStatutesAbi, functionName: 'classes' }) as const,
      ),
    })
    const cooperators = new Map<Address, readonly boolean[]>(
      staying.map(({ coop }, at) => [
        coop,
        (classesOf[at] ?? []).map(({ flags }) => (flags & COOPERATOR_FLAG) !== 0),
      ]),
    )
    const counts = (coop: Address, id: bigint): boolean => {
      const person = people.get(keyOf(coop, id))
      return person?.onRoll === true && cooperators.get(coop)?.[person.class] === true
    }

    // first who left: until their seat has ended they could still buy bonds
    for (const [key, { coop, id, wallet }] of seats) {
      // a roll of other code may give the number to somebody else
      if (counts(coop, id) && people.get(key)?.wallet === wallet) continue
      const data = encodeFunctionData({ abi, functionName: 'unseat', args: [coop, id] })
      tasks.push({ name: `unseat ${key}`, target: phyle, data })
    }
    for (const [key, { coop, id, wallet }] of people) {
      if (seats.has(key) || !counts(coop, id) || estates.get(wallet) === null) continue
      const data = encodeFunctionData({ abi, functionName: 'seat', args: [coop, wallet] })
      tasks.push({ name: `seat ${key}`, target: phyle, data })
    }
    return tasks
  }

  const isOurs = (coop: Address) =>
    coops.get(coop)?.trusted === true && (coop === root || entered.has(coop))
  return [
    { find },
    { find: hastening(phyle, places) },
    { find: passing(phyle, places) },
    { find: carrying({ coops, people, carried }, isOurs) },
  ]
})
