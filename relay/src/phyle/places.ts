// SPDX-License-Identifier: AGPL-3.0-or-later
/** Co-ops and persons that have a place in the federation, or had. */
import { FIRST_CHAPTERS, type PhyleHouse } from '@phyle/sdk/deployments'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem } from 'viem'
import type { Book } from '../chores/book.ts'
import { coopsOf, keyOf } from '../cooperative/coops.ts'
import type { Person } from '../membership/people.ts'

export function placesOf(book: Book, { phyle }: PhyleHouse) {
  const entered = new Set<Address>()
  /** When a co-op leaves that gave notice. */
  const leaving = new Map<Address, number>()
  /** When a co-op leaves that was expelled and has not appealed. */
  const expelled = new Map<Address, number>()
  /** Co-ops that took other organs, which the phyle may not know. */
  const moved = new Set<Address>()
  /** Seats that have not ended, by co-op and member id, and the first epoch that each earns for. */
  const seats = new Map<string, Pick<Person, 'coop' | 'id' | 'wallet'> & { start: number }>()
  /** Co-ops in which places may have come free since they were last looked at. */
  const freed = new Set<Address>()
  /** Persons of whom an heir is named: when it passes on; null: it has. */
  const estates = new Map<Address, number | null>()
  book.believe(phyle)
  // The deployment tells where the first chapters are; those that are opened later tell of themselves.
  book.on(
    getAbiItem({ abi: iPhyleAbi, name: 'ChapterOpened' }),
    ({ args: { name, chapter } }) => {
      if (!FIRST_CHAPTERS.some((one) => one === name)) book.adopt(chapter)
    },
    { first: true },
  )
  book.use(coopsOf).onMove((coop) => moved.add(coop))

  book.on(getAbiItem({ abi: iPhyleAbi, name: 'CoopEntered' }), ({ args: { coop } }) => {
    entered.add(coop)
    leaving.delete(coop)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'CoopGaveNotice' }), ({ args }) => {
    leaving.set(args.coop, args.leavesAt)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'ExpulsionDecided' }), ({ args }) => {
    expelled.set(args.coop, args.from)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'ExpulsionAppealed' }), ({ args: { coop } }) => {
    expelled.delete(coop)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'CoopDeparted' }), ({ args: { coop } }) => {
    entered.delete(coop)
    leaving.delete(coop)
    expelled.delete(coop)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'Seated' }), ({ args }) => {
    const { coop, memberId: id, wallet, earnsFrom: start } = args
    seats.set(keyOf(coop, id), { coop, id, wallet, start })
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'Hastened' }), ({ args }) => {
    const seat = seats.get(keyOf(args.coop, args.memberId))
    if (seat) seat.start = args.earnsFrom
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'PlacesGranted' }), ({ args: { coop } }) => {
    freed.add(coop)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'Unseated' }), ({ args }) => {
    seats.delete(keyOf(args.coop, args.memberId))
    freed.add(args.coop)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'HeirNamed' }), ({ args: { person, from } }) => {
    estates.set(person, from)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'HeirDismissed' }), ({ args: { person } }) => {
    estates.delete(person)
  })
  book.on(getAbiItem({ abi: iPhyleAbi, name: 'EstatePassed' }), ({ args: { person } }) => {
    estates.set(person, null)
  })
  return { entered, estates, expelled, freed, leaving, moved, seats }
}
