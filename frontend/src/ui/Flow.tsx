import type { ReactNode } from 'react'
import { shell } from '../words/shell/words.ts'
import { Disclosure } from './Disclosure.tsx'
import { Table } from './Table.tsx'

export interface FlowNode {
  readonly key: string
  readonly name: string
  /** One or two short lines under the name. */
  readonly lines?: readonly string[]
  /** 0 is where it comes from; 1, 2 … further on. */
  readonly column: number
  readonly tone?: 'plain' | 'accent' | 'wash' | 'green'
}

export interface FlowLink {
  readonly from: string
  readonly to: string
  /** Sets the width of the band only. */
  readonly weight: number
  /** The amount in words. */
  readonly says: string
}

interface FlowProps {
  label: string
  nodes: readonly FlowNode[]
  links: readonly FlowLink[]
  /** Words for the table's heads. */
  heads: readonly [from: string, to: string, amount: string]
  note?: ReactNode
}

const WIDTH = 680
const BOX = 168
const GAP = 22

/** Letters of a name that fit on a line of its box, also in bold and where all are wide. */
const LETTERS = 17
const LINE = 20

/** A name on as many lines as it needs. */
function linesOf(name: string): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LETTERS) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

const fills = {
  plain: { box: 'fill-card stroke-line', text: 'fill-ink' },
  accent: { box: 'fill-accent stroke-accent', text: 'fill-on-accent' },
  wash: { box: 'fill-wash stroke-accent', text: 'fill-ink' },
  green: { box: 'fill-green stroke-green', text: 'fill-on-accent' },
} as const

/** Where money comes from and goes: bands on a wide screen, a list on a narrow one, a table behind. */
export function Flow({ label, nodes, links, heads, note }: FlowProps) {
  const columns = Math.max(...nodes.map((node) => node.column)) + 1
  const height = ({ name, lines = [] }: FlowNode) =>
    48 + (linesOf(name).length - 1) * LINE + lines.length * 21
  const columnHeight = (column: number) => {
    const inside = nodes.filter((node) => node.column === column)
    return inside.reduce((sum, node) => sum + height(node) + GAP, -GAP)
  }
  const tallest = Math.max(...Array.from({ length: columns }, (_, column) => columnHeight(column)))
  const place = new Map<string, { x: number; y: number; h: number }>()
  for (let column = 0; column < columns; column++) {
    let y = 4 + (tallest - columnHeight(column)) / 2
    for (const node of nodes.filter((node) => node.column === column)) {
      const x = columns === 1 ? 4 : 4 + (column * (WIDTH - BOX - 8)) / (columns - 1)
      place.set(node.key, { x, y, h: height(node) })
      y += height(node) + GAP
    }
  }
  const heaviest = Math.max(
    ...nodes.map((node) =>
      Math.max(
        links.filter((link) => link.from === node.key).reduce((sum, link) => sum + link.weight, 0),
        links.filter((link) => link.to === node.key).reduce((sum, link) => sum + link.weight, 0),
      ),
    ),
    1,
  )
  const out = new Map<string, number>()
  const into = new Map<string, number>()
  const bands = links.flatMap((link) => {
    const from = place.get(link.from)
    const to = place.get(link.to)
    if (!from || !to) return []
    const width = Math.max(3, (link.weight / heaviest) * Math.min(from.h, to.h) * 0.92)
    const y0 = from.y + from.h * 0.04 + (out.get(link.from) ?? 0)
    const y1 = to.y + to.h * 0.04 + (into.get(link.to) ?? 0)
    out.set(link.from, (out.get(link.from) ?? 0) + width)
    into.set(link.to, (into.get(link.to) ?? 0) + width)
    const x0 = from.x + BOX
    const x1 = to.x
    const bend = (x0 + x1) / 2
    const d = `M${x0} ${y0}C${bend} ${y0} ${bend} ${y1} ${x1} ${y1}L${x1} ${y1 + width}C${bend} ${y1 + width} ${bend} ${y0 + width} ${x0} ${y0 + width}Z`
    return [{ key: `${link.from}>${link.to}`, d }]
  })
  const nameOf = (key: string) => nodes.find((node) => node.key === key)?.name ?? key

  return (
    <figure className="m-0 flex flex-col gap-3">
      <svg
        viewBox={`0 0 ${WIDTH} ${tallest + 8}`}
        className="hidden w-full sm:block"
        role="img"
        aria-label={`${label}: ${links.map((link) => `${nameOf(link.from)} → ${nameOf(link.to)}: ${link.says}`).join('; ')}`}
      >
        {bands.map((band) => (
          <path key={band.key} d={band.d} className="fill-accent opacity-35" />
        ))}
        {nodes.map((node) => {
          const at = place.get(node.key)
          if (!at) return null
          const tone = fills[node.tone ?? 'plain']
          const name = linesOf(node.name)
          return (
            <g key={node.key}>
              <rect x={at.x} y={at.y} width={BOX} height={at.h} rx={10} className={tone.box} />
              {name.map((line, row) => (
                <text
                  key={line}
                  x={at.x + 14}
                  y={at.y + 30 + row * LINE}
                  className={`${tone.text} text-[16px] font-bold`}
                >
                  {line}
                </text>
              ))}
              {node.lines?.map((line, row) => (
                <text
                  key={line}
                  x={at.x + 14}
                  y={at.y + 32 + (name.length + row) * LINE}
                  className={`${tone.text} text-[14px]`}
                >
                  {line}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
      <ul className="m-0 flex list-none flex-col gap-2 p-0 sm:hidden">
        {links.map((link) => (
          <li key={`${link.from}>${link.to}`} className="rounded-xl bg-wash px-4 py-3">
            <b>{link.says}</b>
            <br />
            {nameOf(link.from)} → {nameOf(link.to)}
          </li>
        ))}
      </ul>
      {note !== undefined && <figcaption className="text-sm text-soft">{note}</figcaption>}
      <Disclosure summary={shell.asTable}>
        <Table
          caption={label}
          hideCaption
          rows={links}
          keyOf={(link) => `${link.from}>${link.to}`}
          columns={[
            { name: heads[0], of: (link) => nameOf(link.from) },
            { name: heads[1], of: (link) => nameOf(link.to) },
            { name: heads[2], of: (link) => link.says, right: true },
          ]}
        />
      </Disclosure>
    </figure>
  )
}
