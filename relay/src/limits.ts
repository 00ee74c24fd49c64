// SPDX-License-Identifier: AGPL-3.0-or-later
/** Buckets that fill up again with time: what one sender may do at once, and in the long run. */
export interface Limit {
  /** Whether `key` may do one thing more now; counts it if so. `cost` in things, 1 by default. */
  take(key: string, cost?: number): boolean
}

const MOST_KEYS = 50_000

export function limitOf(most: number, perSecond: number, clock: () => number = Date.now): Limit {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(key, cost = 1) {
      const now = clock()
      const bucket = buckets.get(key) ?? { left: most, at: now }
      const left = Math.min(most, bucket.left + ((now - bucket.at) / 1_000) * perSecond)
      const may = left >= cost
      // Put back at the end: the first keys of the map are those not seen for longest.
      buckets.delete(key)
      buckets.set(key, { left: may ? left - cost : left, at: now })
      if (buckets.size > MOST_KEYS) {
        const oldest = buckets.keys().next().value
        if (oldest !== undefined) buckets.delete(oldest)
      }
      return may
    },
  }
}
