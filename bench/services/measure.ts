// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long a service takes to answer, asked on several lanes at once. */

/** What 95 of 100 answers may take at most, on a machine that does nothing else. */
export const MOST_MS = 50

/** Milliseconds from asking to the last byte, and bytes of the answer. */
export type Answered = { readonly ms: number; readonly bytes: number }

export type Measured = { readonly p50: number; readonly p95: number; readonly bytes: number }

async function ask(url: string): Promise<Answered> {
  const begun = performance.now()
  const answer = await fetch(url)
  const { byteLength: bytes } = await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return { ms: performance.now() - begun, bytes }
}

/** The value below which a share of the sorted values lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Asks so many times on so many lanes. */
export async function measure(
  url: string,
  { lanes, times }: { lanes: number; times: number },
): Promise<Measured> {
  let left = times
  const answers: Answered[] = []
  const lane = async () => {
    while (left > 0) {
      left -= 1
      answers.push(await ask(url))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    bytes: Math.max(...answers.map(({ bytes }) => bytes)),
  }
}
