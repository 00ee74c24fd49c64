import type { Paging } from '@phyle/sdk/answer'
import { find } from '../words/find/words.ts'
import { Button } from './Button.tsx'

interface TurnProps {
  page: Paging | undefined
  /** Called with the cursor of the page that is wanted; empty for the first. */
  onTurn: (cursor: string) => void
}

/** The ways to the pages before and after, inside a card; nothing where the list is whole. */
export function Turn({ page, onTurn }: TurnProps) {
  if (!page || (page.next === null && page.previous === null)) return null
  const { previous, next } = page
  return (
    <div className="flex flex-wrap justify-between gap-3 print:hidden">
      {previous !== null && <Button onClick={() => onTurn(previous)}>{find.newer}</Button>}
      {next !== null && <Button onClick={() => onTurn(next)}>{find.older}</Button>}
    </div>
  )
}
