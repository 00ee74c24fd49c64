import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface Column<Row> {
  readonly name: string
  readonly of: (row: Row) => ReactNode
  readonly right?: boolean
}

interface TableProps<Row> {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Too wide for a phone: there each row is a block, with the names before the values. */
  stacks?: boolean
}

/** Scrolls sideways by itself where the screen is narrow, and can be reached by keyboard. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, keyOf, stacks = false } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
      <table className="w-full border-collapse text-[0.94rem]">
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-left text-soft'}>
          {caption}
        </caption>
        <thead className={cx(stacks && 'max-sm:sr-only')}>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
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
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={cx(
                stacks && 'max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2',
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.name}
                  data-name={column.name}
                  className={cx(
                    'border-b border-line py-2.5 pr-4 align-top last:pr-0',
                    column.right && 'num text-right',
                    stacks &&
                      'max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:border-0 max-sm:py-1 max-sm:pr-0 max-sm:before:text-soft max-sm:before:content-[attr(data-name)]',
                  )}
                >
                  {column.of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
