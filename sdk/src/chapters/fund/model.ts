// SPDX-License-Identifier: MIT
/**
 * The commons fund: series of bonds, the pour, and the basic income. Twin of CommonsFund,
 * CommonsBonds (positions) and the clock and heads of Phyle.
 *
 * Shapes: one `Fund` holds all cash in tracked buckets; a `Series` its ledger and positions; a
 * `Head` the seats and the earnings of one person. Units: money in base units of the cash token,
 * F = face of one bond in base units, bonds in whole units, policies in basis points, time in
 * epochs (0, 1, 2 …). Methods change the object they are called on; nothing reads a clock.
 *
 * Rules (design 6):
 * - capDue = L + floor(P * capBps / 10000), with P the price and L = U * F - P the left-over,
 *   which comes back as paid when the machine is bought.
 * - due of a holder of u units = floor((paid * u + correction) / U) - taken; a transfer of v units
 *   moves paid * v of correction to the one who gives.
 * - pour: a machine's income first to its own series up to capDue; of the rest, `bondsBps` to the
 *   endorsed series pro rata to what they are still due, cumulatively rounded in the order in which
 *   they were floated, `reserveBps` to the reserve, everything else to the heads.
 * - closing: perHead = floor(undistributed / earning heads); the remainder stays; fewer heads than
 *   `leastHeads`, no change. Every ended epoch that is not closed yet is closed as one, at the heads of the first of
 *   them that has any: a pour closes what has ended before it, so what waits came in by then.
 * - a head earns in the epochs in which one of their seats has started and runs; when a seat starts,
 *   the places of its co-op say. It earns to the last whole epoch before it ends, and the epoch in
 *   which it ends where another that the person had by then starts with the next.
 *   Leaving keeps what was earned.
 *   A head whose end is noticed late was counted until then; what that allotted goes back.
 */
import { capDueOf } from '../bonds/model.ts'
import { Places } from '../phyle/places.ts'

const BPS = 10_000n
/** How many ended epochs are looked at for the first with heads. */
const MOST_LOOKED_AT = 100

export type Share = { readonly bondsBps: number; readonly reserveBps: number }
/**
 * How the income of a machine beyond its own bonds is shared out, and income that no machine made.
 */
export type Policy = { readonly machine: Share; readonly other: Share }

export type Position = { units: bigint; correction: bigint; taken: bigint }

export type Series = {
  readonly id: string
  readonly endorsed: boolean
  readonly units: bigint
  readonly raised: bigint
  readonly capDue: bigint
  paid: bigint
  readonly positions: Map<string, Position>
}

/** A time as a head. */
export type Spell = {
  /** First epoch that counts. */
  readonly start: number
  /** First epoch that no longer counts; null while the person sits somewhere. */
  readonly end: number | null
  /** First epoch whose count of heads is without this one; after `end` if that was noticed late. */
  readonly noticed: number | null
}

export type Seat = {
  /** First epoch that it earns for. */
  readonly start: number
  /** The epoch in which the person sat down. */
  readonly since: number
}

export type Head = {
  /** Co-ops in which the person sits now. */
  readonly seats: Map<string, Seat>
  /** The epoch in which the latest of the ended seats ended. */
  lastEnd: number
  readonly spells: Spell[]
  /** Closing index at which the person was last settled. */
  settled: number
  earned: bigint
  claimed: bigint
}

/** One closing: the epochs from `from` up to but not including `to`, closed as one. */
export type Closing = {
  readonly from: number
  readonly to: number
  /** The epoch whose heads share. */
  readonly shared: number
  readonly heads: bigint
  readonly perHead: bigint
}

export type PourParts = {
  readonly own: bigint
  readonly bonds: readonly { readonly id: string; readonly amount: bigint }[]
  readonly reserve: bigint
  readonly heads: bigint
}

export class FundError extends Error {
  override readonly name = 'FundError'
}

export function dueOf(series: Pick<Series, 'paid' | 'units'>, position: Position): bigint {
  const numerator = series.paid * position.units + position.correction
  return numerator / series.units - position.taken
}

/**
 * Splits `amount` over weights so that the parts add up to it exactly: each part is the floor of
 * the running total less what went before. No part is above its weight while amount <= their sum.
 */
export function proRata(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((a, b) => a + b, 0n)
  if (total === 0n) return weights.map(() => 0n)
  let running = 0n
  let spent = 0n
  return weights.map((weight) => {
    running += weight
    const part = (amount * running) / total - spent
    spent += part
    return part
  })
}

