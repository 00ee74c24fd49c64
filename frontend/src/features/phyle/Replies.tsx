import type { Act } from '@phyle/sdk/actions'
import { type Address, type Hex, isAddressEqual } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { type Expulsion, useExpulsion, useReplies } from '../../chain/expulsions.ts'
import { useNameOf } from '../../chain/names.ts'
import { useDocument } from '../../chain/relay.ts'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { expulsion as words } from '../../words/expulsion/words.ts'
import { date, shortAddress } from '../../words/format.ts'

/** Whom a decision would expel. */
function accusedBy(act: Act): readonly Address[] {
  if (act.act !== 'house' || act.contract !== 'phyle' || act.name !== 'expel') return []
  const [coop] = act.args as readonly [Address, Hex]
  return [coop]
}

/**
 * What a co-op says that a decision would expel, and whether the decision is about its appeal.
 *
 * @rule PHY-15 Decision: what the co-op says that would be expelled
 */
export function AccusedSays({ acts }: { acts: readonly Act[] }) {
  const accused = acts.flatMap(accusedBy)
  return accused
    .filter((coop, at) => accused.findIndex((other) => isAddressEqual(other, coop)) === at)
    .map((coop) => <Says key={coop} coop={coop} />)
}

function Says({ coop }: { coop: Address }) {
  const who = useNameOf()(coop) ?? shortAddress(coop)
  const { data: decided } = useExpulsion(coop, useChainNow())
  return (
    <section className="flex flex-col gap-3" aria-label={words.says({ who })}>
      <h3 className="m-0">{words.says({ who })}</h3>
      {decided && <p className="m-0">{sayState(decided, who)}</p>}
      <Replies coop={coop} who={who} />
    </section>
  )
}

/** Where an expulsion stands, in a sentence. */
export function sayState({ state, from, appealedAt, until }: Expulsion, who: string): string {
  const say = words.state
  switch (state) {
    case 'runs':
      return say.runs({ who, when: date(from) })
    case 'due':
      return say.due({ who })
    case 'appealed':
      return say.appealed({ who, when: date(appealedAt), until: date(until) })
    case 'cleared':
      return say.cleared({ who })
  }
}

/** Everything that a co-op replied, as it said it. */
export function Replies({ coop, who }: { coop: Address; who: string }) {
  const { data, isError } = useReplies(coop)
  if (isError) return <Notice tone="quiet">{words.silent({ who })}</Notice>
  if (!data) return null
  if (data.length === 0) return <p className="m-0 text-soft">{words.none({ who })}</p>
  return data.map(({ is, document, time }) => (
    <Notice key={`${document}${time}`} tone="quiet">
      <p className="m-0 font-semibold">
        {is === 'appeal'
          ? words.asAppeal({ when: date(time) })
          : words.asReply({ when: date(time) })}
      </p>
      <Said digest={document} />
    </Notice>
  ))
}

/** A document that belongs to an expulsion. */
export function Said({ digest }: { digest: Hex }) {
  const { data, isLoading } = useDocument(digest)
  if (data) return <DocumentText content={data} />
  if (isLoading) return null
  return <p className="m-0 break-all">{words.missing({ digest })}</p>
}
