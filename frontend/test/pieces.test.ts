import { describe, expect, it } from 'vitest'
import { inPieces, PIECE } from '../src/chain/pieces.ts'

const items = Array.from({ length: 10_000 }, (_, at) => at)

describe('Many questions to the network', () => {
  it('are asked in pieces, a few at once, and answered in their order', async () => {
    const sizes: number[] = []
    let under = 0
    let most = 0
    const told: number[] = []
    const answers = await inPieces(
      items,
      async (piece) => {
        sizes.push(piece.length)
        under += 1
        most = Math.max(most, under)
        await Promise.resolve()
        under -= 1
        return piece.map((item) => item * 2)
      },
      (done) => told.push(done),
    )
    expect(answers).toEqual(items.map((item) => item * 2))
    expect(Math.max(...sizes)).toBe(PIECE)
    expect(PIECE).toBeLessThanOrEqual(500)
    expect(most).toBe(4)
    expect(told.at(-1)).toBe(items.length)
  })

  it('ask nothing about nobody, and fail as one of them does', async () => {
    expect(await inPieces([], () => Promise.reject(new Error('asked')))).toEqual([])
    await expect(inPieces(items, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
