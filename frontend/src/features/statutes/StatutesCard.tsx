import type { CoopDetail } from '@phyle/sdk/index-api'
import { KINDS } from '@phyle/sdk/language'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { kinds, rules } from '../../words/en/rules.ts'
import { statutes as words } from '../../words/en/statutes.ts'
import { duration } from '../../words/format.ts'

/** The rules in force, said as sentences. */
export function StatutesCard({ coop }: { coop: CoopDetail }) {
  return (
    <Card id="rules" title={words.title}>
      <div className="flex flex-col">
        {KINDS.map((kind) => {
          const rule = coop.rules[kind]
          return (
            <div
              key={kind}
              className="flex flex-col gap-1 border-t border-line py-3.5 first:border-0 first:pt-0"
            >
              <h3>{words.decision(kinds[kind].decision)}</h3>
              <p className="m-0 text-sm text-soft">{kinds[kind].what}</p>
              {rule === null ? (
                <p className="m-0">{words.none}</p>
              ) : (
                <p className="m-0">
                  {rules.needs(rule)} {rules.quorum(rule)} {rules.cap(rule)} {rules.periods(rule)}
                </p>
              )}
            </div>
          )
        })}
      </div>
      <ul className="m-0 flex list-disc flex-col gap-1.5 pl-5">
        <li>{words.lock[coop.lock]}</li>
        <li>{words.third}</li>
        <li>
          {words.admission[coop.admission](coop.sponsorsNeeded)} {words.limit}
        </li>
        <li>{words.leaving}</li>
        {coop.coolingPeriod > 0 && <li>{words.cooling(duration(coop.coolingPeriod))}</li>}
      </ul>
      {coop.amendments.length > 0 && (
        <Disclosure summary={words.amended(coop.amendments.length)}>
          <Timeline
            label={words.amended(coop.amendments.length)}
            entries={coop.amendments.map((one, at) => ({
              key: `${one.tx}:${at}`,
              at: one.time,
              what: words.amendments[one.what] ?? one.what,
            }))}
          />
        </Disclosure>
      )}
    </Card>
  )
}
