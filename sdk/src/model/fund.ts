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
 * - closing: perHead = floor(undistributed / earning heads); the remainder stays; no heads, no
 *   change. Every ended epoch that is not closed yet is closed as one.
 * - a head earns from the first epoch it was a head for whole, later if its co-op's earning limit
 *   (max(3, 10 % of its earning heads) new in an epoch) is used up; leaving keeps what was earned.
 */

const BPS = 10_000n

export type Share = { readonly bondsBps: number; readonly reserveBps: number }
/** What happens with the overflow of a machine, and with income that no machine made. */
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

export type Head = {
  /** Co-ops in which the person sits now. */
  readonly seats: Set<string>
  /** The co-op whose earning limit the person fell under. */
  home: string
  /** First epoch that counts; the person earns in every closed epoch from here on. */
  start: number
  /** First epoch that no longer counts; null while the person sits somewhere. */
  end: number | null
  /** Closing index at which the person was last settled. */
  settled: number
  earned: bigint
  claimed: bigint
}

/** One closing: the epochs from `from` up to but not including `to`, closed as one. */
export type Closing = {
  readonly from: number
  readonly to: number
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

export function capDueOf(face: bigint, units: bigint, price: bigint, capBps: number): bigint {
  const leftOver = units * face - price
  return leftOver + (price * BigInt(capBps)) / BPS
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

/** How many new heads of a co-op may start to earn in one epoch. */
export function earningLimit(earningHeads: number): number {
  return Math.max(3, Math.floor(earningHeads / 10))
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
  /** The last epoch in which a newcomer of a co-op was given their start. */
  #queues = new Map<string, number>()

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
      capDue: capDueOf(this.face, total, price, terms.capBps),
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
    this.closeEnded()
    const head = this.heads.get(who)
    if (head?.seats.has(coop)) throw new FundError(`${who} already sits in ${coop}`)
    if (head && head.end === null) {
      head.seats.add(coop)
      return
    }
    if (head) this.#settle(head)
    const start = this.#startOf(coop)
    const fresh: Head = head ?? {
      seats: new Set(),
      home: coop,
      start,
      end: null,
      settled: 0,
      earned: 0n,
      claimed: 0n,
    }
    fresh.seats.add(coop)
    fresh.home = coop
    fresh.start = start
    fresh.end = null
    fresh.settled = this.closings.length
    this.heads.set(who, fresh)
  }

  /**
   * A seat ended in epoch `ended` (the running one unless it is noticed later). With the last seat
   * the person stops earning there; what was allotted for later epochs goes back to undistributed.
   */
  leave(who: string, coop: string, ended = this.epoch): void {
    this.closeEnded()
    const head = this.heads.get(who)
    if (!head?.seats.delete(coop)) throw new FundError(`${who} does not sit in ${coop}`)
    if (head.seats.size > 0) return
    head.end = ended
    const settled = this.closings.slice(0, head.settled)
    const beyond = earnings(settled, { start: Math.max(head.start, ended), end: null })
    head.earned -= beyond
    const unsettled = this.closings.slice(head.settled)
    const back = beyond + earnings(unsettled, { start: Math.max(head.start, ended), end: null })
    this.allotted -= back
    this.undistributed += back
  }

  /** Lets the running epoch end, and closes it unless `close` is false. */
  endEpoch(close = true): void {
    this.epoch += 1
    if (close) this.closeEnded()
  }

  /** Closes every epoch that has ended, as one; the heads of the last of them share. */
  closeEnded(): void {
    if (this.open === this.epoch) return
    const heads = BigInt(this.earningHeads(this.epoch - 1))
    const perHead = heads === 0n ? 0n : this.undistributed / heads
    this.undistributed -= perHead * heads
    this.allotted += perHead * heads
    this.closings.push({ from: this.open, to: this.epoch, heads, perHead })
    this.open = this.epoch
  }

  /** Heads that earn in an epoch: seated for the whole of it and within the earning limit. */
  earningHeads(epoch: number): number {
    let count = 0
    for (const head of this.heads.values()) {
      if (head.start <= epoch && (head.end === null || head.end > epoch)) count += 1
    }
    return count
  }

  income(who: string): bigint {
    const head = this.heads.get(who)
    if (!head) return 0n
    return head.earned + earnings(this.closings.slice(head.settled), head) - head.claimed
  }

  claim(who: string): bigint {
    this.closeEnded()
    const head = this.heads.get(who)
    if (!head) return 0n
    this.#settle(head)
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

  #settle(head: Head): void {
    head.earned += earnings(this.closings.slice(head.settled), head)
    head.settled = this.closings.length
  }

  /** The next epoch, or the first later one in which the co-op has room for another newcomer. */
  #startOf(coop: string): number {
    const seated = [...this.heads.values()].filter((h) => h.home === coop && h.end === null)
    const earning = seated.filter((h) => h.start <= this.epoch).length
    const next = Math.max(this.epoch + 1, this.#queues.get(coop) ?? 0)
    const used = seated.filter((h) => h.start === next).length
    const start = used >= earningLimit(earning) ? next + 1 : next
    this.#queues.set(coop, start)
    return start
  }

  #seriesOf(id: string): Series {
    const series = this.series.get(id)
    if (!series) throw new FundError(`there is no series ${id}`)
    return series
  }
}

/** What a person earned in these closings: those that lie wholly between start and end. */
export function earnings(
  closings: readonly Closing[],
  span: { readonly start: number; readonly end: number | null },
): bigint {
  let sum = 0n
  for (const c of closings) {
    const within = span.start <= c.to - 1 && (span.end === null || span.end > c.to - 1)
    if (within) sum += c.perHead
  }
  return sum
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
