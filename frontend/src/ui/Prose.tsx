import { Fragment } from 'react'

type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** Paragraphs, headings and lists of plain text; links are shown, never followed by themselves. */
function blocksOf(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n')
      if (lines.every((line) => /^[-*] /.test(line))) {
        return { kind: 'list', items: lines.map((line) => line.slice(2)) }
      }
      if (/^#+ /.test(part)) return { kind: 'heading', text: part.replace(/^#+ /, '') }
      return { kind: 'paragraph', text: part }
    })
}

/** Text that somebody wrote, shown as text: no mark-up of theirs can do anything here. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="flex max-w-[68ch] flex-col gap-3">
      {blocksOf(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text keep their order
        <Fragment key={at}>
          {block.kind === 'paragraph' && <p className="m-0 whitespace-pre-line">{block.text}</p>}
          {block.kind === 'heading' && <p className="m-0 font-semibold">{block.text}</p>}
          {block.kind === 'list' && (
            <ul className="m-0 list-disc pl-6">
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </Fragment>
      ))}
    </div>
  )
}
