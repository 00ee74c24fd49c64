import type { ReactNode } from 'react'
import { isAddress } from 'viem'
import { labelOf } from '../words/documents/label.ts'
import { documents as words } from '../words/documents/words.ts'
import { Person } from './Person.tsx'
import { Table } from './Table.tsx'

type Fields = Readonly<Record<string, unknown>>
/** How a single value is shown where its name says more than its form; undefined: as usual. */
export type SayValue = (name: string, value: unknown) => ReactNode

/** Deeper than anybody reads: below it the data is shown as it is. */
const DEEPEST = 5
const MOST_ROWS = 100

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isSingle = (value: unknown) => typeof value !== 'object' || value === null
const isHidden = (text: string) => /^0x[0-9a-f]{40,}$/i.test(text)

/** Rows that fit into one table: each a few single values, all under the same names. */
function columnsOf(rows: readonly unknown[]): readonly string[] | null {
  const [first] = rows
  if (!isFields(first)) return null
  const names = Object.keys(first)
  const alike = rows.every(
    (row) =>
      isFields(row) &&
      Object.values(row).every(isSingle) &&
      Object.keys(row).join('\n') === names.join('\n'),
  )
  return alike && names.length > 0 && names.length <= 8 ? names : null
}

function Single({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') {
    return <span className="text-soft">{words.nothing}</span>
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const text = `${value}`
  if (isAddress(text, { strict: false })) return <Person address={text} face={false} />
  return (
    <span
      dir="auto"
      className={
        isHidden(text) ? 'break-all font-mono text-[0.8rem]' : 'whitespace-pre-line wrap-anywhere'
      }
    >
      {text}
    </span>
  )
}

interface RowsProps {
  rows: readonly unknown[]
  name: string
  depth: number
  says: SayValue | undefined
}

function Rows({ rows, name, depth, says }: RowsProps) {
  if (rows.length === 0) return <span className="text-soft">{words.nothing}</span>
  const shown = rows.slice(0, MOST_ROWS)
  const columns = columnsOf(rows)
  const more = rows.length > shown.length && (
    <p className="m-0 text-sm text-soft">{words.more({ count: rows.length - shown.length })}</p>
  )
  if (columns) {
    const numbered = shown.map((row, place) => ({ row: row as Fields, place }))
    return (
      <>
        <Table<{ row: Fields; place: number }>
          caption={name}
          hideCaption
          rows={numbered}
          keyOf={({ place }) => `${place}`}
          columns={columns.map((column) => ({
            name: labelOf(column),
            of: ({ row }) => says?.(column, row[column]) ?? <Single value={row[column]} />,
          }))}
        />
        {more}
      </>
    )
  }
  return (
    <>
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
        {shown.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one list keep their order
          <li key={at}>
            <Value
              value={row}
              name={words.entry({ place: at + 1 })}
              depth={depth + 1}
              says={says}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

interface ValueProps {
  value: unknown
  name: string
  depth: number
  says: SayValue | undefined
}

function Value({ value, name, depth, says }: ValueProps): ReactNode {
  if (isSingle(value)) return <Single value={value} />
  if (depth > DEEPEST) {
    return <code className="text-[0.8rem] wrap-anywhere">{written(value)}</code>
  }
  if (Array.isArray(value)) return <Rows rows={value} name={name} depth={depth} says={says} />
  return <Data value={value as Fields} depth={depth + 1} says={says} />
}

const written = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner))

interface DataProps {
  value: Fields
  depth?: number
  says?: SayValue | undefined
}

/** Data of any shape, as names and values; lists of like things as tables. */
export function Data({ value, depth = 0, says }: DataProps) {
  const entries = Object.entries(value)
  return (
    <dl className="m-0 flex flex-col gap-2">
      {entries.slice(0, MOST_ROWS).map(([key, entry]) => {
        const name = labelOf(key)
        const long = !isSingle(entry)
        return (
          <div
            key={key}
            className={
              long ? 'flex flex-col gap-1.5' : 'flex flex-wrap items-baseline gap-x-4 gap-y-0.5'
            }
          >
            <dt className="text-soft">{name}</dt>
            <dd className={long ? 'm-0 border-l-2 border-line pl-3' : 'm-0 min-w-0'}>
              {says?.(key, entry) ?? <Value value={entry} name={name} depth={depth} says={says} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
