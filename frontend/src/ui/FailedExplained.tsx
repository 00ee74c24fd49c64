import { refusalOf } from '../chain/refusal.ts'
import type { FailedProps } from './Failed.tsx'
import { Refusal } from './Notice.tsx'

/** What anybody answered, contracts included, in words. */
export const FailedExplained = ({ error, children }: FailedProps) => (
  <Refusal refusal={refusalOf(error)}>{children}</Refusal>
)
