// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Finds out whether blocks that something was read from still belong to the chain, and stay there.
 * A block stands on all before it: while the newest one that was seen does, so does all that was found
 * below it, and a round costs one question, however much is watched. Each block is looked at once more
 * before it counts as final. Only another block in its place proves that one is gone.
 */
import { BlockNotFoundError, type Hex, type PublicClient } from 'viem'
import { isSilence } from './errors.ts'

/** A block that something was read from. */
export interface Place {
  readonly block: number
  readonly hash: Hex
}

/** Hashes of the blocks that are no longer in the chain, and of those that will stay in it. */
export interface Seen {
  readonly gone: ReadonlySet<Hex>
  readonly final: ReadonlySet<Hex>
}

/** Where the node knows no `finalized`, a block is final after so many times the confirmations. */
export const TIMES_UNKNOWN = 16
/** `finalized` is asked for again after so many blocks. */
const ASKED_EVERY = 8
/** So many blocks are looked at in a round; the others have their turn in the next. */
const MOST_A_ROUND = 50

/** @param confirmations so many blocks on top it takes in any case */
export function openFinality(client: PublicClient, confirmations: number) {
  /** The newest block of the last round; under it stood all of `standing`. */
  let anchor: Place | null = null
  const standing = new Map<Hex, Place>()
  let known: { readonly asked: number; readonly block: number } | null = null

  /** Null where the node has no block so high: it may only be late. */
  const stands = async ({ block, hash }: Place): Promise<boolean | null> => {
    try {
      return (await client.getBlock({ blockNumber: BigInt(block) })).hash === hash
    } catch (error) {
      if (error instanceof BlockNotFoundError) return null
      throw error
    }
  }

  /** Lets go of what fell with the anchor; what lies below a block that stands does too. */
  const fall = async (): Promise<void> => {
    for (const place of newestFirst(standing.values())) {
      if ((await stands(place)) === true) return
      standing.delete(place.hash)
    }
  }

  /** The newest block that the node calls final; null where it has no such block. */
  const finalized = async (): Promise<number | null> => {
    try {
      return Number((await client.getBlock({ blockTag: 'finalized' })).number)
    } catch (error) {
      if (isSilence(error)) throw error
      return null
    }
  }

  /** Up to which block nothing changes any more. */
  const finalUpTo = async (head: number, oldest: number): Promise<number> => {
    const deep = head - confirmations
    if (oldest > deep) return -1
    if (!known || oldest > known.block) {
      if (known && Math.abs(head - known.asked) < ASKED_EVERY) return -1
      known = { asked: head, block: (await finalized()) ?? head - confirmations * TIMES_UNKNOWN }
    }
    return Math.min(deep, known.block)
  }

  return {
    /** Looks at these; nothing is asked where there are none. */
    async look(places: readonly Place[]): Promise<Seen> {
      const gone = new Set<Hex>()
      const final = new Set<Hex>()
      const byHash = new Map(places.map((place) => [place.hash, place]))
      const watched = newestFirst(byHash.values())
      const oldest = watched.at(-1)
      if (!oldest) {
        anchor = null
        standing.clear()
        return { gone, final }
      }
      const { number, hash, parentHash } = await client.getBlock({ blockTag: 'latest' })
      if (anchor && hash !== anchor.hash && parentHash !== anchor.hash) {
        const held = await stands(anchor)
        // Until it has heard of what was seen before, nothing that it says is news.
        if (held === null) return { gone, final }
        if (!held) await fall()
      }
      const upTo = await finalUpTo(Number(number), oldest.block)
      const asked = watched
        .filter((place) => place.block <= upTo || !standing.has(place.hash))
        .slice(0, MOST_A_ROUND)
      for (const place of asked) {
        standing.delete(place.hash)
        const held = await stands(place)
        if (held === null) continue
        if (!held) gone.add(place.hash)
        else if (place.block <= upTo) final.add(place.hash)
        else standing.set(place.hash, place)
      }
      for (const kept of standing.keys()) {
        if (!byHash.has(kept)) standing.delete(kept)
      }
      anchor = { block: Number(number), hash }
      return { gone, final }
    },

    /** The newest block: what is read after this was so then, or the block went away. */
    async now(): Promise<Place> {
      const { number, hash } = await client.getBlock({ blockTag: 'latest' })
      return { block: Number(number), hash }
    },
  }
}

const newestFirst = (places: Iterable<Place>): Place[] =>
  [...places].toSorted((a, b) => b.block - a.block)
