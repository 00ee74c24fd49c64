import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface Step {
  readonly name: ReactNode
  readonly what?: ReactNode
  readonly state: 'over' | 'now' | 'later'
}

/** What is over, what runs, what comes. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol aria-label={label} className="m-0 flex list-none flex-col gap-0.5 p-0 text-[0.88rem]">
      {steps.map((step, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one life keep their order
          key={at}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className={cx(
            'border-l-4 py-1 pl-3.5',
            step.state === 'later' ? 'border-line text-soft' : 'border-ink',
            step.state === 'now' && 'border-accent',
          )}
        >
          <b className="block">
            {step.state === 'over' && <span aria-hidden="true">✓ </span>}
            {step.name}
          </b>
          {step.what}
        </li>
      ))}
    </ol>
  )
}
