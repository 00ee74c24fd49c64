import type { CardProps } from '../../shell/feature.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { percent } from '../../words/format.ts'

const words = cooperative.coopPage

/** How voting power is divided among the groups of members. */
export function WhoDecides({ coop }: CardProps) {
  const rule = coop.rules.ORDINARY
  const byShare = rule?.count === 'CLASS_SHARE'
  const all = coop.classes.reduce((sum, one) => sum + one.members, 0)
  return (
    <Card title={words.who}>
      <p className="m-0 text-soft">{byShare ? words.oneVote : words.byHeads}</p>
      <div>
        {coop.classes.map((one) => {
          const share = byShare
            ? one.share
            : all === 0
              ? 0
              : Math.round((one.members / all) * 10_000)
          const capped = !one.user && rule && rule.nonUserCapBps < share
          return (
            <div
              key={one.index}
              className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-3 first:border-0 sm:grid-cols-[150px_1fr_150px]"
            >
              <b>
                <Foreign lang={coop.language}>{one.name}</Foreign>
              </b>
              <Bar parts={[{ share: share / 10_000, tone: 'accent' }]} />
              <span className="num text-[0.94rem]">
                {words.members({ count: one.members })}
                <span className="block text-sm text-soft">
                  {capped
                    ? words.most({ share: percent(rule.nonUserCapBps, 1) })
                    : words.control({ share: percent(share, 1) })}
                </span>
              </span>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
