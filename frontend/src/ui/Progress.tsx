import type { ReactNode } from 'react'
import type { ActState } from '../acts/act.ts'
import { acts } from '../words/acts/words.ts'
import { shell } from '../words/shell/words.ts'
import { Button } from './Button.tsx'
import { Named } from './Named.tsx'
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
  return (
    <>
      <div aria-live="polite" className="empty:hidden">
        <Moving state={state} words={words} />
        {state.step === 'done' && (
          <div className="flex gap-2 rounded-xl bg-wash px-[18px] py-4 text-[0.94rem]">
            <span aria-hidden="true">✓ </span>
            <div className="min-w-0">{done ? done(state.result) : shell.act.done}</div>
          </div>
        )}
      </div>
      {state.step === 'unseen' && (
        <Refusal refusal={{ ...acts.unseen, ...(state.hash !== null && { details: state.hash }) }}>
          {state.said && (
            <p className="m-0">
              {acts.walletSaid} <Named text={state.said} />
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button onClick={state.lookAgain}>{acts.lookAgain}</Button>
            <Button onClick={state.giveUp}>{acts.giveUp}</Button>
          </div>
        </Refusal>
      )}
      {state.step === 'refused' && <Refusal refusal={state.refusal}>{refused}</Refusal>}
      {(state.step === 'failed' || state.step === 'replaced') && (
        <Refusal refusal={state.refusal} />
      )}
    </>
  )
}

function Moving<Result>({
  state,
  words,
}: {
  state: ActState<Result>
  words?: Partial<Record<string, string>>
}) {
  switch (state.step) {
    case 'preparing':
    case 'signing':
    case 'sending':
    case 'confirming':
      return <Step says={words?.[state.step] ?? shell.act[state.step]} />
    case 'unknown':
      return (
        <Step says={state.hash === null ? acts.looking : acts.silent}>
          {state.hash !== null && (
            <span className="mt-1 block text-soft">
              {acts.hash} <span className="break-all font-mono text-[0.8rem]">{state.hash}</span>
            </span>
          )}
        </Step>
      )
    default:
      return null
  }
}

function Step({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 text-[0.94rem]">
      <span
        aria-hidden="true"
        className="mt-0.5 size-4 shrink-0 animate-spin rounded-full border-2 border-line border-t-accent"
      />
      <p className="m-0 min-w-0">
        {says}
        {children}
      </p>
    </div>
  )
}
