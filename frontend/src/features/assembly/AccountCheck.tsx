import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { useHeld } from '../../chain/held.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { assembly } from '../../words/assembly/words.ts'
import { kinds } from '../../words/kinds/words.ts'
import { onlyPays, outflowsOf, prospectOf } from './outflow.ts'
import { placeOf, type Reader, sayAmount } from './readActions.ts'
import { useTried } from './useTried.ts'

const words = assembly.account

interface AccountCheckProps {
  proposal: ProposalDetail
  reader: Reader
}

/** What a decision takes from the account, what would be left, and whether it can be carried out. */
export function AccountCheck({ proposal, reader }: AccountCheckProps) {
  const { kind } = proposal
  const actions = proposal.actions.map(({ target, value, data }) => ({
    target,
    value: BigInt(value),
    data,
  }))
  const place = placeOf(reader)
  const outflows = outflowsOf(actions, place)
  const held = useHeld(
    reader.coop.coop,
    outflows.map(({ token }) => token),
  )
  // Other acts may wait for votes or times that are still to come.
  const tried = useTried(reader.coop, onlyPays(actions, place) ? actions : [], kind)
  const prospects = ((held.isError ? null : held.data) ?? []).flatMap((asset) => {
    const outflow = outflows.find(({ token }) => token === asset.token)
    return outflow ? [prospectOf(outflow, asset, kind)] : []
  })
  const say = (amount: bigint, token: (typeof outflows)[number]['token']) =>
    sayAmount(amount, token, reader)
  const faults = prospects.flatMap(
    ({ outflow, held: { token, balance }, missing, limit, overLimit }) => {
      if (missing > 0n)
        return [words.short({ have: say(balance, token), needed: say(outflow.leaves, token) })]
      if (overLimit && limit !== null)
        return [words.over({ takes: say(outflow.counted, token), limit: say(limit, token) })]
      return []
    },
  )
  // The network's own answer to a trial, where the account is not the reason.
  if (faults.length === 0 && tried) faults.push(`${tried.why} ${tried.now}`.trim())

  return (
    <>
      {held.isError && <Notice tone="danger">{words.unknown}</Notice>}
      {prospects.map(({ outflow: { token, leaves }, held: { balance }, left, limit }) => (
        <section
          key={token ?? 'coin'}
          aria-label={words.title}
          className="flex flex-col gap-2 rounded-xl border border-line px-[18px] py-4"
        >
          <Facts
            facts={[
              [words.holds, say(balance, token)],
              [words.takes, say(leaves, token)],
              [words.left, left === null ? words.notEnough : say(left, token)],
              limit !== null && [words.limit({ kind: kinds[kind].a }), say(limit, token)],
            ]}
          />
          <p className="m-0 text-sm text-soft">
            {limit === null ? words.noLimit : words.limitWhat}
          </p>
        </section>
      ))}
      {faults.length > 0 && (
        <Notice tone="danger">
          <b>{words.cannot}</b> {faults.join(' ')} {words.later}
        </Notice>
      )}
    </>
  )
}
