import type { ReactNode } from 'react'

/** One part of the app in one of its states. */
export interface Specimen {
  /** The file below `ui/` that it is of. */
  readonly part: string
  readonly state: string
  readonly shown: ReactNode
}
