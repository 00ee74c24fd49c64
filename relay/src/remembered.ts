// SPDX-License-Identifier: AGPL-3.0-or-later
export interface Remembered<T> {
  (key: string, find: () => Promise<T>): Promise<T>
  forget(): void
}

/** Keeps what was found, not what failed; forgets the oldest beyond `most`. */
export function remembered<T>(most: number): Remembered<T> {
  const kept = new Map<string, Promise<T>>()
  const recall = (key: string, find: () => Promise<T>): Promise<T> => {
    const had = kept.get(key)
    if (had) return had
    const finding = find()
    kept.set(key, finding)
    finding.catch(() => kept.delete(key))
    const oldest = kept.size > most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return finding
  }
  return Object.assign(recall, { forget: () => kept.clear() })
}
