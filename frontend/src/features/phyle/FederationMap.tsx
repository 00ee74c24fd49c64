import type { Machine } from '@phyle/sdk/chapters/commons/api'
import type { FederationCoop, FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { type FoundingWords, useAllFoundingWords } from '../../chain/charter.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { cx } from '../../ui/cx.ts'
import { useRoomy } from '../../ui/useWide.ts'
import { phyle } from '../../words/phyle/words.ts'

const words = phyle.federation
const SMALLEST = 11
const LARGEST = 25
const CENTRE = 52
const MACHINE = 8

interface Spot {
  readonly coop: FederationCoop
  readonly place: FoundingWords | undefined
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Whether its name stands below it. */
  readonly below: boolean
  readonly machines: readonly Machine[]
}

interface MapProps {
  federation: FederationDetail
  /** Those that are drawn. */
  members: readonly FederationCoop[]
}

/** The federation in the middle, its co-ops around it by country, and what they use together. */
export function FederationMap({ federation, members }: MapProps) {
  const roomy = useRoomy()
  const places = useAllFoundingWords(members.map(({ purpose }) => purpose))
  const machines = useIndex('/api/machines', {}, { phyle: federation.phyle })
  const used = machines.data?.data ?? []
  const width = roomy ? 700 : 370
  const height = roomy ? Math.max(420, members.length * 40) : Math.max(430, members.length * 66)
  const middle = { x: width / 2, y: height / 2 }
  const reach = { x: width / 2 - (roomy ? 90 : 58), y: middle.y - 66 }
  const most = Math.max(1, ...members.map((one) => one.members))
  const spots = members
    .map((coop, at) => ({ coop, place: places[at] }))
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
    .map(({ coop, place }, at): Spot => {
      const angle = (2 * Math.PI * (at + 0.5)) / members.length - Math.PI / 2
      return {
        coop,
        place,
        x: middle.x + reach.x * Math.cos(angle),
        y: middle.y + reach.y * Math.sin(angle),
        below: Math.sin(angle) > -0.1,
        radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(coop.members / most),
        machines: used.filter(({ user }) => user === coop.coop),
      }
    })
  return (
    <figure className="m-0 flex flex-col gap-2 rounded-[14px] border border-line bg-card p-3 sm:p-5">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links is a group */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="w-full"
        role="group"
        aria-label={words.map.label({ federation: federation.name })}
      >
        {spots.map(({ coop, x, y, machines }) => (
          <line
            key={coop.coop}
            x1={middle.x}
            y1={middle.y}
            x2={x}
            y2={y}
            strokeDasharray={coop.leaves === null ? undefined : '5 5'}
            className={machines.length > 0 ? 'stroke-indigo' : 'stroke-edge opacity-60'}
            strokeWidth={machines.length > 0 ? 2.5 : 1.5}
          />
        ))}
        <circle cx={middle.x} cy={middle.y} r={CENTRE} className="fill-green" />
        <Lines
          x={middle.x}
          y={middle.y}
          lines={inLines(federation.name)}
          className="fill-on-accent text-[13px] font-bold"
        />
        {spots.map((spot) => (
          <CoopSpot key={spot.coop.coop} spot={spot} />
        ))}
        {spots.flatMap((spot) =>
          spot.machines.map((machine, at) => (
            <MachineSpot key={machine.id} machine={machine} spot={spot} at={at} middle={middle} />
          )),
        )}
      </svg>
      <figcaption>
        <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-1 p-0 text-sm text-soft">
          <li>{words.map.size}</li>
          <li>
            <b aria-hidden="true" className="text-green">
              ✓
            </b>{' '}
            {words.map.passes}
          </li>
          {members.some(({ standing }) => !standing.good) && (
            <li>
              <b aria-hidden="true" className="text-brick">
                ✕
              </b>{' '}
              {words.map.fails}
            </li>
          )}
          {members.some(({ leaves }) => leaves !== null) && (
            <li>
              <span aria-hidden="true">┄</span> {words.map.leaving}
            </li>
          )}
          {[false, true].map(
            (done) =>
              used.some(({ redeemed }) => redeemed === done) && (
                <li key={`${done}`}>
                  <span
                    aria-hidden="true"
                    className={cx(
                      'inline-block size-3 border-2 border-indigo',
                      done ? 'bg-indigo' : 'bg-card',
                    )}
                  />{' '}
                  {done ? words.map.machineDone : words.map.machineIn}
                </li>
              ),
          )}
        </ul>
      </figcaption>
    </figure>
  )
}

const keyOf = ({ coop, place }: Pick<Spot, 'coop' | 'place'>) =>
  `${place?.country ?? '~'} ${place?.city ?? ''} ${coop.name}`

function CoopSpot({ spot }: { spot: Spot }) {
  const { coop, place, x, y, radius } = spot
  const about = useId()
  const { good } = coop.standing
  // Away from the middle, where the lines are.
  const label = spot.below ? y + radius + 17 : y - radius - (place?.city ? 26 : 10)
  const check = good ? words.map.passes : words.map.fails
  return (
    <Link
      to="/coops/$coop"
      params={{ coop: coop.coop }}
      className="map-link"
      aria-describedby={about}
    >
      <desc id={about}>
        {[place?.place ?? '', words.members({ count: coop.members }), check]
          .filter(Boolean)
          .join(', ')}
      </desc>
      <circle
        cx={x}
        cy={y}
        r={radius}
        className={cx('fill-wash', good ? 'stroke-green' : 'stroke-brick')}
        strokeWidth={2.5}
      />
      <text
        x={x}
        y={y + 5.5}
        textAnchor="middle"
        className={cx('text-[16px] font-bold', good ? 'fill-green' : 'fill-brick')}
      >
        {good ? '✓' : '✕'}
      </text>
      <text x={x} y={label} textAnchor="middle" className="halo fill-ink text-[14px] font-semibold">
        {`${coop.name} `}
      </text>
      {place?.city && (
        <text x={x} y={label + 16} textAnchor="middle" className="halo fill-soft text-[13px]">
          {place.city}
        </text>
      )}
    </Link>
  )
}

interface MachineSpotProps {
  machine: Machine
  spot: Spot
  at: number
  middle: { readonly x: number; readonly y: number }
}

/** A machine on the way from the federation, which owns it, to the co-op, which uses it. */
function MachineSpot({ machine, spot, at, middle }: MachineSpotProps) {
  const length = Math.hypot(spot.x - middle.x, spot.y - middle.y)
  const from = CENTRE + MACHINE * 2 + at * MACHINE * 3
  const share = Math.min(from + (length - CENTRE) * 0.22, length - spot.radius - MACHINE) / length
  const x = middle.x + (spot.x - middle.x) * share
  const y = middle.y + (spot.y - middle.y) * share
  return (
    <Link
      to="/commons/machines/$phyle/$id"
      params={{ phyle: machine.phyle, id: machine.id }}
      className="map-link"
      aria-label={words.map.machine({ name: machine.name, coop: spot.coop.name })}
    >
      <title>{words.map.machine({ name: machine.name, coop: spot.coop.name })}</title>
      <rect
        x={x - MACHINE}
        y={y - MACHINE}
        width={2 * MACHINE}
        height={2 * MACHINE}
        rx={2}
        strokeWidth={2.5}
        className={cx('stroke-indigo', machine.redeemed ? 'fill-indigo' : 'fill-card')}
      />
    </Link>
  )
}

function Lines({
  x,
  y,
  lines,
  className,
}: {
  x: number
  y: number
  lines: readonly string[]
  className: string
}) {
  return (
    <text x={x} y={y + 5 - (lines.length - 1) * 8} textAnchor="middle" className={className}>
      {lines.map((line, row) => (
        <tspan key={line} x={x} dy={row === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** A name in short lines, at most three of them. */
function inLines(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 13)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const [first = '', second, ...rest] = lines
  if (rest.length <= 1) return lines
  return [first, second ?? '', '…']
}
