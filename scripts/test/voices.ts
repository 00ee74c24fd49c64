// SPDX-License-Identifier: AGPL-3.0-or-later
/** Several programs that print at the same time, read one after another. */

export type Say = (text: string) => void

interface Voice {
  waiting: string
  isOver: boolean
}

/**
 * Gives out voices. The oldest that is not over is heard as it speaks; what the others say is kept
 * until their turn comes, so that nothing is mixed and nothing is lost.
 */
export function voices(write: Say) {
  const queue: Voice[] = []

  const hear = () => {
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      if (first.waiting !== '') write(first.waiting)
      first.waiting = ''
      if (!first.isOver) return
      queue.shift()
    }
  }

  return {
    begin() {
      const voice: Voice = { waiting: '', isOver: false }
      queue.push(voice)
      return {
        say(text: string) {
          voice.waiting += text
          hear()
        },
        end() {
          voice.isOver = true
          hear()
        },
      }
    },
  }
}
