import type { Act } from '@phyle/sdk/actions'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, decodeFunctionData, getAddress, type Hex } from 'viem'
import { useAcquaintance } from '../../chain/chapters.ts'
import { useEnv } from '../../chain/settings.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { chapters } from '../../words/chapters/words.ts'

const words = chapters.check

/** The contracts that an act makes chapters of, or of whose chapters; none for any other act. */
function openedBy(act: Act): readonly Address[] {
  switch (act.act) {
    case 'openChapter':
      return [act.chapter]
    case 'joinFederation':
      return act.phyle === null ? [] : [act.phyle]
    case 'house': {
      if (act.contract === 'phyle' && (act.name === 'open' || act.name === 'replace')) {
        const [, chapter] = act.args as readonly [string, Address]
        return [chapter]
      }
      // What is put before the federation.
      if (act.contract !== 'assembly' || act.name !== 'propose') return []
      const [, , calls] = act.args as readonly [unknown, unknown, readonly Hex[]]
      return calls.flatMap(openedForAll)
    }
    default:
      return []
  }
}

function openedForAll(data: Hex): readonly Address[] {
  try {
    const call = decodeFunctionData({ abi: iPhyleAbi, data })
    return call.functionName === 'open' || call.functionName === 'replace' ? [call.args[1]] : []
  } catch {
    return []
  }
}

/**
 * Says of every contract that would be opened whether this site knows it, for proposer and voters.
 *
 * @rule STA-5, STA-7 Decision: which chapters it opens
 */
export function ChapterCheck({ acts }: { acts: readonly Act[] }) {
  const opened = acts.flatMap(openedBy)
  return [...new Set(opened.map((chapter) => getAddress(chapter)))].map((chapter) => (
    <Known key={chapter} chapter={chapter} />
  ))
}

function Known({ chapter }: { chapter: Address }) {
  const { data, isError } = useAcquaintance(chapter, useEnv().deployments)
  if (isError) return <Notice tone="danger">{words.unread({ address: chapter })}</Notice>
  if (!data) return null
  switch (data.is) {
    case 'known':
      return <Notice tone="quiet">{words.known({ name: data.name })}</Notice>
    case 'none':
      return <Notice tone="danger">{words.none({ address: chapter })}</Notice>
    case 'unknown':
      return (
        <Notice tone="danger">
          <b>{words.unknown({ address: chapter })}</b> {words.unknownWhy}
        </Notice>
      )
  }
}
