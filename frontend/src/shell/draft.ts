import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { DocumentType } from '@phyle/sdk/relay-api'
import type { Address, Hex } from 'viem'

export interface DraftDocument {
  readonly text: string
  readonly type: DocumentType
}

/** The draft that a form makes; null while something is missing. */
export interface Drafted {
  readonly title: string
  readonly actions: readonly {
    readonly target: Address
    readonly value: bigint
    readonly data: Hex
  }[]
  readonly documents: readonly DraftDocument[]
  /** The text of the form that belongs to the description, before the reasons. */
  readonly body?: string
  /** The title is a part of what is done: it is not changed any more. */
  readonly titleCounts?: true
  /** What it needs at least, where the contract asks for more than the statutes tell. */
  readonly least?: Kind
  /** Why it needs more than an everyday decision, where people would not expect that. */
  readonly raised?: string
}

export interface FormProps {
  coop: CoopDetail
  onDraft: (draft: Drafted | null) => void
  /** Under which name the form keeps what was typed, see useKept. */
  keep: string
  /** Whom the link that opened the form is about. */
  who?: string | undefined
  /** Which machine the link that opened the form is about. */
  machine?: string | undefined
}
