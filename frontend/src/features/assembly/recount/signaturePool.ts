import type { isSigned, Paper } from '@phyle/sdk/ballot'

export type Signed = Parameters<typeof isSigned>[1]

/** One that checks signatures, a piece at a time, and answers in their order. */
export interface Lane {
  check(paper: Paper, ballots: readonly Signed[]): Promise<readonly boolean[]>
  close(): void
}

/** Ballots that one lane is given at a time. */
export const PIECE = 200

interface Waiting {
  readonly paper: Paper
  readonly ballot: Signed
  readonly resolve: (holds: boolean) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gives what it is asked in pieces to whichever lane is free. A lane that fails is not asked again;
 * `last` does its piece, and everything once no other is left. `onChecked` is told how many of all
 * that were asked are done.
 */
export function signaturePool(
  lanes: readonly Lane[],
  last: Lane,
  onChecked: (done: number, all: number) => void,
) {
  const waiting: Waiting[] = []
  const free = lanes.length > 0 ? [...lanes] : [last]
  let working = free.length
  let asked = 0
  let done = 0
  let isPlanned = false

  async function checkPiece(lane: Lane, piece: readonly Waiting[], paper: Paper) {
    const ballots = piece.map(({ ballot }) => ballot)
    try {
      const answers = await lane.check(paper, ballots)
      if (answers.length !== piece.length) throw new Error('a lane left ballots out')
      for (const [at, one] of piece.entries()) one.resolve(answers[at] === true)
      free.push(lane)
    } catch (error) {
      if (lane === last) {
        for (const one of piece) one.reject(error)
        free.push(lane)
      } else {
        lane.close()
        waiting.unshift(...piece)
        working -= 1
        if (working === 0) {
          working = 1
          free.push(last)
        }
        return
      }
    }
    done += piece.length
    onChecked(done, asked)
  }

  function give() {
    isPlanned = false
    while (waiting.length > 0) {
      const lane = free.shift()
      const [first] = waiting
      if (!lane || !first) return
      const other = waiting.findIndex(({ paper }) => paper !== first.paper)
      const most = Math.min(PIECE, other === -1 ? waiting.length : other)
      void checkPiece(lane, waiting.splice(0, most), first.paper).then(give)
    }
  }

  return {
    isSigned: (paper: Paper, ballot: Signed): Promise<boolean> =>
      new Promise((resolve, reject) => {
        waiting.push({ paper, ballot, resolve, reject })
        asked += 1
        if (isPlanned) return
        isPlanned = true
        setTimeout(give)
      }),
    close() {
      for (const lane of lanes) lane.close()
    },
  }
}
