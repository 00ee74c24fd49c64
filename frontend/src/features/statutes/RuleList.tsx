import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Rule } from '@phyle/sdk/rule'
import type { ReactNode } from 'react'
import { capital } from '../../words/capital.ts'
import { kinds } from '../../words/kinds/words.ts'
import { rules } from '../../words/rules/say.ts'
import { statutes as words } from '../../words/statutes/words.ts'

interface RuleListProps {
  of: Readonly<Record<Kind, Rule | null>>
  /** What is put under a rule. */
  children?: (kind: Kind) => ReactNode
}

/** The rule of each kind of decision as sentences. */
export function RuleList({ of, children }: RuleListProps) {
  return (
    <div className="flex flex-col">
      {KINDS.map((kind) => {
        const rule = of[kind]
        return (
          <div
            key={kind}
            className="flex flex-col gap-1 border-t border-line py-3.5 first:border-0 first:pt-0"
          >
            <h3>{capital(kinds[kind].decision)}</h3>
            <p className="m-0 text-sm text-soft">{kinds[kind].what}</p>
            {rule === null ? (
              <p className="m-0">{words.none}</p>
            ) : (
              <p className="m-0">
                {rules.needs(rule)} {rules.quorum(rule)} {rules.cap(rule)}{' '}
                {words.takes({ periods: rules.periods(rule) })}
              </p>
            )}
            {children?.(kind)}
          </div>
        )
      })}
    </div>
  )
}
