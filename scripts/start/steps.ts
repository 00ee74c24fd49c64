// SPDX-License-Identifier: AGPL-3.0-or-later
const { stdout } = process

/** Does a step and says so in one line, with what it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  if (stdout.isTTY) stdout.write(`… ${title}`)
  try {
    const result = await work()
    stdout.write(
      `${stdout.isTTY ? '\r' : ''}✔ ${title} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
    )
    return result
  } catch (error) {
    stdout.write(`${stdout.isTTY ? '\r' : ''}✘ ${title}\n`)
    throw error
  }
}
