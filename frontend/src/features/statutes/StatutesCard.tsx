import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Person } from '../../ui/Person.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { wordFor } from '../../words/choose.ts'
import { duration } from '../../words/format.ts'
import { admissionWords } from '../../words/statutes/admission.ts'
import { statutes as words } from '../../words/statutes/words.ts'
import { RuleList } from './RuleList.tsx'

/**
 * The rules in force, said as sentences.
 *
 * @rule G2, G7, STA-4, STA-12 Co-op: its rules in words
 */
export function StatutesCard({ coop }: { coop: CoopDetail }) {
  return (
    <Card id="rules" title={words.title}>
      <RuleList of={coop.rules} />
      <ul className="m-0 flex list-disc flex-col gap-1.5 pl-5">
        <li>
          <Explained text={words.lock[coop.lock]} terms={['lock']} />
        </li>
        {coop.body !== null && (
          <li>
            {words.left.to} <Person address={coop.body} face={false} />
          </li>
        )}
        {coop.body === null && coop.lock !== 'NONE' && <li>{words.left.federation}</li>}
        <li>{words.third}</li>
        <li>
          {admissionWords(coop.admission, coop.sponsorsNeeded)} {words.limit}
        </li>
        <li>{words.leaving}</li>
        {coop.coolingPeriod > 0 && <li>{words.cooling({ time: duration(coop.coolingPeriod) })}</li>}
      </ul>
      {coop.amendments.length > 0 && (
        <Disclosure summary={words.amended({ count: coop.amendments.length })}>
          <Timeline
            label={words.amended({ count: coop.amendments.length })}
            entries={coop.amendments.map((one, at) => ({
              key: `${one.tx}:${at}`,
              at: one.time,
              what: wordFor(words.amendments, one.what) ?? one.what,
            }))}
          />
        </Disclosure>
      )}
    </Card>
  )
}
