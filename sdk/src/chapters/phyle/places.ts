// SPDX-License-Identifier: MIT
/**
 * The places of a co-op: how many of its heads may earn in each epoch, and who starts when. Twin of
 * `PlaceRules` of the register.
 *
 * Units: places and seats in persons, time in epochs (0, 1, 2 …). Methods change the object they
 * are called on; nothing reads a clock.
 *
 * Rules (design 5):
 * - from a base at an epoch, places grow by max(3, floor(places / 10)) in each.
 * - who sits down starts in the first epoch after the running one from which on there is room in
 *   every epoch. P4: in every epoch those who earn are at most the places.
 * - with the first seat of an epoch later than the base's, the base is renewed: max(granted,
 *   min(places now, seats before)). So growth that nobody used does not pile up, and no start that
 *   was given is set back.
 * - who waits moves up to a place that came free; nobody else moves.
 */

const LEAST_GROWTH = 3
const GROWTH_DIVISOR = 10
/** How far ahead a start is looked for. */
const EPOCHS_AHEAD = 128

export class PlacesError extends Error {
  override readonly name = 'PlacesError'
}

export class Places {
  base = 0
  /** The epoch of the base. */
  since = 0
  granted = 0
  epoch: number
  /** The first epoch of each seat. */
  readonly #starts = new Map<string, number>()

  constructor(epoch = 0) {
    this.epoch = epoch
  }

  /** Seats, those that wait for their start included. */
  get seated(): number {
    return this.#starts.size
  }

  /** Places in an epoch that is not before the base's; without one, in the running epoch. */
  places(epoch = this.epoch): number {
    let count = this.base
    for (let e = this.since; e < epoch; e += 1) count = grown(count)
    return count
  }

  /** Seats that have started by an epoch; without one, by the running epoch. */
  earning(epoch = this.epoch): number {
    return [...this.#starts.values()].filter((start) => start <= epoch).length
  }

  /** Gives a seat, and tells the first epoch that it earns for. */
  seat(who: string): number {
    if (this.#starts.has(who)) throw new PlacesError(`${who} already sits here`)
    if (this.epoch > this.since) {
      this.base = Math.max(this.granted, Math.min(this.places(), this.seated))
      this.since = this.epoch
    }
    const last = Math.max(this.epoch, ...this.#starts.values())
    const start = this.#firstRoom(last, this.epoch + EPOCHS_AHEAD)
    if (start === null) throw new PlacesError(`there is no place for ${who} in sight`)
    this.#starts.set(who, start)
    return start
  }

  /** Takes a seat away, and tells the first epoch that it earned or would have earned for. */
  leave(who: string): number {
    const start = this.#startOf(who)
    this.#starts.delete(who)
    return start
  }

  /** Moves a seat that waits to the first epoch from which on there is room until its start. */
  hasten(who: string): number {
    const start = this.#startOf(who)
    if (start <= this.epoch) throw new PlacesError(`${who} earns already`)
    const earlier = this.#firstRoom(start - 1, start - 1) ?? start
    this.#starts.set(who, earlier)
    return earlier
  }

  /** Lets at least so many start together, and tells the places of the running epoch. */
  grant(granted: number): number {
    this.granted = granted
    if (granted > this.places()) {
      this.base = granted
      this.since = this.epoch
    }
    return this.places()
  }

  /** Looks at all epochs up to `least`, and on to `most` while none has been found. */
  #firstRoom(least: number, most: number): number | null {
    let first: number | null = null
    for (let e = this.epoch + 1; e <= most && (first === null || e <= least); e += 1) {
      if (this.earning(e) >= this.places(e)) first = null
      else first ??= e
    }
    return first
  }

  #startOf(who: string): number {
    const start = this.#starts.get(who)
    if (start === undefined) throw new PlacesError(`${who} does not sit here`)
    return start
  }
}

const grown = (count: number): number =>
  count + Math.max(LEAST_GROWTH, Math.floor(count / GROWTH_DIVISOR))
