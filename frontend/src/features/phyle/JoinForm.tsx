import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import {
  encodeMembershipApplyFor,
  readMembershipApplicationOf,
  readMembershipIsMember,
} from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { date } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { useWritten } from './useWritten.tsx'

const text = words.join
const DAY = 86_400
/** How long the federation has to answer, after the co-op's own vote; contracts allow 116 days. */
export const ANSWER = 90 * DAY

/** When an application ends that is made by a decision proposed now. */
function applicationEnd(now: number, rules: CoopDetail['rules']): number {
  const rule = rules.SPECIAL ?? rules.ENTRENCHED
  const vote = rule === null ? 0 : rule.noticePeriod + rule.votingPeriod + rule.timelock
  return now + vote + ANSWER
}

/** A co-op applies to a federation; the co-ops that are in it decide about it. */
export function JoinForm({ coop, onDraft, keep }: FormProps) {
  const now = useChainNow()
  const config = useConfig()
  const federations = useIndex('/api/federations', {})
  const offered = (federations.data?.data ?? []).filter(({ phyle }) => !coop.phyles.includes(phyle))
  const [chosen, setChosen] = useKeptChoice(`${keep}.federation`, undefined)
  const federation =
    offered.find(({ phyle }) => phyle === chosen) ?? (offered.length === 1 ? offered[0] : undefined)
  const root = useIndex('/api/coops/:coop', federation ? { coop: federation.root } : null)
  const membership = root.data?.data.membership
  const state = useQuery({
    queryKey: ['joining', membership, coop.coop],
    enabled: membership !== undefined,
    queryFn: async () => {
      if (!membership) throw new Error('not enabled')
      const at = { address: membership, args: [coop.coop] } as const
      const [isMember, [, , deadline]] = await Promise.all([
        readMembershipIsMember(config, at),
        readMembershipApplicationOf(config, at),
      ])
      return { isMember, until: Number(deadline) }
    },
  })
  const { written, field } = useWritten(`${keep}.about`, {
    label: text.about,
    help: text.aboutHelp,
    rows: 5,
  })
  const waits = now !== undefined && (state.data?.until ?? 0) > now
  const ready =
    federation !== undefined && membership !== undefined && now !== undefined && state.data
  const end = now === undefined ? 0 : applicationEnd(now, coop.rules)
  const mayApply = ready && !state.data.isMember && !waits && coop.rootOf === null

  useDraft(
    mayApply && written
      ? {
          title: write(coop, () => text.title({ federation: federation.name })),
          actions: [
            {
              target: membership,
              value: 0n,
              // A federation's own co-op has one group, of co-ops.
              data: encodeMembershipApplyFor([0, written.digest, BigInt(end - (end % DAY))]),
            },
          ],
          ...written.drafted,
        }
      : null,
    onDraft,
  )

  if (coop.rootOf !== null) return <Notice>{text.isRoot}</Notice>
  return (
    <Loaded query={federations}>
      {() => {
        if (offered.length === 0) {
          return <Notice>{coop.phyles.length > 0 ? text.isIn : text.none}</Notice>
        }
        return (
          <>
            <Choices
              legend={text.which}
              value={federation?.phyle ?? null}
              onChange={setChosen}
              choices={offered.map(({ phyle, name, coops, heads }) => ({
                value: phyle as string,
                label: name,
                help: text.size({ coops, people: heads }),
              }))}
            />
            {federation && state.data?.isMember && <Notice>{text.isIn}</Notice>}
            {federation && waits && (
              <Notice>{text.waits({ when: date(state.data?.until ?? 0, 'day', now) })}</Notice>
            )}
            {federation && (
              <>
                <p className="m-0 font-semibold">{text.what({ federation: federation.name })}</p>
                <ul className="m-0 flex max-w-[68ch] list-disc flex-col gap-2 pl-5">
                  {text.points.map((point) => (
                    <li key={point}>
                      <Rich text={point} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {coop.lock === 'NONE' && <Notice>{text.noLock}</Notice>}
            {field}
            {now !== undefined && (
              <p className="m-0 text-sm text-soft">{text.until({ when: date(end, 'day', now) })}</p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
