import type { Charter } from '@phyle/sdk/charter'
import type { FoundingDraft } from './draft.ts'

/** What each card of the page works on. */
export interface CardProps {
  readonly draft: FoundingDraft
  readonly model: Charter
  readonly charter: Charter
  readonly set: (some: Partial<FoundingDraft>) => void
  /** What is wrong at a place, once somebody has tried to go on. */
  readonly problem: (place: string) => string | undefined
}
