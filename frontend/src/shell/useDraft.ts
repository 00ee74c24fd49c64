import { useEffect, useRef } from 'react'
import type { Drafted } from './draft.ts'

const same = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner))

/** Tells the page what a form has come to, whenever that changes. */
export function useDraft(draft: Drafted | null, onDraft: (draft: Drafted | null) => void) {
  const told = useRef<string | undefined>(undefined)
  useEffect(() => {
    const now = same(draft)
    if (told.current === now) return
    told.current = now
    onDraft(draft)
  })
  useEffect(
    () => () => {
      told.current = undefined
      onDraft(null)
    },
    [onDraft],
  )
}
