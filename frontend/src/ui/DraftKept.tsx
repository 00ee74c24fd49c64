import { useState } from 'react'
import { date } from '../words/format.ts'
import { shell } from '../words/shell/words.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { forgetKept, keptFrom } from './useKept.ts'

interface DraftKeptProps {
  /** What the keys of the draft begin with. */
  keep: string
  /** Called once it is thrown away. */
  onThrown: () => void
}

/** Says that what stands in a form was kept from an earlier visit, and offers to throw it away. */
export function DraftKept({ keep, onThrown }: DraftKeptProps) {
  const [from] = useState(() => keptFrom(keep))
  if (from === null) return null
  return (
    <Notice tone="quiet">
      <span className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        {shell.draft.from({ when: date(from, 'time') })}
        <Button
          onClick={() => {
            forgetKept(keep)
            onThrown()
          }}
        >
          {shell.draft.throw}
        </Button>
      </span>
    </Notice>
  )
}
