import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { find } from '../words/find/words.ts'
import { cx } from './cx.ts'
import {
  NARROW_COLUMNS,
  ROLES,
  TABLE,
  Table,
  TableHead,
  type TableProps,
  TableRow,
} from './Table.tsx'

/** So many rows a page shows without becoming slow. */
const FEW = 100
/** In px: a guess, until a row was measured. */
const ROW = 48
/** Rows beyond what is in sight, so that the keyboard finds the next. */
const AHEAD = 8

/**
 * A table of any length. A long one scrolls by itself and holds only the rows in sight; how many
 * there are, and which of them each is, is told to a screen reader. What is looked for there is found
 * by a search beside it, as the browser's own finds only what is in sight.
 */
export function LongTable<Row>(props: TableProps<Row>) {
  return props.rows.length <= FEW ? <Table {...props} /> : <Window {...props} />
}

function Window<Row>({ caption, columns, rows, keyOf, stacks }: TableProps<Row>) {
  const box = useRef<HTMLElement>(null)
  const isStacked = stacks ?? columns.length > NARROW_COLUMNS
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
    getItemKey: (at) => {
      const row = rows[at]
      return row === undefined ? at : keyOf(row)
    },
  })
  const shown = list.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = list.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <>
      <section
        ref={box}
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="-mx-1 max-h-[70vh] overflow-auto px-1 print:max-h-none"
      >
        <table
          role={ROLES.table}
          aria-rowcount={rows.length + 1}
          className={cx(TABLE, isStacked && 'max-sm:block')}
        >
          <caption className="sr-only">{caption}</caption>
          <TableHead columns={columns} stacks={isStacked} />
          <Gap height={above} />
          <tbody role={ROLES.rowgroup} className={cx(isStacked && 'max-sm:block')}>
            {shown.map(({ index, key }) => {
              const row = rows[index]
              return (
                row !== undefined && (
                  <TableRow
                    key={key}
                    ref={list.measureElement}
                    data-index={index}
                    aria-rowindex={index + 2}
                    row={row}
                    columns={columns}
                    stacks={isStacked}
                  />
                )
              )
            })}
          </tbody>
          <Gap height={below} />
        </table>
      </section>
      <p className="m-0 hidden text-sm print:block">{find.printed({ rows: rows.length })}</p>
    </>
  )
}

/** Stands for the rows that are out of sight. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true" className="print:hidden">
      <tr>
        <td style={{ height }} />
      </tr>
    </tbody>
  )
