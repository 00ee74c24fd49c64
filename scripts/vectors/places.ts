// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A case of places by the real path: everybody of the case founds one co-op, whose places are granted
 * in the founding of its federation or by a decision of the root; people take seats, leave and are
 * hastened in the register. A co-op beside it carries the root's decisions.
 */
import { isError } from 'ethers'
import {
  figureFaults,
  type PlacesAnswer,
  type PlacesCase,
  type PlacesStep,
  peopleOf,
  stepFaults,
} from '../../sdk/src/chapters/phyle/vectors.ts'
import type { Faults } from '../../sdk/src/vector-faults.ts'
import type { Chain, Signer } from './chain.ts'
import { type Coop, Federation, type House } from './federation.ts'

export async function runPlaces(chain: Chain, c: PlacesCase): Promise<Faults> {
  const life = await Life.begin(chain, c)
  const faults: Faults[] = []
  for (const [i, step] of c.steps.entries()) {
    faults.push(stepFaults(step, i + 1, await life.go(step)))
  }
  faults.push(figureFaults('at the end', await life.end(), c.expect))
  return faults.flat()
}

class Life {
  readonly #chain: Chain
  readonly #federation: Federation
  readonly #house: House
  readonly #coop: Coop
  readonly #carrier: Coop
  readonly #people: ReadonlyMap<string, Signer>

  private constructor(
    chain: Chain,
    federation: Federation,
    house: House,
    coops: readonly [Coop, Coop],
    people: ReadonlyMap<string, Signer>,
  ) {
    this.#chain = chain
    this.#federation = federation
    this.#house = house
    ;[this.#coop, this.#carrier] = coops
    this.#people = people
  }

  static async begin(chain: Chain, c: PlacesCase): Promise<Life> {
    const names = c.steps.flatMap((step) =>
      step.op === 'seats' ? peopleOf(step) : step.op === 'seat' ? [step.who] : [],
    )
    const [first, ...signers] = await chain.ethers.getSigners()
    const people = new Map(
      names.map((who, i) => {
        const signer = signers[i]
        if (!signer) throw new Error(`the chain has no account for ${who}`)
        return [who, signer] as const
      }),
    )
    if (!first) throw new Error('the chain has no accounts')
    const federation = new Federation(chain)
    const coop = await federation.found([...people.values()], true, 1)
    const carrier = await federation.found([first], true)
    const house = await federation.federate([coop, carrier], [BigInt(c.granted), 0n])
    const life = new Life(chain, federation, house, [coop, carrier], people)
    await life.#toEpoch(BigInt(c.epoch))
    return life
  }

  async go(step: PlacesStep): Promise<PlacesAnswer> {
    switch (step.op) {
      case 'seat':
        return String(await this.#seat(step.who))
      case 'seats': {
        const starts: number[] = []
        for (const who of peopleOf(step)) starts.push(await this.#seat(who))
        return { first: starts[0] ?? 0, last: starts.at(-1) ?? 0 }
      }
      case 'leave': {
        const id = await this.#idOf(step.who)
        const roll = await this.#roll()
        await roll.connect(this.#person(step.who)).resign()
        await (await this.#phyle()).unseat(this.#coop.account, id)
        return 'ok'
      }
      case 'hasten':
        return this.#hasten(step.who)
      case 'grant': {
        await this.#grant(step.granted)
        return String((await this.#now()).places)
      }
      case 'epoch': {
        await this.#toEpoch((await (await this.#phyle()).epoch()) + 1n)
        const { places, earning } = await this.#now()
        return { places: Number(places), earning: Number(earning) }
      }
    }
  }

  async end(): Promise<Record<string, number>> {
    const { seated, base, since, earning } = await this.#now()
    return {
      active: Number(seated),
      base: Number(base),
      since: Number(since),
      earning: Number(earning),
    }
  }

  async #seat(who: string): Promise<number> {
    const phyle = await this.#phyle()
    await phyle.seat(this.#coop.account, this.#person(who).address)
    return this.#startOf(who)
  }

  async #startOf(who: string): Promise<number> {
    const [seat] = await (await this.#phyle()).seatsOf(this.#person(who).address)
    return Number(seat?.start ?? 0)
  }

  async #hasten(who: string): Promise<string> {
    const phyle = await this.#phyle()
    try {
      await phyle.hasten(this.#coop.account, this.#person(who).address)
    } catch (error) {
      if (!isRefusal(error)) throw error
      return 'refused'
    }
    return String(await this.#startOf(who))
  }

  async #grant(granted: number): Promise<void> {
    const phyle = await this.#phyle()
    const data = phyle.interface.encodeFunctionData('grant', [this.#coop.account, granted])
    await this.#federation.decideInRoot(this.#carrier, this.#house, [
      { target: this.#house.phyle, data },
    ])
  }

  async #now() {
    return (await this.#phyle()).placesOf(this.#coop.account)
  }

  async #toEpoch(epoch: bigint): Promise<void> {
    const phyle = await this.#phyle()
    if ((await phyle.epoch()) >= epoch) return
    await this.#chain.networkHelpers.time.increaseTo(await phyle.epochStart(epoch))
  }

  async #idOf(who: string): Promise<bigint> {
    return (await (await this.#roll()).memberOf(this.#person(who).address)).id
  }

  #person(who: string): Signer {
    const person = this.#people.get(who)
    if (!person) throw new Error(`${who} sits nowhere in the case`)
    return person
  }

  #phyle() {
    return this.#chain.ethers.getContractAt('Phyle', this.#house.phyle)
  }

  #roll() {
    return this.#chain.ethers.getContractAt('Membership', this.#coop.membership)
  }
}

/** Whether the register refused because the seat has started, not for another reason. */
function isRefusal(error: unknown): boolean {
  if (isError(error, 'CALL_EXCEPTION')) return error.revert?.name === 'StartedAlready'
  return error instanceof Error && error.message.includes('StartedAlready')
}
