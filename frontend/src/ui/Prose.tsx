import { Fragment } from 'react'

type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const RULE = /^\|[\s|:-]*-[\s|:-]*\|?$/

const kindOf = (line: string): 'list' | 'table' | 'heading' | 'blank' | 'text' => {
  if (line.trim() === '') return 'blank'
  if (/^[-*] /.test(line)) return 'list'
  if (/^#+ /.test(line)) return 'heading'
  return /^\|.*\|\s*$/.test(line) ? 'table' : 'text'
}

const cellsOf = (line: string) =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

function blockOf(kind: ReturnType<typeof kindOf>, lines: readonly string[]): Block {
  switch (kind) {
    case 'list':
      return { kind, items: lines.map((line) => line.slice(2)) }
    case 'heading':
      return { kind, text: lines.join(' ').replace(/^#+ /, '') }
    case 'table':
      return { kind, rows: lines.filter((line) => !RULE.test(line)).map(cellsOf) }
    default:
      return { kind: 'paragraph', text: lines.join('\n').trim() }
  }
}

/** Paragraphs, headings, lists and tables of plain text; links are shown, never followed by themselves. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let kind = kindOf('')
  let lines: string[] = []
  const end = () => {
    if (lines.length > 0 && kind !== 'blank') blocks.push(blockOf(kind, lines))
    lines = []
  }
  for (const line of text.split('\n')) {
    const next = kindOf(line)
    if (next !== kind || next === 'heading') end()
    kind = next
    lines.push(line)
  }
  end()
  return blocks
}

/** Text that somebody wrote, shown as text: no mark-up of theirs can do anything here. `lang` is its language. */
export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <div lang={lang} className="flex max-w-[68ch] flex-col gap-3">
      {blocksOf(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text keep their order
        <Fragment key={at}>
          {block.kind === 'paragraph' && (
            <p dir="auto" className="m-0 whitespace-pre-line wrap-anywhere">
              {block.text}
            </p>
          )}
          {block.kind === 'heading' && (
            <p dir="auto" className="m-0 font-semibold">
              {block.text}
            </p>
          )}
          {block.kind === 'list' && (
            <ul className="m-0 list-disc pl-6">
              {block.items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the items of one text keep their order
                <li key={place} dir="auto" className="wrap-anywhere">
                  {item}
                </li>
              ))}
            </ul>
          )}
          {block.kind === 'table' && <Rows rows={block.rows} />}
        </Fragment>
      ))}
    </div>
  )
}

/** The first row names the columns. */
function Rows({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse text-[0.94rem]">
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row keep their order
              <th key={at} scope="col" className="border-b border-edge py-1.5 pr-4 text-left">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one table keep their order
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row keep their order
                <td key={place} className="border-b border-line py-1.5 pr-4 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
