import type { Act } from '@phyle/sdk/actions'
import type { OfferedTerms as Terms } from '@phyle/sdk/chapters/commons/model'
import { useOffered } from '../../chain/works.ts'
import { Card } from '../../ui/Card.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { offering } from '../../words/offering/words.ts'
import { PriceTable } from './PriceTable.tsx'
import { PublicLicence } from './PublicLicence.tsx'
import { TermsSentences } from './Terms.tsx'

/**
 * The terms that a decision offers, as firms will read them.
 *
 * @rule OFF-4, OFF-5 Decision: terms of a work
 */
export function TermsCheck({ acts }: { acts: readonly Act[] }) {
  return acts.map((act) =>
    act.act === 'offerTerms' ? (
      <OfferedTerms key={`${act.family}`} family={act.family} terms={act.terms} />
    ) : null,
  )
}

/** Terms of a work before they apply: what its licence allows, the prices, and the rest in sentences. */
export function OfferedTerms({ family, terms }: { family: bigint; terms: Terms }) {
  const offered = useOffered(family)
  return (
    <Loaded query={offered}>
      {({ title, licence, right, parents, changeDate }) => (
        <Card title={offering.decision.title({ work: title })}>
          <PublicLicence licence={licence} right={right} offered />
          <PriceTable terms={terms} />
          <TermsSentences
            terms={terms}
            parents={parents.length}
            changeDate={terms.changeDate || changeDate}
          />
        </Card>
      )}
    </Loaded>
  )
}
