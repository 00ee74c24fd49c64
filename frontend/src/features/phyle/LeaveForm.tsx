import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useConfig } from 'wagmi'
import { useDepart } from '../../acts/phyle.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import {
  encodePhyleGiveNotice,
  readMembershipIsMember,
  readPhyleCoopOf,
} from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { date, duration } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = words.leave

/**
 * A co-op gives notice to its federation; once that is over, anybody lets it go.
 *
 * @rule P3, P5, P6, PHY-4, PHY-9, PHY-10 Make a proposal: leave the federation
 */
export function LeaveForm({ coop, onDraft }: FormProps) {
  const house = useHouse()
  const root = useRoot()
  const now = useChainNow()
  const federation = useIndex('/api/federations/:phyle', house ? { phyle: house.phyle } : null)
  const config = useConfig()
  const state = useQuery({
    queryKey: ['leaving', house?.phyle, root?.membership, coop.coop],
    enabled: house !== null && root !== null,
    queryFn: () => {
      if (!house || !root) throw new Error('not enabled')
      const args = [coop.coop] as const
      return Promise.all([
        readPhyleCoopOf(config, { address: house.phyle, args }),
        readMembershipIsMember(config, { address: root.membership, args }),
      ])
    },
  })
  const [[entered, leaves], onRoll] = state.data ?? [[0, 0], false]
  const name = federation.data?.data.name
  const notice = federation.data?.data.noticePeriod ?? 0
  const over = leaves !== 0 && now !== undefined && leaves <= now
  const step = !onRoll || entered === 0 ? null : leaves === 0 ? 'notice' : over ? 'go' : 'wait'

  useDraft(
    house && name !== undefined && step === 'notice'
      ? {
          title: write(coop, () => text.title({ federation: name })),
          actions: [{ target: house.phyle, value: 0n, data: encodePhyleGiveNotice([]) }],
          documents: [],
        }
      : null,
    onDraft,
  )

  if (coop.rootOf !== null) return <Notice>{text.isRoot}</Notice>
  if (!house) return <Notice>{text.notIn}</Notice>
  return (
    <Loaded query={state}>
      {() => {
        if (step === null) return <Notice>{text.notIn}</Notice>
        if (step === 'wait')
          return <Notice>{text.given({ when: date(leaves, 'day', now) })}</Notice>
        if (step === 'go') return <Going coop={coop.coop} />
        return (
          <>
            <p className="m-0 font-semibold">{text.what({ federation: name ?? '' })}</p>
            <ul className="m-0 flex max-w-[68ch] list-disc flex-col gap-2 pl-5">
              {[
                text.points.notice({ notice: duration(notice) }),
                text.points.people,
                text.points.machines,
                text.points.works,
                text.points.voice,
                text.points.good,
              ].map((point) => (
                <li key={point}>
                  <Rich text={point} />
                </li>
              ))}
            </ul>
            <Used coop={coop} />
          </>
        )
      }}
    </Loaded>
  )
}

/** The notice is over: anybody lets the co-op go. */
function Going({ coop }: { coop: CoopDetail['coop'] }) {
  const house = useHouse()
  const depart = useDepart()
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="m-0">{text.over}</p>
      <Button
        disabled={depart.busy || !house}
        onClick={() => house && void depart.run({ house, coop })}
      >
        {text.depart}
      </Button>
      <Progress state={depart.state} done={() => text.departed} />
    </div>
  )
}

/** The machines that stay behind, one by one. */
function Used({ coop }: { coop: CoopDetail }) {
  const { data } = useIndex('/api/machines', {}, { coop: coop.coop })
  if (!data) return null
  return (
    <div className="flex flex-col gap-1">
      <p className="m-0">{text.machines({ count: data.data.length })}</p>
      {data.data.length > 0 && (
        <ul className="m-0 list-disc pl-5">
          {data.data.map((machine) => (
            <li key={machine.id}>
              <Link
                to="/commons/machines/$phyle/$id"
                params={{ phyle: machine.phyle, id: machine.id }}
                className="link"
              >
                {machine.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
