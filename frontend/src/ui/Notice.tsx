import type { ReactNode } from 'react'
import type { Refusal as RefusalWords } from '../chain/refused.ts'
import { shell } from '../words/shell/words.ts'
import { cx } from './cx.ts'
import { Disclosure } from './Disclosure.tsx'
import { Named } from './Named.tsx'

/** Something to know before acting. */
export function Notice({
  tone = 'accent',
  children,
}: {
  tone?: 'accent' | 'danger' | 'quiet'
  children: ReactNode
}) {
  return (
    <div
      className={cx(
        'rounded-xl px-[18px] py-4 text-[0.94rem]',
        tone === 'accent' && 'bg-wash',
        tone === 'danger' && 'bg-brick-wash',
        tone === 'quiet' && 'border border-line',
      )}
    >
      {children}
    </div>
  )
}

/** Why something was not done, and what can be done now. */
export function Refusal({ refusal, children }: { refusal: RefusalWords; children?: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-xl bg-brick-wash px-[18px] py-4 text-[0.94rem]"
    >
      <p className="m-0">
        <b>
          <Named text={refusal.why} />
        </b>{' '}
        <Named text={refusal.now} />
      </p>
      {children}
      {refusal.details !== undefined && (
        <Disclosure summary={shell.details}>
          <p className="m-0 break-words font-mono text-[0.8rem]">{refusal.details}</p>
        </Disclosure>
      )}
    </div>
  )
}
