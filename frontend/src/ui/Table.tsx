import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

export interface Column<Row> {
  readonly name: string
  readonly of: (row: Row) => ReactNode
  readonly right?: boolean
}

export interface TableProps<Row> {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Too wide for a phone: there each row is a block, with the names before the values. */
  stacks?: boolean
}

/** As many as fit beside each other on a phone. */
export const NARROW_COLUMNS = 3

/**
 * Scrolls sideways by itself where the screen is narrow, and can be reached by keyboard. With many
 * columns each row stands by itself there, every value with its name; the roles say that it is still
 * a table.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, keyOf } = props
  const { stacks = columns.length > NARROW_COLUMNS } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
      <table role={ROLES.table} className={cx(TABLE, stacks && 'max-sm:block')}>
        <caption
          className={cx(
            hideCaption ? 'sr-only' : 'pb-2 text-left text-soft',
            stacks && 'max-sm:block',
          )}
        >
          {caption}
        </caption>
        <TableHead columns={columns} stacks={stacks} />
        <tbody role={ROLES.rowgroup} className={cx(stacks && 'max-sm:block')}>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} row={row} columns={columns} stacks={stacks} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface HeadProps<Row> {
  columns: readonly Column<Row>[]
  stacks: boolean
}

export function TableHead<Row>({ columns, stacks }: HeadProps<Row>) {
  return (
    <thead role={ROLES.rowgroup} className={cx(stacks && 'max-sm:sr-only')}>
      <tr role={ROLES.row}>
        {columns.map((column) => (
          <th
            key={column.name}
            role={ROLES.columnheader}
            scope="col"
            className={cx(
              'border-b border-edge py-2 pr-4 text-sm font-semibold text-soft last:pr-0',
              column.right ? 'text-right' : 'text-left',
            )}
          >
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps<Row> extends HeadProps<Row>, Omit<ComponentProps<'tr'>, 'children'> {
  row: Row
}

export function TableRow<Row>({ row, columns, stacks, ...more }: RowProps<Row>) {
  return (
    <tr
      {...more}
      role={ROLES.row}
      className={cx(stacks && 'max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2')}
    >
      {columns.map((column, at) => (
        <td
          key={column.name}
          role={ROLES.cell}
          data-name={at === 0 ? undefined : column.name}
          className={cx(
            'border-b border-line py-2.5 pr-4 align-top last:pr-0',
            column.right && 'num text-right',
            stacks && STACKED,
          )}
        >
          {column.of(row)}
        </td>
      ))}
    </tr>
  )
}

/** Laid out as blocks, the parts of a table would lose them. */
export const ROLES = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  cell: 'cell',
} as const
export const TABLE = 'w-full border-collapse text-[0.94rem]'
const STACKED =
  'max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-4 max-sm:border-0 max-sm:py-1 max-sm:pr-0 max-sm:text-right max-sm:first:text-left max-sm:before:text-soft max-sm:before:content-[attr(data-name)] max-sm:first:before:content-none'
