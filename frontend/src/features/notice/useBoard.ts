import type { Address } from 'viem'
import { useChapterState } from '../../chain/chapters.ts'
import { useEnv } from '../../chain/settings.tsx'

/** Where notices are posted here, and whether these statutes let the co-op post there. */
export function useBoard(statutes: Address) {
  const board = useEnv().deployments?.implementations.NoticeBoard?.address
  return { board, state: useChapterState(statutes, board) }
}
