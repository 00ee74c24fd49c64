import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { detailsOf, plainRefusal } from '../chain/refused.ts'
import { withWords } from '../words/chapter.ts'
import { refusals } from '../words/refusals/words.ts'
import { Loading } from './Loading.tsx'
import { Refusal } from './Notice.tsx'

export interface FailedProps {
  error: unknown
  /** What can be done about it. */
  children?: ReactNode
}

const Unexplained = ({ error, children }: FailedProps) => (
  <Refusal refusal={{ ...refusals.unknown, details: detailsOf(error) }}>{children}</Refusal>
)

/** The words for all that contracts answer are many, and come when they are wanted. */
const Explained = lazy<ComponentType<FailedProps>>(() =>
  withWords(import('./FailedExplained.tsx')).then(
    ({ FailedExplained }) => ({ default: FailedExplained }),
    () => ({ default: Unexplained }),
  ),
)

/** Why something could not be shown, in words. */
export function Failed({ error, children }: FailedProps) {
  const plain = plainRefusal(error)
  if (plain !== null) return <Refusal refusal={plain}>{children}</Refusal>
  return (
    <Suspense fallback={<Loading />}>
      <Explained error={error}>{children}</Explained>
    </Suspense>
  )
}
