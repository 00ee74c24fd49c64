// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Gives chores their turn: one that is refused waits twice as long each time, and those that were
 * refused least come first, so that no number of them starves the rest. Pure but for the clock.
 */
const SHORTEST_MS = 60_000
const LONGEST_MS = 86_400_000
/** A chore that was done is not tried again before the chain can show it. */
const DONE_MS = 10_000
/** Names that are remembered; strangers can make work, and with it names. */
const MOST = 50_000

interface Turn {
  readonly refusals: number
  readonly until: number
}

export function openTurns(clock: () => number = Date.now) {
  const turns = new Map<string, Turn>()

  const set = (name: string, turn: Turn): void => {
    turns.delete(name)
    turns.set(name, turn)
    const oldest = turns.size > MOST ? turns.keys().next().value : undefined
    if (oldest !== undefined) turns.delete(oldest)
  }
  const refusalsOf = (name: string): number => turns.get(name)?.refusals ?? 0

  return {
    done: (name: string): void => set(name, { refusals: 0, until: clock() + DONE_MS }),

    refused(name: string): void {
      const before = refusalsOf(name)
      const wait = Math.min(SHORTEST_MS * 2 ** Math.min(before, 20), LONGEST_MS)
      set(name, { refusals: before + 1, until: clock() + wait })
    },

    /** Those that may be tried now: the first of each kind, then the second, the least refused first. */
    order<T extends { readonly name: string }>(kinds: readonly (readonly T[])[]): readonly T[] {
      const now = clock()
      const mayNow = kinds.map((tasks) =>
        tasks.filter(({ name }) => (turns.get(name)?.until ?? 0) <= now),
      )
      const longest = Math.max(0, ...mayNow.map(({ length }) => length))
      return Array.from({ length: longest }, (_, i) =>
        mayNow.flatMap((list) => list.slice(i, i + 1)),
      )
        .flat()
        .toSorted((a, b) => refusalsOf(a.name) - refusalsOf(b.name))
    },
  }
}
