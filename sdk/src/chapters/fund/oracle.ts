// SPDX-License-Identifier: MIT
/**
 * A slow second opinion on the fund: loops over everybody at every pour and every closing, and
 * keeps nothing that is clever. Tests hold `Fund` (and the contracts) against it (I8).
 *
 * What a holder gets of a payment x into a series of U units is x * u / U; it is kept as the exact
 * numerator x * u, summed over all payments, and divided only when it is read.
 */
import { capDueOf } from '../bonds/model.ts'
import { type Policy, proRata } from './model.ts'

type Holding = { units: bigint; numerator: bigint; taken: bigint }
type Book = {
  readonly units: bigint
  readonly capDue: bigint
  paid: bigint
  readonly holders: Map<string, Holding>
}

const BPS = 10_000n

export class Oracle {
  readonly policy: Policy
  readonly face: bigint
  readonly books = new Map<string, Book>()
  readonly income = new Map<string, bigint>()
  /** Who earns in the running epoch, and who waits for the next one. */
  readonly earning = new Set<string>()
  readonly waiting = new Set<string>()
  reserve = 0n
  undistributed = 0n

  constructor(policy: Policy, face = 1_000_000n) {
    this.policy = policy
    this.face = face
  }

  addSeries(id: string, units: Readonly<Record<string, bigint>>, capBps: number): void {
    const total = Object.values(units).reduce((a, b) => a + b, 0n)
    const holders = new Map<string, Holding>()
    for (const [who, held] of Object.entries(units)) {
      holders.set(who, { units: held, numerator: 0n, taken: 0n })
    }
    const capDue = capDueOf({ face: this.face, price: total * this.face, capBps }, total)
    this.books.set(id, { units: total, capDue, paid: 0n, holders })
  }

  pour(amount: bigint, machine: string | null): void {
    let rest = amount
    const own = machine === null ? undefined : this.books.get(machine)
    if (own) {
      const most = own.capDue - own.paid
      const over = rest > most ? rest - most : 0n
      this.#pay(own, rest - over)
      rest = over
    }
    const share = own ? this.policy.machine : this.policy.other
    const open = [...this.books.values()].filter((book) => book.paid < book.capDue)
    const owed = open.map((book) => book.capDue - book.paid)
    const sum = owed.reduce((a, b) => a + b, 0n)
    const wanted = (rest * BigInt(share.bondsBps)) / BPS
    const toBonds = wanted < sum ? wanted : sum
    proRata(toBonds, owed).forEach((part, i) => {
      this.#pay(open[i] as Book, part)
    })
    const reserve = (rest * BigInt(share.reserveBps)) / BPS
    this.reserve += reserve
    this.undistributed += rest - toBonds - reserve
  }

  transfer(id: string, from: string, to: string, units: bigint): void {
    const holders = (this.books.get(id) as Book).holders
    const giver = holders.get(from) as Holding
    const taker = holders.get(to) ?? { units: 0n, numerator: 0n, taken: 0n }
    holders.set(to, taker)
    giver.units -= units
    taker.units += units
  }

  due(id: string, who: string): bigint {
    const book = this.books.get(id) as Book
    const holding = book.holders.get(who)
    return holding ? holding.numerator / book.units - holding.taken : 0n
  }

  take(id: string, who: string): bigint {
    const amount = this.due(id, who)
    const holding = (this.books.get(id) as Book).holders.get(who)
    if (holding) holding.taken += amount
    return amount
  }

  join(who: string): void {
    this.waiting.add(who)
  }

  leave(who: string): void {
    this.waiting.delete(who)
    this.earning.delete(who)
  }

  endEpoch(): void {
    const heads = BigInt(this.earning.size)
    if (heads > 0n) {
      const each = this.undistributed / heads
      for (const who of this.earning) this.income.set(who, this.earned(who) + each)
      this.undistributed -= each * heads
    }
    for (const who of this.waiting) this.earning.add(who)
    this.waiting.clear()
  }

  earned(who: string): bigint {
    return this.income.get(who) ?? 0n
  }

  claim(who: string): bigint {
    const amount = this.earned(who)
    this.income.set(who, 0n)
    return amount
  }

  #pay(book: Book, amount: bigint): void {
    book.paid += amount
    for (const holding of book.holders.values()) holding.numerator += amount * holding.units
  }
}
