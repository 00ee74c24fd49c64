/** Items in one question to the network: one that nodes answer, and that is quick to read. */
export const PIECE = 128
/** Questions that are under way at once. */
const LANES = 4

/** Asks of many in pieces, some at once; the answers come in the order of the items. */
export async function inPieces<Item, Told>(
  items: readonly Item[],
  ask: (piece: readonly Item[]) => Promise<readonly Told[]>,
  onAnswered?: (items: number) => void,
): Promise<Told[]> {
  const starts = Array.from({ length: Math.ceil(items.length / PIECE) }, (_, at) => at * PIECE)
  const answers: (readonly Told[])[] = []
  const ahead = starts.entries()
  let answered = 0
  const lane = async () => {
    for (const [at, start] of ahead) {
      const piece = items.slice(start, start + PIECE)
      answers[at] = await ask(piece)
      answered += piece.length
      onAnswered?.(answered)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return answers.flat()
}
