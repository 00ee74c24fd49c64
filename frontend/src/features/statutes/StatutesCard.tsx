import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { statutes as words } from '../../words/en/statutes.ts'
import { duration } from '../../words/format.ts'
import { RuleList } from './RuleList.tsx'

/**
 * The rules in force, said as sentences.
 *
 * @rule G2, G7, STA-4 Co-op: its rules in words
 */
export function StatutesCard({ coop }: { coop: CoopDetail }) {
  return (
    <Card id="rules" title={words.title}>
      <RuleList of={coop.rules} />
      <ul className="m-0 flex list-disc flex-col gap-1.5 pl-5">
        <li>
          <Explained text={words.lock[coop.lock]} terms={['lock']} />
        </li>
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
