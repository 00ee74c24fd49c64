import { shell } from '../words/shell/words.ts'
import { Disclosure } from './Disclosure.tsx'
import { Table } from './Table.tsx'
import { useRoomy } from './useWide.ts'
import { When } from './When.tsx'

export interface Point {
  readonly at: number
  readonly value: number
  /** The value in words. */
  readonly says: string
}

interface CurveProps {
  label: string
  points: readonly Point[]
  /** The most it can become, drawn as a line. */
  most?: { readonly value: number; readonly says: string }
  heads: readonly [when: string, value: string]
}

const HEIGHT = 200

/** A value that grows by steps over time, with its table behind. */
export function Curve({ label, points, most, heads }: CurveProps) {
  const first = points[0]
  const last = points.at(-1)
  const width = useRoomy() ? 680 : 340
  if (!first || !last) return null
  const top = Math.max(most?.value ?? 0, ...points.map((point) => point.value), 1)
  const x = (at: number) => 4 + ((at - first.at) / Math.max(1, last.at - first.at)) * (width - 8)
  const y = (value: number) => HEIGHT - 6 - (value / top) * (HEIGHT - 34)
  const line = points
    .map((point, index) => {
      const before = points[index - 1]
      return before
        ? `L${x(point.at)} ${y(before.value)}L${x(point.at)} ${y(point.value)}`
        : `M${x(point.at)} ${y(point.value)}`
    })
    .join('')
  return (
    <figure className="m-0 flex flex-col gap-3">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className="w-full"
        role="img"
        aria-label={`${label}: ${last.says}${most ? ` / ${most.says}` : ''}`}
      >
        <path
          d={`${line}L${x(last.at)} ${HEIGHT - 6}L${x(first.at)} ${HEIGHT - 6}Z`}
          className="fill-wash"
        />
        <path d={line} className="fill-none stroke-accent" strokeWidth={3} strokeLinejoin="round" />
        {most !== undefined && (
          <>
            <line
              x1={4}
              x2={width - 4}
              y1={y(most.value)}
              y2={y(most.value)}
              className="stroke-ink"
              strokeWidth={2}
              strokeDasharray="2 5"
            />
            <text x={4} y={y(most.value) - 8} className="fill-soft text-[15px]">
              {most.says}
            </text>
          </>
        )}
      </svg>
      <figcaption className="flex justify-between text-sm text-soft">
        <When at={first.at} />
        <span className="font-semibold text-ink">{last.says}</span>
        <When at={last.at} />
      </figcaption>
      <Disclosure summary={shell.asTable}>
        <Table
          caption={label}
          hideCaption
          rows={points}
          keyOf={(point) => `${point.at}:${point.value}`}
          columns={[
            { name: heads[0], of: (point) => <When at={point.at} /> },
            { name: heads[1], of: (point) => point.says, right: true },
          ]}
        />
      </Disclosure>
    </figure>
  )
}
