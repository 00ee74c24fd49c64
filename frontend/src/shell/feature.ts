import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import type { Address } from 'viem'
import type { FormProps } from './draft.ts'
import type { Saying } from './saying.ts'

/** Where something stands beside what other features bring: the lower number first. */
interface Placed {
  readonly order: number
}

/** A line in the menu. */
export interface MenuEntry extends Placed {
  readonly to: string
  /** Its message in the reader's language. */
  readonly name: () => string
  /** Whether it stands for this page alone, and not for those below it. */
  readonly exact?: true
  /** Only in the menu, not in the line at the top of every page. */
  readonly more?: true
}

/** Something that a co-op can propose, and the form in which its details are written. */
export interface ProposalForm extends Placed {
  /** As links choose it, and as drafts are kept. */
  readonly name: string
  readonly words: { readonly name: string; readonly help: string }
  readonly Form: ComponentType<FormProps>
  /** Whether it is offered to this co-op; to all where nothing is said. A link opens it anyway. */
  readonly isFor?: (coop: CoopDetail) => boolean
}

export interface CardProps {
  readonly coop: CoopDetail
}

/** A part of a co-op's page. */
export interface CoopCard extends Placed {
  readonly name: string
  /** Beside the others where there is room. */
  readonly side?: true
  readonly Card: ComponentType<CardProps>
}

/** Who reads what needs them, and when that is by the chain. */
export interface Needing {
  readonly address: Address
  readonly now: number
}

/** Whether something waits: it is being asked, or nobody answers. */
export type Waits = 'yes' | 'no' | 'asked' | 'unknown'

/** What is known of something that may wait for a reader. */
export interface Waiting {
  readonly waits: Waits
  /** Its cards, and why it is not known where that is so. `nothing`: nothing of any feature waits. */
  readonly show: (nothing: boolean) => ReactNode
}

/** Something that may wait for a reader who is signed in. */
export interface Need extends Placed {
  readonly name: string
  readonly useWaiting: (of: Needing) => Waiting
}

/** What is fetched when somebody comes to a page that shows it. */
export interface Parts {
  readonly forms: ProposalForm
  readonly cards: CoopCard
  readonly needs: Need
  readonly says: Saying
}

export type Part = keyof Parts

/** What a feature brings to the app. It is loaded with the first page, so parts come later. */
export type Feature = {
  readonly routes: readonly AnyRoute[]
  readonly menu?: readonly MenuEntry[]
} & {
  readonly [P in Part]?: () => Promise<{ readonly [Name in P]: readonly Parts[P][] }>
}
