import { CHAPTER_STATES, type ChapterState } from '@phyle/sdk/chapters/statutes/enums'
import { type Deployments, knownChapter } from '@phyle/sdk/deployments'
import { iChapterAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { type Address, keccak256 } from 'viem'
import { useConfig } from 'wagmi'
import { getBytecode, readContract } from 'wagmi/actions'
import { readStatutesChapterStateOf } from '../generated/contracts.ts'

/** What a chapter is to a co-op now; undefined while that is not known. */
export function useChapterState(statutes: Address, chapter: Address | undefined) {
  const config = useConfig()
  const { data } = useQuery({
    queryKey: ['chapter', statutes, chapter],
    enabled: chapter !== undefined,
    queryFn: async (): Promise<ChapterState> => {
      if (!chapter) throw new Error('not enabled')
      const at = await readStatutesChapterStateOf(config, { address: statutes, args: [chapter] })
      return CHAPTER_STATES[at] ?? 'none'
    },
  })
  return data
}

/** What a chapter calls itself; null where it says nothing. */
export function useChapterName(chapter: Address | null) {
  const config = useConfig()
  return useQuery({
    queryKey: ['chapterName', chapter],
    enabled: chapter !== null,
    queryFn: async () => {
      if (!chapter) throw new Error('not enabled')
      const read = { address: chapter, abi: iChapterAbi, functionName: 'chapterName' } as const
      return readContract(config, read).catch(() => null)
    },
  }).data
}

/** Whether the page was set up with a contract: by its address and by the code that is there now. */
type Acquaintance =
  | { readonly is: 'known'; readonly name: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'none' }

export function useAcquaintance(chapter: Address, deployments: Deployments | null) {
  const config = useConfig()
  return useQuery({
    queryKey: ['acquaintance', chapter, deployments?.chainId],
    queryFn: async (): Promise<Acquaintance> => {
      const code = await getBytecode(config, { address: chapter })
      if (!code) return { is: 'none' }
      const name = deployments && knownChapter(deployments, chapter, keccak256(code))
      return name ? { is: 'known', name } : { is: 'unknown' }
    },
  })
}
