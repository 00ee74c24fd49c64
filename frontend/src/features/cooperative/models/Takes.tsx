import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Charter } from '@phyle/sdk/charter'
import { evenly, whatItTakes } from '@phyle/sdk/what-it-takes'
import { useMemo } from 'react'
import { capital } from '../../../words/capital.ts'
import { list, number } from '../../../words/format.ts'
import { kinds } from '../../../words/kinds/words.ts'
import { models } from '../../../words/models/words.ts'

const words = models.takes

/** The size of the co-op by which models are compared. */
export const PEOPLE = 12

/** What a kind of decision takes among so few, as sentences. */
export function useTakes(charter: Charter, kind: Kind): readonly string[] {
  const takes = useMemo(() => whatItTakes(charter, kind, PEOPLE), [charter, kind])
  if (takes === null) return [words.none]
  const { alone, against, carriedBy, stoppedBy, objections } = takes
  const groups = (names: readonly string[]) => ({ count: names.length, groups: list(names) })
  const byGroup =
    charter.classes.length === 1
      ? []
      : [
          carriedBy.length === 0 ? words.carriedByNone : words.carriedBy(groups(carriedBy)),
          stoppedBy.length === 0 ? words.stoppedByNone : words.stoppedBy(groups(stoppedBy)),
        ]
  return [
    alone === null ? words.never : words.alone({ count: alone }),
    against === null
      ? words.never
      : against === PEOPLE
        ? words.everybody
        : words.against({ count: number(against) }),
    ...byGroup,
    ...(objections === null ? [] : [words.objections({ count: objections })]),
  ]
}

export function Takes({ charter, kind }: { charter: Charter; kind: Kind }) {
  return (
    <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
      {useTakes(charter, kind).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** How the people are spread over the groups, and what each kind of decision takes then. */
export function AllTakes({ charter }: { charter: Charter }) {
  const sizes = evenly(charter.classes, PEOPLE)
  const groups = charter.classes.map(({ name }, i) =>
    models.some({ count: number(sizes[i] ?? 0), group: name }),
  )
  return (
    <div className="flex flex-col gap-4">
      {groups.length > 1 && (
        <p className="m-0 text-soft">{models.spread({ groups: list(groups) })}</p>
      )}
      {KINDS.map((kind) => (
        <section key={kind} className="flex flex-col gap-1.5">
          <h3>{capital(kinds[kind].decision)}</h3>
          <Takes charter={charter} kind={kind} />
        </section>
      ))}
    </div>
  )
}
