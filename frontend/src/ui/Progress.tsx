import type { ReactNode } from 'react'
import type { ActState } from '../acts/act.ts'
import { shell } from '../words/en/shell.ts'
import { Refusal } from './Notice.tsx'

/** How an act is going, spoken as it changes; a refusal says what to do instead. */
export function Progress<Result>({
  state,
  words,
  done,
  refused,
}: {
  state: ActState<Result>
  /** Other words for a step than the usual ones. */
  words?: Partial<Record<'preparing' | 'signing' | 'sending' | 'confirming', string>>
  done?: (result: Result) => ReactNode
  refused?: ReactNode
}) {
  const moving =
    state.step === 'idle' || state.step === 'done' || state.step === 'refused' ? null : state.step
  return (
    <>
      <div aria-live="polite" className="empty:hidden">
        {moving !== null && (
          <p className="m-0 flex items-center gap-2.5 text-[0.94rem]">
            <span
              aria-hidden="true"
              className="size-4 shrink-0 animate-spin rounded-full border-2 border-line border-t-accent"
            />
            {words?.[moving] ?? shell.act[moving]}
          </p>
        )}
        {state.step === 'done' && (
          <div className="flex gap-2 rounded-xl bg-wash px-[18px] py-4 text-[0.94rem]">
            <span aria-hidden="true">✓ </span>
            <div className="min-w-0">{done ? done(state.result) : shell.act.done}</div>
          </div>
        )}
      </div>
      {state.step === 'refused' && <Refusal refusal={state.refusal}>{refused}</Refusal>}
    </>
  )
}
