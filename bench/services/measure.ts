// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long a service takes to answer, asked on several lanes at once. */

/** What 95 of 100 answers may take at most, on a machine that does nothing else. */
export const MOST_MS = 50

/** Milliseconds from asking to the last byte, and bytes of the answer. */
export type Asked = { readonly ms: number; readonly bytes: number }

export type Measured = {
  readonly p50: number
  readonly p95: number
  /** Of the largest answer. */
  readonly bytes: number
  readonly perSecond: number
}

async function ask(url: string): Promise<Asked> {
  const begun = performance.now()
  const answer = await fetch(url)
  const { byteLength: bytes } = await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return { ms: performance.now() - begun, bytes }
}

/** The value below which a share of the sorted values lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Asks the same so many times on so many lanes. */
export const measure = (
  url: string,
  { lanes, times }: { lanes: number; times: number },
): Promise<Measured> =>
  measureAll(
    Array.from({ length: times }, () => () => ask(url)),
    lanes,
  )

/** Asks all of these, on so many lanes. */
export async function measureAll(
  asks: readonly (() => Promise<Asked>)[],
  lanes: number,
): Promise<Measured> {
  const begun = performance.now()
  const left = asks.values()
  const answers: Asked[] = []
  // One iterator for all: each takes the next that nobody has.
  const lane = async () => {
    for (const next of left) answers.push(await next())
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - begun) / 1_000
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    bytes: Math.max(...answers.map(({ bytes }) => bytes)),
    perSecond: answers.length / seconds,
  }
}
