import type { Chapter } from '../../words/charter/say.ts'

interface CharterTextProps {
  chapters: readonly Chapter[]
  /** The sentences that the founders wrote themselves, and in which language. */
  own: { readonly lines: readonly string[]; readonly lang: string }
}

/** A founding document as sentences, every one of them in sight. */
export function CharterText({ chapters, own }: CharterTextProps) {
  return (
    <div className="flex flex-col">
      {chapters.map(({ title, lines }) => (
        <section
          key={title}
          className="flex flex-col gap-2 border-t border-line py-4 first:border-0 first:pt-0 last:pb-0"
        >
          <h3>{title}</h3>
          {lines.length === 1 ? (
            <p className="m-0 max-w-[68ch]">{lines[0]}</p>
          ) : (
            <ul className="m-0 flex max-w-[68ch] list-disc flex-col gap-1.5 pl-5">
              {lines.map(
                (line, at) =>
                  line !== '' && (
                    <li
                      // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a document keep their order
                      key={at}
                      dir="auto"
                      lang={own.lines.includes(line) ? own.lang : undefined}
                      className="whitespace-pre-line wrap-anywhere"
                    >
                      {line}
                    </li>
                  ),
              )}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