export class Fund {
  readonly policy: Policy
  readonly face: bigint
  readonly series = new Map<string, Series>()
  readonly heads = new Map<string, Head>()
  readonly closings: Closing[] = []
  epoch = 0
  /** First epoch that is not closed. */
  open = 0
  reserve = 0n
  undistributed = 0n
  /** Owed to persons, allotted and not yet claimed. */
  allotted = 0n
  /** With fewer heads that earn, common income waits. */
  leastHeads = 1
  readonly #places = new Map<string, Places>()

  constructor(policy: Policy, face = 1_000_000n) {
    this.policy = policy
    this.face = face
  }

  /* BONDS */

  /** A series that was raised in full and whose machine was bought; `units` by holder. */
  addSeries(
    id: string,
    units: Readonly<Record<string, bigint>>,
    terms: { capBps: number; price?: bigint; endorsed?: boolean },
  ): Series {
    if (this.series.has(id)) throw new FundError(`there is already a series ${id}`)
    const total = Object.values(units).reduce((a, b) => a + b, 0n)
    const price = terms.price ?? total * this.face
    const positions = new Map<string, Position>()
    for (const [who, held] of Object.entries(units)) {
      positions.set(who, { units: held, correction: 0n, taken: 0n })
    }
    const series: Series = {
      id,
      endorsed: terms.endorsed ?? true,
      units: total,
      raised: total * this.face,
      capDue: capDueOf({ face: this.face, price, capBps: terms.capBps }, total),
      paid: total * this.face - price,
      positions,
    }
    this.series.set(id, series)
    return series
  }

  due(id: string, who: string): bigint {
    const series = this.#seriesOf(id)
    const position = series.positions.get(who)
    return position ? dueOf(series, position) : 0n
  }

  take(id: string, who: string): bigint {
    const amount = this.due(id, who)
    const position = this.#seriesOf(id).positions.get(who)
    if (position) position.taken += amount
    return amount
  }

  transfer(id: string, from: string, to: string, units: bigint): void {
    const series = this.#seriesOf(id)
    const giver = series.positions.get(from)
    if (!giver || giver.units < units)
      throw new FundError(`${from} does not hold ${units} of ${id}`)
    const taker = series.positions.get(to) ?? { units: 0n, correction: 0n, taken: 0n }
    series.positions.set(to, taker)
    giver.units -= units
    giver.correction += series.paid * units
    taker.units += units
    taker.correction -= series.paid * units
  }

  /* POUR */

  pour(amount: bigint, machine: string | null): PourParts {
    this.closeEnded()
    const own = machine === null ? undefined : this.#seriesOf(machine)
    const toOwn = own ? lesser(amount, own.capDue - own.paid) : 0n
    if (own) own.paid += toOwn
    const rest = amount - toOwn
    const policy = own ? this.policy.machine : this.policy.other
    const sharing = [...this.series.values()].filter((s) => s.endorsed && s.paid < s.capDue)
    const owing = sharing.map((s) => s.capDue - s.paid)
    const wanted = (rest * BigInt(policy.bondsBps)) / BPS
    const toBonds = lesser(
      wanted,
      owing.reduce((a, b) => a + b, 0n),
    )
    const bonds = proRata(toBonds, owing).map((part, i) => {
      const series = sharing[i] as Series
      series.paid += part
      return { id: series.id, amount: part }
    })
    const reserve = (rest * BigInt(policy.reserveBps)) / BPS
    const heads = rest - toBonds - reserve
    this.reserve += reserve
    this.undistributed += heads
    return { own: toOwn, bonds, reserve, heads }
  }

  /* HEADS */

  /** A member of a co-op takes a seat in the epoch that runs. */
  join(who: string, coop: string): void {
    const head: Head = this.heads.get(who) ?? {
      seats: new Map(),
      lastEnd: 0,
      spells: [],
      settled: this.closings.length,
      earned: 0n,
      claimed: 0n,
    }
    if (head.seats.has(coop)) throw new FundError(`${who} already sits in ${coop}`)
    const start = this.placesOf(coop).seat(who)
    if (head.seats.size === 0) {
      head.spells.push({ start, end: null, noticed: null })
      head.lastEnd = 0
    }
    head.seats.set(coop, { start, since: this.epoch })
    this.#startBy(head, start)
    this.heads.set(who, head)
  }

  /**
   * A seat ended in epoch `ended` (the running one unless it is noticed later). Ends that are noticed
   * together are told in the order in which they came.
   */
  leave(who: string, coop: string, ended = this.epoch): void {
    const head = this.heads.get(who)
    const gone = head?.seats.get(coop)
    const running = head?.spells.at(-1)
    if (!head || !gone || !running) throw new FundError(`${who} does not sit in ${coop}`)
    head.seats.delete(coop)
    this.placesOf(coop).leave(who)
    const from = running.start
    const until = follows(gone, from, head.lastEnd) ? Math.max(head.lastEnd, ended) : head.lastEnd
    head.lastEnd = Math.max(head.lastEnd, ended)
    const rest = [...head.seats.values()]
    if (rest.some((seat) => follows(seat, from, until))) return
    const reached = Math.max(from, until)
    const next = rest.length === 0 ? null : Math.min(...rest.map(({ start }) => start))
    const noticed = Math.max(from, Math.min(this.epoch, next ?? this.epoch))
    head.spells[head.spells.length - 1] = { ...running, end: reached, noticed }
    if (next !== null) head.spells.push({ start: next, end: null, noticed: null })
  }

