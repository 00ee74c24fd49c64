// SPDX-License-Identifier: AGPL-3.0-or-later
const { stdout } = process

export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>

/**
 * Makes what does a step and says so in one line, with what it took.
 * @param live whether a line may be written over
 */
export const teller =
  (say: (text: string) => void, live: boolean): Step =>
  async (title, work) => {
    const begun = Date.now()
    const over = live ? '\r' : ''
    if (live) say(`… ${title}`)
    try {
      const result = await work()
      say(`${over}✔ ${title} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`)
      return result
    } catch (error) {
      say(`${over}✘ ${title}\n`)
      throw error
    }
  }

/** On the screen of whoever started this. */
export const step: Step = teller((text) => stdout.write(text), stdout.isTTY)