  /** Moves a seat that waits to a place that came free, and tells its start. */
  hasten(who: string, coop: string): number {
    const head = this.heads.get(who)
    const seat = head?.seats.get(coop)
    if (!head || !seat) throw new FundError(`${who} does not sit in ${coop}`)
    const start = this.placesOf(coop).hasten(who)
    head.seats.set(coop, { ...seat, start })
    this.#startBy(head, start)
    return start
  }

  /** The places of a co-op in the running epoch. */
  placesOf(coop: string): Places {
    const places = this.#places.get(coop) ?? new Places(this.epoch)
    places.epoch = this.epoch
    this.#places.set(coop, places)
    return places
  }

  /** Lets the running epoch end, and closes it unless `close` is false. */
  endEpoch(close = true): void {
    this.epoch += 1
    if (close) this.closeEnded()
  }

  /** Closes every epoch that has ended, as one; the heads of the first that has any share. */
  closeEnded(): void {
    if (this.open === this.epoch) return
    const last = Math.min(this.epoch - 1, this.open + MOST_LOOKED_AT - 1)
    let shared = this.open
    while (shared < last && this.earningHeads(shared) < this.leastHeads) shared += 1
    const counted = this.earningHeads(shared)
    const heads = counted < this.leastHeads ? 0n : BigInt(counted)
    const perHead = heads === 0n ? 0n : this.undistributed / heads
    this.undistributed -= perHead * heads
    this.allotted += perHead * heads
    this.closings.push({ from: this.open, to: this.epoch, shared, heads, perHead })
    this.open = this.epoch
  }

  /** Heads that are counted in an epoch: those whose spell has begun and was not known to be over. */
  earningHeads(epoch: number): number {
    let count = 0
    for (const head of this.heads.values()) {
      if (head.spells.some((spell) => isCounted(spell, epoch))) count += 1
    }
    return count
  }

  income(who: string): bigint {
    const head = this.heads.get(who)
    return head ? head.earned + this.#since(head).earned - head.claimed : 0n
  }

  /** Books what a person earned, and takes back what was allotted beyond their ends. */
  settle(who: string): void {
    this.closeEnded()
    const head = this.heads.get(who)
    if (!head) return
    const { earned, back } = this.#since(head)
    head.earned += earned
    head.settled = this.closings.length
    this.allotted -= back
    this.undistributed += back
  }

  claim(who: string): bigint {
    this.settle(who)
    const head = this.heads.get(who)
    if (!head) return 0n
    const amount = head.earned - head.claimed
    head.claimed += amount
    this.allotted -= amount
    return amount
  }

  /* VIEWS */

  /** Everything the fund must hold: reserve, waiting, allotted, and what series still owe. */
  held(): bigint {
    let sum = this.reserve + this.undistributed + this.allotted
    for (const series of this.series.values()) {
      sum += series.paid
      for (const position of series.positions.values()) sum -= position.taken
    }
    return sum
  }

  #since(head: Head): { earned: bigint; back: bigint } {
    let earned = 0n
    let back = 0n
    for (const { shared, perHead } of this.closings.slice(head.settled)) {
      const spell = head.spells.find((one) => isCounted(one, shared))
      if (!spell) continue
      if (spell.end === null || spell.end > shared) earned += perHead
      else back += perHead
    }
    return { earned, back }
  }

  /** A head that waits earns from the first start of its seats on. */
  #startBy(head: Head, start: number): void {
    const running = head.spells.at(-1)
    if (!running || start >= running.start) return
    head.spells[head.spells.length - 1] = { ...running, start }
  }

  #seriesOf(id: string): Series {
    const series = this.series.get(id)
    if (!series) throw new FundError(`there is no series ${id}`)
    return series
  }
}

/** Whether a seat goes on without a gap in a spell from epoch `from` on that has reached `until`. */
const follows = ({ start, since }: Seat, from: number, until: number): boolean =>
  start <= Math.max(from, until) || (until >= from && start === until + 1 && since <= until)

const isCounted = ({ start, noticed }: Spell, epoch: number): boolean =>
  start <= epoch && (noticed === null || noticed > epoch)

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
